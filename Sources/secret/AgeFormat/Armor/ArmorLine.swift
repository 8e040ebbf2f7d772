// SPDX-License-Identifier: Apache-2.0

/// Padded base64 of one line of armor, canonical only: a table walk between buffers, for an armored
/// file has one such line for every 48 bytes.
enum ArmorLine {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")
  private static let notInAlphabet: UInt8 = 0xFF
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: notInAlphabet, count: 256)
    for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
    return table
  }()

  /// Columns that `count` bytes take.
  static func columns(_ count: Int) -> Int { (count + 2) / 3 * 4 }

  /// Writes the text of `bytes` at the start of `text`, padded when they are not a multiple of three.
  static func encode(_ bytes: UnsafeRawBufferPointer, into text: UnsafeMutableRawBufferPointer) {
    alphabet.withUnsafeBufferPointer { alphabet in
      var position = 0
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let count = min(3, bytes.count - start)
        var group = UInt32(bytes[start]) << 16
        if count > 1 { group |= UInt32(bytes[start + 1]) << 8 }
        if count > 2 { group |= UInt32(bytes[start + 2]) }
        text[position] = alphabet[Int(group >> 18)]
        text[position + 1] = alphabet[Int(group >> 12 & 63)]
        text[position + 2] = count > 1 ? alphabet[Int(group >> 6 & 63)] : padding
        text[position + 3] = count > 2 ? alphabet[Int(group & 63)] : padding
        position += 4
      }
    }
  }

  /// Writes the bytes of one line, which has 4 to 64 columns, at the start of `bytes`, which has room
  /// for 48; returns how many.
  /// - Throws: ``AgeError/armorFailure``.
  static func decode(
    _ line: UnsafeRawBufferPointer, into bytes: UnsafeMutableRawBufferPointer
  ) throws(AgeError) -> Int {
    guard (4...AgeV1.columnsPerLine).contains(line.count), line.count.isMultiple(of: 4) else {
      throw .armorFailure
    }
    let padded = line[line.count - 1] != padding ? 0 : line[line.count - 2] != padding ? 1 : 2
    let isCanonical = values.withUnsafeBufferPointer { values in
      (0..<line.count / 4).allSatisfy { index in
        let isLast = (index + 1) * 4 == line.count
        return decode(line, index, dropping: isLast ? padded : 0, into: bytes, values)
      }
    }
    guard isCanonical else { throw .armorFailure }
    return line.count / 4 * 3 - padded
  }

  /// Decodes four columns; `false` for a character outside the alphabet, or for bits set that no byte
  /// uses (RFC 4648, section 3.5).
  private static func decode(
    _ line: UnsafeRawBufferPointer, _ index: Int, dropping padded: Int,
    into bytes: UnsafeMutableRawBufferPointer, _ values: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var group: UInt32 = 0
    for column in 0..<4 - padded {
      let value = values[Int(line[index * 4 + column])]
      guard value != notInAlphabet else { return false }
      group |= UInt32(value) << UInt32(18 - 6 * column)
    }
    guard group & ((1 << UInt32(8 * padded)) - 1) == 0 else { return false }
    for byte in 0..<3 - padded {
      bytes[index * 3 + byte] = UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * byte))
    }
    return true
  }
}
