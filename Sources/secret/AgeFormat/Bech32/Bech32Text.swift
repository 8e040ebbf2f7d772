// SPDX-License-Identifier: Apache-2.0

/// A view of a text that is valid Bech32; must not outlive the bytes it looks at.
struct Bech32Text {
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 0xFF, count: 256)
    for (value, character) in Bech32.alphabet.enumerated() {
      table[Int(character)] = UInt8(value)
    }
    return table
  }()

  /// What comes before the last `1`, in the case it was written.
  let prefix: String
  private let data: UnsafeRawBufferPointer

  init(_ text: UnsafeRawBufferPointer) throws {
    guard text.allSatisfy({ (33...126).contains($0) }) else { throw Bech32Error.invalidCharacter }
    guard !(text.contains(where: Bech32.isUpper) && text.contains(where: Bech32.isLower)) else {
      throw Bech32Error.mixedCase
    }
    guard let separator = text.lastIndex(of: Bech32.separator), separator > 0,
      text.count - separator - 1 >= Bech32Checksum.symbolCount
    else { throw Bech32Error.malformed }
    let head = UnsafeRawBufferPointer(rebasing: text[..<separator])
    let tail = UnsafeRawBufferPointer(rebasing: text[(separator + 1)...])
    var checksum = Bech32Checksum(prefix: head)
    for character in tail { checksum.add(try Self.value(of: character)) }
    guard checksum.isValid else { throw Bech32Error.checksum }
    prefix = String(decoding: head, as: UTF8.self)
    data = UnsafeRawBufferPointer(rebasing: tail.dropLast(Bech32Checksum.symbolCount))
  }

  /// Symbols of data, without the checksum.
  var symbolCount: Int { data.count }

  /// Whole bytes in the data part.
  var byteCount: Int { data.count * 5 / 8 }

  func symbol(at index: Int) throws -> UInt8 { try Self.value(of: data[index]) }

  /// - Parameter output: ``byteCount`` bytes.
  func writeBytes(into output: UnsafeMutableRawBufferPointer) throws {
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    var position = 0
    for character in data {
      buffer = (buffer << 5 | UInt32(try Self.value(of: character))) & 0xFFF
      bits += 5
      guard bits >= 8 else { continue }
      bits -= 8
      output[position] = UInt8(truncatingIfNeeded: buffer >> bits)
      position += 1
    }
    // BIP-173: at most four bits left over, all zero.
    guard bits < 5, buffer & ((1 << bits) - 1) == 0 else { throw Bech32Error.padding }
  }

  private static func value(of character: UInt8) throws -> UInt8 {
    let value = values[Int(Bech32.lowercased(character))]
    guard value < 32 else { throw Bech32Error.invalidCharacter }
    return value
  }
}
