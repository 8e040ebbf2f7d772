// SPDX-License-Identifier: Apache-2.0

/// A human-readable part and what the checksum makes of it.
///
/// BIP-93 gives the initial residue 0x23181b3 for `ms` without saying where it is from: it is the
/// residue, started at 1, of the part expanded as BIP-173 does. The same for `memo` is
/// 0x2318c60695af.
public struct Codex32Flavour: Equatable, Sendable {
  /// Lower case, without the separator.
  public let prefix: [UInt8]
  /// The residue before the data part, the same for both checksums: their generators do not come
  /// into play before the twelfth symbol.
  let initialResidue: UInt128

  /// Bitcoin master seeds, as in BIP-93 itself.
  public static let masterSeed = Codex32Flavour(prefix: "ms")
  /// Our recovery kits and their shares.
  public static let memo = Codex32Flavour(prefix: "memo")

  private init(prefix: StaticString) {
    let letters = prefix.withUTF8Buffer { Array($0) }
    // Five letters expand to eleven symbols; more, and the two checksums would differ here.
    precondition((1...5).contains(letters.count), "a prefix of one to five letters")
    self.prefix = letters
    let expanded = letters.map { $0 >> 5 } + [0] + letters.map { $0 & 31 }
    initialResidue = Codex32Checksum.short.residue(of: expanded, from: 1)
  }

  /// Characters before the data part: the prefix and its separator `1`.
  var leadCount: Int { prefix.count + 1 }
}
