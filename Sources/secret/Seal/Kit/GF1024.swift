// SPDX-License-Identifier: Apache-2.0

/// GF(32) extended by a cube root of unity ζ, ζ² = ζ + 1 (BIP-93, "Mathematical Companion"): where
/// the roots of the checksum's generator live.
struct GF1024: Equatable {
  static let zero = GF1024(low: 0, high: 0)
  static let one = GF1024(low: 1, high: 0)
  /// β = G ζ, of order 93.
  static let beta = GF1024(low: 0, high: 8)
  static let betaOrder = 93
  private static let betaPowers: [GF1024] = (1..<betaOrder).reduce(into: [one]) { powers, _ in
    powers.append((powers.last ?? one) * beta)
  }

  /// β to any power, negative ones too.
  static func betaPower(_ exponent: Int) -> GF1024 {
    let rest = exponent % betaOrder
    return betaPowers[rest < 0 ? rest + betaOrder : rest]
  }

  /// low + high · ζ
  let low: UInt8
  let high: UInt8

  static func + (left: GF1024, right: GF1024) -> GF1024 {
    GF1024(low: left.low ^ right.low, high: left.high ^ right.high)
  }

  static func * (left: GF1024, right: GF1024) -> GF1024 {
    let low = GF32.multiply(left.low, right.low)
    let high = GF32.multiply(left.high, right.high)
    let cross = GF32.multiply(left.low, right.high) ^ GF32.multiply(left.high, right.low)
    return GF1024(low: low ^ high, high: cross ^ high)
  }

  /// conjugate / norm; zero for zero.
  var inverse: GF1024 {
    let conjugate = GF1024(low: low ^ high, high: high)
    let norm = self * conjugate
    return conjugate * GF1024(low: GF32.inverse(norm.low), high: 0)
  }
}
