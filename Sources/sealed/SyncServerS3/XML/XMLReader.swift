// SPDX-License-Identifier: Apache-2.0

/// Reads elements, attributes, text, character references and the five entities of XML. No document type, no entity
/// of its own, no CDATA, no comment, no instruction but the declaration: stores send none, and whoever does is not
/// one. Depth and count are bounded.
struct XMLReader {
  static let depthLimit = 8
  static let elementLimit = 32_000

  private let bytes: [UInt8]
  private var place = 0
  private var elements = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws -> XMLElement {
    _ = skip("\u{FEFF}")
    if skip("<?xml ") {
      while !skip("?>") { _ = try next() }
    }
    skipBlanks()
    guard skip("<") else { throw XMLError() }
    let root = try element(depth: 1)
    skipBlanks()
    guard place == bytes.count else { throw XMLError() }
    return root
  }

  // MARK: Elements

  /// After its `<`.
  private mutating func element(depth: Int) throws -> XMLElement {
    elements += 1
    guard depth <= Self.depthLimit, elements <= Self.elementLimit else { throw XMLError() }
    let tag = try name()
    var element = XMLElement(name: String(tag.split(separator: ":").last ?? ""))
    while true {
      let hadBlanks = skipBlanks()
      if skip("/>") { return element }
      if skip(">") { break }
      guard hadBlanks else { throw XMLError() }
      try attribute()
    }
    var text: [UInt8] = []
    while !skip("</") {
      if skip("<") {
        element.children.append(try self.element(depth: depth + 1))
      } else {
        try characters(into: &text)
      }
    }
    guard try name() == tag else { throw XMLError() }
    skipBlanks()
    guard skip(">") else { throw XMLError() }
    guard let valid = String(validating: text, as: UTF8.self) else { throw XMLError() }
    element.text = valid
    return element
  }

  private mutating func attribute() throws {
    _ = try name()
    skipBlanks()
    guard skip("=") else { throw XMLError() }
    skipBlanks()
    let quote = try next()
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw XMLError() }
    while true {
      let byte = try next()
      if byte == quote { return }
      guard byte != UInt8(ascii: "<") else { throw XMLError() }
    }
  }

  private mutating func name() throws -> String {
    let start = place
    while place < bytes.count, Self.isNameByte(bytes[place]) { place += 1 }
    guard place > start, place - start <= 64 else { throw XMLError() }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._:".utf8.contains(byte)
    }
  }

  // MARK: Text

  /// One reference, or all up to the next of `<` and `&`.
  private mutating func characters(into text: inout [UInt8]) throws {
    if skip("&") {
      text += Array(try reference().utf8)
      return
    }
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<"), bytes[place] != UInt8(ascii: "&")
    {
      let byte = bytes[place]
      guard byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { throw XMLError() }
      place += 1
    }
    guard place > start else { throw XMLError() }
    text += bytes[start..<place]
  }

  /// After its `&`.
  private mutating func reference() throws -> String {
    var reference: [UInt8] = []
    while true {
      let byte = try next()
      if byte == UInt8(ascii: ";") { break }
      reference.append(byte)
      guard reference.count <= 8 else { throw XMLError() }
    }
    return try Self.character(named: String(decoding: reference, as: UTF8.self))
  }

  private static func character(named name: String) throws -> String {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      guard let number, number >= 0x20 || [0x09, 0x0A, 0x0D].contains(number),
        let scalar = Unicode.Scalar(number)
      else { throw XMLError() }
      return String(Character(scalar))
    }
  }

  // MARK: Bytes

  private mutating func next() throws -> UInt8 {
    guard place < bytes.count else { throw XMLError() }
    defer { place += 1 }
    return bytes[place]
  }

  private mutating func skip(_ text: String) -> Bool {
    guard bytes[place...].starts(with: text.utf8) else { return false }
    place += text.utf8.count
    return true
  }

  @discardableResult
  private mutating func skipBlanks() -> Bool {
    let start = place
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    return place > start
  }
}
