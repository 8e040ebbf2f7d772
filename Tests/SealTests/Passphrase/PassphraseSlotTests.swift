// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Passphrase slot")
struct PassphraseSlotTests {
  /// One slot for all tests: each derivation takes 64 MiB and a fraction of a second.
  private struct Fixture {
    let unlockKey: UnlockKey
    let deviceSecret: DeviceSecret
    let slot: PassphraseSlot

    init() throws {
      let random = SeededRandom(seed: "slot")
      unlockKey = try UnlockKey(random: random)
      deviceSecret = try DeviceSecret(random: random)
      slot = try PassphraseSlot(
        wrapping: unlockKey, passphrase: Samples.secret("correct horse"),
        deviceSecret: deviceSecret, cost: .floor, random: random)
    }
  }

  private static let fixture = Result { try Fixture() }

  private func checksum(_ bytes: [UInt8]) -> [UInt8] {
    Array(BLAKE2b.hash(Samples.label("slot-checksum") + bytes).prefix(16))
  }

  /// The slot with some bytes changed and the checksum made right again, as an attacker would.
  private func forge(_ change: (inout [UInt8]) -> Void) throws -> [UInt8] {
    var body = Array(try Self.fixture.get().slot.encoded[..<154])
    change(&body)
    return body + checksum(body)
  }

  @Test("opens with the passphrase and the device secret together")
  func opens() throws {
    let fixture = try Self.fixture.get()
    let slot = try PassphraseSlot(encoded: fixture.slot.encoded)
    #expect(slot == fixture.slot)
    #expect(slot.cost == .floor)
    #expect(slot.deviceSecretID == fixture.deviceSecret.id)
    let key = try slot.open(
      passphrase: Samples.secret("correct horse"), deviceSecret: fixture.deviceSecret)
    #expect(key.secret == fixture.unlockKey.secret)
  }

  @Test("a wrong passphrase or device secret is a wrong key, not damage")
  func wrongKey() throws {
    let fixture = try Self.fixture.get()
    for passphrase in ["correct hors", "Correct horse", "correct horse\n"] {
      let secret = try Samples.secret(passphrase)
      #expect(throws: SealError.wrongKey, "\(passphrase)") {
        try fixture.slot.open(passphrase: secret, deviceSecret: fixture.deviceSecret)
      }
    }
    let other = try DeviceSecret(random: SeededRandom(seed: "other"))
    let passphrase = try Samples.secret("correct horse")
    #expect(throws: SealError.wrongKey) {
      try fixture.slot.open(passphrase: passphrase, deviceSecret: other)
    }
  }

  @Test("is, byte for byte, what Format.md §2.2 says")
  func form() throws {
    let fixture = try Self.fixture.get()
    let bytes = fixture.slot.encoded
    #expect(bytes.count == 170)
    #expect(Array(bytes[..<17]) == Array("memoslt".utf8) + [1, 1, 3, 0, 0, 0, 0, 0, 1, 0])
    #expect(Array(bytes[33..<49]) == fixture.deviceSecret.id)
    #expect(Array(bytes[154...]) == checksum(Array(bytes[..<154])))
    let stretched = try Argon2id.derive(
      passphrase: Samples.secret("correct horse"), salt: Array(bytes[17..<33]), iterations: 3,
      memoryKiB: 65_536)
    let kek = try BLAKE2b.derive(
      key: fixture.deviceSecret.secret,
      message: Samples.label("kek") + Samples.bytes(stretched))
    let opened = try Samples.unwrap(
      Array(bytes[49..<154]), kek, "wrap/unlock-key", Array(bytes[..<49]))
    #expect(opened == Samples.bytes(fixture.unlockKey.secret))
  }

  @Test("every byte changed, every truncation and anything else is damage, and nothing is derived")
  func damage() throws {
    let encoded = try Self.fixture.get().slot.encoded
    let clock = ContinuousClock()
    let elapsed = clock.measure {
      for bytes in Fuzzing.hostile(encoded, seed: "slot") + [encoded + [0]] {
        #expect(throws: SealError.damaged) { try PassphraseSlot(encoded: bytes) }
      }
    }
    #expect(elapsed < .seconds(20), "more than a thousand derivations would take minutes")
  }

  @Test("a cost below the floor or above the ceiling is refused before deriving")
  func costs() throws {
    for (iterations, memory) in [
      (0, 65_536), (1, 65_536), (2, 262_144), (5, 65_536), (.max, 65_536), (3, 0), (3, 8),
      (3, 65_535), (4, 1_048_577), (3, .max), (1, 8), (3 << 8, 65_536), (3, 1 << 24),
    ] as [(UInt32, UInt32)] {
      let bytes = try forge {
        $0.replaceSubrange(9..<13, with: iterations.littleEndianBytes)
        $0.replaceSubrange(13..<17, with: memory.littleEndianBytes)
      }
      #expect(throws: SealError.costOutOfRange, "\(iterations) \(memory)") {
        try PassphraseSlot(encoded: bytes)
      }
      #expect(throws: SealError.costOutOfRange) {
        try PassphraseCost(iterations: iterations, memoryKiB: memory)
      }
    }
    for (iterations, memory) in [(3, 65_536), (4, 65_536), (3, 1_048_576), (4, 1_048_576)] {
      let bytes = try forge {
        $0[9] = UInt8(iterations)
        $0.replaceSubrange(13..<17, with: UInt32(memory).littleEndianBytes)
      }
      let cost = try PassphraseSlot(encoded: bytes).cost
      #expect(cost.iterations == iterations && cost.memoryKiB == memory)
    }
    #expect(PassphraseCost.moderate.iterations == 3)
    #expect(PassphraseCost.moderate.memoryKiB == 262_144)
  }

  @Test("another version or derivation is a later version, another file is damage")
  func versions() throws {
    for (offset, value, error) in [
      (7, 2, SealError.unknownVersion), (8, 0, .unknownVersion), (8, 2, .unknownVersion),
      (0, 0x4D, .damaged), (6, 0, .damaged),
    ] {
      let bytes = try forge { $0[offset] = UInt8(value) }
      #expect(throws: error, "byte \(offset)") { try PassphraseSlot(encoded: bytes) }
    }
  }

  @Test(
    "a part exchanged under a right checksum does not open",
    arguments: [
      // A raised cost, salt, device secret's id, wrap's version, nonce, commitment, ciphertext.
      (9, 4, SealError.wrongKey), (17, nil, .wrongKey), (33, nil, .wrongKey),
      (49, nil, .unknownVersion), (50, nil, .wrongKey), (74, nil, .wrongKey),
      (106, nil, .damaged), (153, nil, .damaged),
    ] as [(Int, UInt8?, SealError)])
  func exchanged(_ change: (offset: Int, value: UInt8?, error: SealError)) throws {
    let fixture = try Self.fixture.get()
    let bytes = try forge { $0[change.offset] = change.value ?? $0[change.offset] ^ 1 }
    let slot = try PassphraseSlot(encoded: bytes)
    let passphrase = try Samples.secret("correct horse")
    #expect(throws: change.error) {
      try slot.open(passphrase: passphrase, deviceSecret: fixture.deviceSecret)
    }
  }
}
