// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Wraps")
struct WrapTests {
  private let random = SeededRandom(seed: "wrap")
  private let key: SecretBytes
  private let context: [UInt8] = [1, 2, 3]

  init() throws { key = try random.secret(32) }

  private func seal(_ secret: [UInt8], purpose: Label = .wrapKeyRing) throws -> [UInt8] {
    try Wrap.seal(
      SecretBytes(copying: secret), under: key, purpose: purpose, context: context, random: random)
  }

  private func open(
    _ bytes: [UInt8], under key: SecretBytes? = nil, purpose: Label = .wrapKeyRing,
    context: [UInt8]? = nil
  ) throws -> [UInt8] {
    Samples.bytes(
      try Wrap.open(
        bytes, under: key ?? self.key, purpose: purpose, context: context ?? self.context))
  }

  @Test(
    "a secret comes back, of any size, and by Format.md §2.1 alone", arguments: [0, 1, 32, 5000])
  func roundTrip(_ size: Int) throws {
    let secret = random.bytes(size)
    let wrap = try seal(secret)
    #expect(wrap.count == 1 + 24 + 32 + size + 16)
    #expect(try open(wrap) == secret)
    #expect(try Samples.unwrap(wrap, key, "wrap/key-ring", context) == secret)
  }

  @Test("every byte changed is refused, and named for what it is")
  func flips() throws {
    let wrap = try seal(random.bytes(32))
    for (index, bytes) in Fuzzing.flips(of: wrap).enumerated() {
      let expected: SealError =
        switch index {
        case 0: .unknownVersion
        // The commitment covers the nonce: a changed one looks like another key's.
        case 1..<57: .wrongKey
        default: .damaged
        }
      #expect(throws: expected, "byte \(index)") { try open(bytes) }
    }
  }

  @Test("cut, extended or invented bytes are refused")
  func lengths() throws {
    let wrap = try seal(random.bytes(32))
    for (count, bytes) in Fuzzing.truncations(of: wrap).enumerated() {
      #expect(throws: SealError.damaged, "\(count)") { try open(bytes) }
    }
    #expect(throws: SealError.damaged) { try open(wrap + [0]) }
    for bytes in Fuzzing.noise("wrap noise") + Fuzzing.splices(of: wrap, seed: "wrap")
    where bytes != wrap {
      #expect(throws: SealError.self) { try open(bytes) }
    }
  }

  @Test("another key, purpose or context is a wrong key")
  func separation() throws {
    let wrap = try seal(random.bytes(32))
    let other = try random.secret(32)
    #expect(throws: SealError.wrongKey) { try open(wrap, under: other) }
    for context: [UInt8] in [[], [1, 2], [1, 2, 4], [1, 2, 3, 0], [0, 1, 2, 3]] {
      #expect(throws: SealError.wrongKey) { try open(wrap, context: context) }
    }
    for purpose in Label.allCases where purpose != .wrapKeyRing {
      #expect(throws: SealError.wrongKey, "\(purpose)") { try open(wrap, purpose: purpose) }
    }
  }

  @Test("a commitment copied from another wrap does not carry over")
  func commitment() throws {
    let (first, second) = (try seal(random.bytes(32)), try seal(random.bytes(32)))
    // Another's commitment; then another's commitment with its nonce.
    let commitment = Array(first[..<25] + second[25..<57] + first[57...])
    let nonceToo = Array(second[..<57] + first[57...])
    #expect(throws: SealError.wrongKey) { try open(commitment) }
    #expect(throws: SealError.damaged) { try open(nonceToo) }
  }
}
