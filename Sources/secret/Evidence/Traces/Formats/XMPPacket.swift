// SPDX-License-Identifier: Apache-2.0

/// An XMP packet read strictly: what may stand in one that tells nothing. Names alone do not do: a prefix can be
/// bound to another namespace, a date can hold a sentence, and text can stand where nothing shows it.
struct XMPPacket {
  let bytes: [UInt8]
  /// Properties that tell nothing, and those that name a program.
  let harmless: (String) -> Bool
  let isProgram: (String) -> Bool

  /// Whether every tag, attribute and text is one of those.
  var isPlain: Bool {
    var index = 0
    var element = ""
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        if bytes[index...].starts(with: Array("<?xpacket".utf8)) {
          index = (bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
        } else {
          guard let name = tag(&index) else { return false }
          element = name
        }
      } else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
        let text = bytes[index..<end].filter { !Self.isSpace($0) || isProgram(element) }
        if !text.allSatisfy(Self.isSpace) && !isValue(Array(text), of: element) { return false }
        index = end
      }
    }
    return true
  }

  /// The element's name once its tag was read; `nil` when something in it is not known.
  private func tag(_ index: inout Int) -> String? {
    index += 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
    let name = word(&index)
    guard Self.structure.contains(name) || harmless(name) || isProgram(name) else { return nil }
    while true {
      while index < bytes.count, Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
        index += 1
      }
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        return name
      }
      let attribute = word(&index)
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "="),
        [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[index + 1]),
        let end = bytes[(index + 2)...].firstIndex(of: bytes[index + 1]),
        isAttribute(attribute, Array(bytes[(index + 2)..<end]))
      else { return nil }
      index = end + 1
    }
  }

  private func word(_ index: inout Int) -> String {
    let start = index
    let ends = Array(" \t\r\n=/>".utf8)
    while index < bytes.count, !ends.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func isAttribute(_ name: String, _ value: [UInt8]) -> Bool {
    if name.hasPrefix("xmlns:") {
      return Self.namespaces[String(name.dropFirst(6))] == String(decoding: value, as: UTF8.self)
    }
    switch name {
    case "rdf:about": return value.isEmpty
    case "rdf:parseType": return value == Array("Resource".utf8)
    case "x:xmptk": return Self.isProgramName(value)
    case "xml:lang": return isValue(value, of: "dc:language")
    default: return (harmless(name) || isProgram(name)) && isValue(value, of: name)
    }
  }

  private func isValue(_ value: [UInt8], of name: String) -> Bool {
    if isProgram(name) { return Self.isProgramName(value) }
    let isNumber = value.allSatisfy {
      (UInt8(ascii: "+")...UInt8(ascii: ":")).contains($0) || $0 == UInt8(ascii: "T")
        || $0 == UInt8(ascii: "Z")
    }
    return value.count <= 40
      && (isNumber || Self.words.contains(String(decoding: value, as: UTF8.self)))
  }

  private static func isProgramName(_ value: [UInt8]) -> Bool {
    value.count <= 80 && value.allSatisfy { (0x20...0x7E).contains($0) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private static let structure: Set<String> = [
    "x:xmpmeta", "rdf:RDF", "rdf:Description", "rdf:Seq", "rdf:Bag", "rdf:Alt", "rdf:li",
  ]

  private static let words: Set<String> = [
    "application/pdf", "image/jpeg", "image/png", "image/tiff", "image/heic", "image/webp",
    "video/mp4", "True", "False", "Unknown", "default", "A", "B", "U", "x-default", "fr", "fr-FR",
    "en", "en-US", "en-GB",
  ]

  /// A prefix that is bound to anything else is another property.
  private static let namespaces = [
    "x": "adobe:ns:meta/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/", "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "dc": "http://purl.org/dc/elements/1.1/", "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/", "photoshop": "http://ns.adobe.com/photoshop/1.0/",
  ]
}
