// SPDX-License-Identifier: Apache-2.0

/// Padded base64 of one line of armor, canonical only: a table walk, for an armored file has one
/// such line for every 48 bytes.
enum ArmorLine {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 0xFF, count: 256)
    for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
    return table
  }()

  /// Appends the text of `bytes`, padded when they are not a multiple of three.
  static func encode(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group: UInt32 = 0
      for index in 0..<3 {
        group = group << 8 | (index < count ? UInt32(bytes[start + index]) : 0)
      }
      for index in 0..<4 {
        text.append(
          index <= count ? alphabet[Int(group >> UInt32(18 - 6 * index) & 63)] : padding)
      }
    }
  }

  /// The bytes of one line, which must have some and at most 64 columns.
  /// - Throws: ``AgeError/armorFailure``.
  static func decode(_ line: UnsafeRawBufferPointer) throws(AgeError) -> [UInt8] {
    guard (4...AgeV1.columnsPerLine).contains(line.count), line.count.isMultiple(of: 4) else {
      throw .armorFailure
    }
    let padded = line[line.count - 1] != padding ? 0 : line[line.count - 2] != padding ? 1 : 2
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count / 4 * 3)
    for start in stride(from: 0, to: line.count, by: 4) {
      let isLast = start + 4 == line.count
      try decode(line, at: start, dropping: isLast ? padded : 0, to: &bytes)
    }
    return bytes
  }

  private static func decode(
    _ line: UnsafeRawBufferPointer, at start: Int, dropping padded: Int, to bytes: inout [UInt8]
  ) throws(AgeError) {
    var group: UInt32 = 0
    for index in 0..<4 - padded {
      let value = values[Int(line[start + index])]
      guard value < 64 else { throw .armorFailure }
      group |= UInt32(value) << UInt32(18 - 6 * index)
    }
    // The bits that no byte uses are zero (RFC 4648, section 3.5).
    guard group & ((1 << UInt32(8 * padded)) - 1) == 0 else { throw .armorFailure }
    for index in 0..<3 - padded {
      bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * index)))
    }
  }
}
