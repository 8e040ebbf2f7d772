// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// Bytes as five-bit symbols, most significant bit first, and back.
enum Codex32Payload {
  /// The last symbol is filled up with zero bits.
  static func symbols(of bytes: SecretBytes) throws -> SecretBytes {
    try regroup(bytes, from: 8, to: 5, count: (bytes.count * 8 + 4) / 5)
  }

  /// Spare bits at the end are dropped.
  static func bytes(of symbols: SecretBytes) throws -> SecretBytes {
    try regroup(symbols, from: 5, to: 8, count: symbols.count * 5 / 8)
  }

  /// Whether the bits after the last whole byte are zero.
  static func hasZeroPadding(_ symbols: SecretBytes) -> Bool {
    let spare = UInt8(symbols.count * 5 % 8)
    return symbols.withUnsafeBytes { ($0.last ?? 0) & ((1 << spare) - 1) == 0 }
  }

  private static func regroup(
    _ input: SecretBytes, from inputBits: Int, to outputBits: Int, count: Int
  ) throws -> SecretBytes {
    try SecretBytes(count: count) { output in
      input.withUnsafeBytes { input in
        for bit in 0..<min(input.count * inputBits, count * outputBits) {
          let value = input[bit / inputBits] >> UInt8(inputBits - 1 - bit % inputBits) & 1
          output[bit / outputBits] |= value << UInt8(outputBits - 1 - bit % outputBits)
        }
      }
    }
  }
}
