// SPDX-License-Identifier: Apache-2.0
public import Sodium

extension RecoveryKit {
  /// Splits into `count` shares, any `needed` of which give the kit back and fewer tell nothing but
  /// the identifier.
  /// - Parameters:
  ///   - needed: 2...9.
  ///   - count: needed...31.
  /// - Throws: ``KitError/impossibleSplit``.
  public func split(
    needed: Int, of count: Int, random: any RandomSource
  ) throws -> [KitShare] {
    guard (2...9).contains(needed), (needed...31).contains(count) else {
      throw KitError.impossibleSplit
    }
    let dealt = try Codex32String(
      secret: secret, flavour: .memo, threshold: needed, identifier: string.identifier)
    return try dealt.split(into: count, random: random).map(KitShare.init)
  }

  /// The kit from at least as many shares as they need. All of them are used: one more than needed
  /// shows a forged one, and the identifier made anew from the secret shows it without.
  /// - Throws: ``KitError``.
  public init(combining shares: [KitShare], identifierLabel: [UInt8]) throws {
    let strings = shares.map(\.string)
    let needed = try Self.checkSet(strings)
    let base = Array(strings.prefix(needed))
    for extra in strings.dropFirst(needed) {
      let expected = try Codex32String.interpolated(from: base, at: extra.shareIndex)
      guard expected.payload == extra.payload else { throw KitError.contradictoryShares }
    }
    try self.init(
      checking: Codex32String.secret(from: base), identifierLabel: identifierLabel)
  }

  private static func checkSet(_ shares: [Codex32String]) throws -> Int {
    guard let first = shares.first else { throw KitError.tooFewShares(needed: 2, found: 0) }
    guard shares.allSatisfy(first.isOfOneSet) else { throw KitError.mixedShares }
    guard Set(shares.map(\.shareIndex)).count == shares.count else {
      throw KitError.duplicateShare
    }
    guard shares.count >= first.threshold else {
      throw KitError.tooFewShares(needed: first.threshold, found: shares.count)
    }
    return first.threshold
  }
}
