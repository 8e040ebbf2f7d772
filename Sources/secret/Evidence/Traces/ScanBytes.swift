// SPDX-License-Identifier: Apache-2.0

/// A part of a file in memory; every read is checked, so that hostile lengths throw and never trap.
struct ScanBytes {
  let bytes: [UInt8]
  var isBigEndian = true

  init(_ bytes: [UInt8], isBigEndian: Bool = true) {
    self.bytes = bytes
    self.isBigEndian = isBigEndian
  }

  var count: Int { bytes.count }

  func slice(_ offset: Int, _ count: Int) throws -> [UInt8] {
    guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else {
      throw ScanStop.malformed
    }
    return Array(bytes[offset..<offset + count])
  }

  /// From `offset` to the end.
  func rest(_ offset: Int) throws -> [UInt8] { try slice(offset, bytes.count - offset) }

  /// An unsigned integer of `width` bytes, at most 8; none is zero, as in `iloc`.
  func integer(_ offset: Int, _ width: Int) throws -> Int {
    let part = try slice(offset, width)
    let value = (isBigEndian ? part : part.reversed()).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let number = Int(exactly: value) else { throw ScanStop.malformed }
    return number
  }

  func u8(_ offset: Int) throws -> Int { try integer(offset, 1) }
  func u16(_ offset: Int) throws -> Int { try integer(offset, 2) }
  func u32(_ offset: Int) throws -> Int { try integer(offset, 4) }

  /// Four letters; other bytes than ASCII as U+FFFD, but © of QuickTime as it is.
  func code(_ offset: Int) throws -> String { Self.latin(try slice(offset, 4)) }

  static func latin(_ bytes: some Sequence<UInt8>) -> String {
    var view = String.UnicodeScalarView()
    for byte in bytes { view.append(Unicode.Scalar(byte)) }
    return String(view)
  }
}

extension [UInt8] {
  /// Whether the Latin-1 letters of `text` stand in it.
  func holds(_ text: String) -> Bool {
    let needle = text.unicodeScalars.compactMap { UInt8(exactly: $0.value) }
    guard let first = needle.first, needle.count <= count else { return false }
    return withUnsafeBufferPointer { buffer in
      needle.withUnsafeBufferPointer { needle in
        var index = 0
        let last = buffer.count - needle.count
        while index <= last {
          if buffer[index] == first {
            var length = 1
            while length < needle.count && buffer[index + length] == needle[length] { length += 1 }
            if length == needle.count { return true }
          }
          index += 1
        }
        return false
      }
    }
  }

  func holds(anyOf texts: [String]) -> Bool { texts.contains { holds($0) } }

  func begins(_ text: String) -> Bool { starts(with: text.utf8) }
}
