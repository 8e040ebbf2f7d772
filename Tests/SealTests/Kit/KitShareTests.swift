// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Kit shares")
struct KitShareTests {
  private let label = RecoveryKitTests.label

  private func combine(_ shares: [KitShare]) throws -> RecoveryKit {
    try RecoveryKit(combining: shares, identifierLabel: label)
  }

  @Test("any k of n give the kit, and the text of the kit comes out the same", arguments: 2...9)
  func combines(_ needed: Int) throws {
    let kit = try RecoveryKitTests.kit("split \(needed)")
    let random = SeededRandom(seed: "deal \(needed)")
    let shares = try kit.split(needed: needed, of: needed + 3, random: random)
    #expect(Set(shares.map(\.name)).count == needed + 3)
    #expect(shares.allSatisfy { $0.needed == needed })
    for start in 0..<4 {
      let some = try shares[start..<start + needed].reversed().map {
        try KitShare(parsing: $0.lines())
      }
      #expect(try combine(some).secret == kit.secret)
      #expect(try combine(some).text() == kit.text())
    }
    #expect(try combine(shares).secret == kit.secret)
  }

  @Test("splits into as many as thirty-one, and every pair combines")
  func largestSplit() throws {
    let kit = try RecoveryKitTests.kit()
    let shares = try kit.split(needed: 2, of: 31, random: SystemRandom())
    for index in 1..<31 {
      #expect(try combine([shares[index], shares[index - 1]]).secret == kit.secret)
    }
  }

  @Test("impossible splits are refused")
  func impossibleSplits() throws {
    let kit = try RecoveryKitTests.kit()
    for (needed, count) in [
      (0, 5), (1, 5), (10, 12), (3, 2), (2, 32), (2, -1), (Int.min, Int.max), (2, Int.max),
    ] {
      #expect(throws: KitError.impossibleSplit) {
        try kit.split(needed: needed, of: count, random: SystemRandom())
      }
    }
  }

  @Test("too few, repeated, mixed or foreign shares are refused, each by name")
  func refusals() throws {
    let kit = try RecoveryKitTests.kit()
    let shares = try kit.split(needed: 3, of: 5, random: SeededRandom(seed: "a"))
    let pairs = try kit.split(needed: 2, of: 5, random: SeededRandom(seed: "b"))
    let foreign = try RecoveryKitTests.kit("other")
      .split(needed: 3, of: 5, random: SeededRandom(seed: "c"))
    #expect(throws: KitError.tooFewShares(needed: 2, found: 0)) { try combine([]) }
    #expect(throws: KitError.tooFewShares(needed: 3, found: 2)) {
      try combine(Array(shares.prefix(2)))
    }
    #expect(throws: KitError.duplicateShare) { try combine([shares[0], shares[1], shares[0]]) }
    #expect(throws: KitError.mixedShares) { try combine([shares[0], shares[1], pairs[2]]) }
    #expect(throws: KitError.mixedShares) { try combine([shares[0], shares[1], foreign[2]]) }
  }

  @Test("shares of two splits of one kit do not pass for a kit")
  func splitTwice() throws {
    let kit = try RecoveryKitTests.kit()
    let first = try kit.split(needed: 2, of: 3, random: SeededRandom(seed: "first"))
    let second = try kit.split(needed: 2, of: 3, random: SeededRandom(seed: "second"))
    #expect(throws: KitError.wrongIdentifier) { try combine([first[0], second[1]]) }
    #expect(throws: KitError.contradictoryShares) { try combine([first[0], first[1], second[2]]) }
  }

  @Test("a forged share with a right checksum is detected")
  func forgedShare() throws {
    let kit = try RecoveryKitTests.kit()
    let shares = try kit.split(needed: 2, of: 3, random: SeededRandom(seed: "forged"))
    var symbols = shares[0].string.payload.withUnsafeBytes { Array($0) }
    symbols[7] ^= 9
    let forged = try KitShare(
      Codex32String(
        flavour: .memo, threshold: 2, identifier: kit.string.identifier,
        shareIndex: shares[0].string.shareIndex, payload: SecretBytes(copying: symbols)))
    #expect(try KitShare(parsing: forged.text()).name == shares[0].name)
    #expect(throws: KitError.wrongIdentifier) { try combine([forged, shares[1]]) }
    #expect(throws: KitError.contradictoryShares) { try combine([forged, shares[1], shares[2]]) }
  }

  @Test("a kit is no share and a share no kit")
  func kinds() throws {
    let kit = try RecoveryKitTests.kit()
    let share = try #require(try kit.split(needed: 2, of: 2, random: SystemRandom()).first)
    #expect(throws: KitError.kitInsteadOfShare) { try KitShare(parsing: kit.text()) }
    #expect(throws: KitError.shareInsteadOfKit) {
      try RecoveryKit(parsing: share.text(), identifierLabel: label)
    }
  }

  @Test("fresh randomness makes fresh shares")
  func freshness() throws {
    let kit = try RecoveryKitTests.kit()
    let first = try kit.split(needed: 2, of: 2, random: SystemRandom())
    let second = try kit.split(needed: 2, of: 2, random: SystemRandom())
    for (a, b) in zip(first, second) { #expect(try a.text() != b.text()) }
  }
}
