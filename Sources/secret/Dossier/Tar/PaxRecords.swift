// SPDX-License-Identifier: Apache-2.0

/// What a pax extended header says: a path, a size, or both; nothing else is read or written.
struct PaxRecords: Equatable {
  var path: [UInt8]?
  var size: UInt64?

  var isEmpty: Bool { path == nil && size == nil }

  /// The records of an entry that ustar alone can say are empty.
  init(path: SafePath, size: UInt64) {
    self.path = TarHeader.split(path.bytes) == nil ? path.bytes : nil
    self.size = size >= TarFormat.ustarSizeLimit ? size : nil
  }

  func encoded() -> [UInt8] {
    (path.map { Self.record("path", $0) } ?? [])
      + (size.map { Self.record("size", Array(String($0).utf8)) } ?? [])
  }

  /// `"%d %s=%s\n"`, the length counting its own digits.
  private static func record(_ keyword: String, _ value: [UInt8]) -> [UInt8] {
    let body = Array(" \(keyword)=".utf8) + value + [UInt8(ascii: "\n")]
    var count = body.count
    while count != body.count + String(count).utf8.count {
      count = body.count + String(count).utf8.count
    }
    return Array(String(count).utf8) + body
  }

  /// Accepts only what ``encoded()`` would write for the path and size found: an archive has one
  /// form, so no second reader can understand it otherwise.
  init(decoding bytes: [UInt8]) throws(TarError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let (keyword, value) = try Self.next(&rest)
      switch keyword {
      case "path" where path == nil: path = value
      case "size" where size == nil: size = try Self.number(value)
      default: throw .malformedExtension
      }
    }
    guard encoded() == bytes, !isEmpty else { throw .malformedExtension }
  }

  private static func next(
    _ rest: inout ArraySlice<UInt8>
  ) throws(TarError) -> (keyword: String, value: [UInt8]) {
    let digits = rest.prefix { $0 != UInt8(ascii: " ") }
    guard digits.count < 5, let count = Int(String(decoding: digits, as: UTF8.self)),
      count > digits.count + 1, count <= rest.count
    else { throw .malformedExtension }
    let record = rest.prefix(count).dropFirst(digits.count + 1)
    rest = rest.dropFirst(count)
    guard record.last == UInt8(ascii: "\n"), let equals = record.firstIndex(of: UInt8(ascii: "="))
    else { throw .malformedExtension }
    let keyword = String(decoding: record[..<equals], as: UTF8.self)
    return (keyword, Array(record[(equals + 1)...].dropLast()))
  }

  private static func number(_ value: [UInt8]) throws(TarError) -> UInt64 {
    guard let number = UInt64(String(decoding: value, as: UTF8.self)) else {
      throw .malformedExtension
    }
    return number
  }
}
