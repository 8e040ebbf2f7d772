// SPDX-License-Identifier: Apache-2.0

/// One of the two BCH checksums of BIP-93. A residue holds `count` symbols of five bits, the first in
/// the highest bits.
struct Codex32Checksum: Sendable {
  /// Number of checksum symbols.
  let count: Int
  let generators: [UInt128]
  /// The residue of every valid string.
  let target: UInt128

  /// Up to 80 symbols before the checksum.
  static let short = Codex32Checksum(
    count: 13,
    generators: [
      0x19dc500ce73fde210, 0x1bfae00def77fe529, 0x1fbd920fffe7bee52, 0x1739640bdeee3fdad,
      0x07729a039cfc75f5a,
    ],
    target: 0x10ce0795c2fd1e62a)

  /// 81 to 109 symbols before the checksum.
  static let long = Codex32Checksum(
    count: 15,
    generators: [
      0x3d59d273535ea62d897, 0x7a9becb6361c6c51507, 0x543f9b7e6c38d8a2a0e, 0x0c577eaeccf1990d13c,
      0x1887f74f8dc71b10651,
    ],
    target: 0x43381e570bf4798ab26)

  /// The checksum of a string with that many payload symbols.
  static func forPayload(count: Int) -> Codex32Checksum {
    count <= Codex32String.longestShortPayload ? short : long
  }

  /// residue · x + symbol, modulo the generator polynomial.
  func step(_ residue: UInt128, _ symbol: UInt8) -> UInt128 {
    let top = residue >> UInt128(5 * (count - 1))
    var next = (residue & ((1 << UInt128(5 * (count - 1))) - 1)) << 5 ^ UInt128(symbol)
    for (bit, generator) in generators.enumerated() {
      next ^= generator & (0 &- (top >> UInt128(bit) & 1))
    }
    return next
  }

  func residue(of symbols: some Sequence<UInt8>, from start: UInt128) -> UInt128 {
    symbols.reduce(start) { step($0, $1) }
  }

  /// The symbol of x^`power` in a residue.
  func coefficient(_ power: Int, of residue: UInt128) -> UInt8 {
    UInt8(truncatingIfNeeded: residue >> UInt128(5 * power)) & 31
  }

  /// The checksum symbols that bring `residue`, of everything before them, to the target.
  func symbols(completing residue: UInt128) -> [UInt8] {
    let rest = (0..<count).reduce(residue) { state, _ in step(state, 0) } ^ target
    return (0..<count).map { coefficient(count - 1 - $0, of: rest) }
  }
}
