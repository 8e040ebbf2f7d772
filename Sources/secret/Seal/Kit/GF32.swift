// SPDX-License-Identifier: Apache-2.0

/// The field of codex32 symbols (BIP-93, "Recovering Secret"): GF(2)[x] modulo x⁵ + x³ + 1.
///
/// No branch and no table depends on an operand: symbols are shares of a secret.
enum GF32 {
  static let count: UInt8 = 32
  private static let reduction: UInt8 = 0b10_1001

  static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var product: UInt8 = 0
    var shifted = left
    for bit in 0..<5 {
      product ^= shifted & (0 &- (right >> UInt8(bit) & 1))
      shifted = shifted << 1 ^ (reduction & (0 &- (shifted >> 4 & 1)))
    }
    return product
  }

  /// The inverse, element³⁰; zero for zero.
  static func inverse(_ element: UInt8) -> UInt8 {
    var power: UInt8 = 1
    for _ in 0..<30 { power = multiply(power, element) }
    return power
  }
}
