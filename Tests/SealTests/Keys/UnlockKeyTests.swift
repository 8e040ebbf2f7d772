// SPDX-License-Identifier: Apache-2.0
import Remote
import TestSupport
import Testing

@testable import Seal

@Suite("Unlock key")
struct UnlockKeyTests {
  private let samples: Samples
  private let key: UnlockKey
  private let other: Samples

  init() throws {
    samples = try Samples(epochs: 2)
    other = try Samples("other")
    key = try UnlockKey(random: samples.random)
  }

  @Test("seals the key ring for one vault and one device")
  func keyRing() throws {
    let sealed = try key.seal(samples.ring, vault: samples.vault, random: samples.random)
    let device = samples.ring.device
    let opened = try key.openKeyRing(sealed, vault: samples.vault, device: device)
    #expect(opened.device == device)
    #expect(opened.epochs.map(\.id) == samples.ring.epochs.map(\.id))
    #expect(
      try Samples.unwrap(sealed, key.secret, "wrap/key-ring", samples.vault.bytes + device.bytes)
        == Samples.bytes(samples.ring.encoded()))
    let strange = try UnlockKey(random: samples.random)
    #expect(throws: SealError.wrongKey) {
      try strange.openKeyRing(sealed, vault: samples.vault, device: device)
    }
    #expect(throws: SealError.wrongKey) {
      try key.openKeyRing(sealed, vault: other.vault, device: device)
    }
    #expect(throws: SealError.wrongKey) {
      try key.openKeyRing(sealed, vault: samples.vault, device: other.ring.device)
    }
  }

  @Test("a ring sealed under the name of another device is damage")
  func foreignRing() throws {
    let sealed = try Wrap.seal(
      other.ring.encoded(), under: key.secret, purpose: .wrapKeyRing,
      context: samples.vault.bytes + samples.ring.device.bytes, random: samples.random)
    #expect(throws: SealError.damaged) {
      try key.openKeyRing(sealed, vault: samples.vault, device: samples.ring.device)
    }
  }

  @Test("seals R while the kit waits, for its vault")
  func pendingRecovery() throws {
    let sealed = try key.seal(samples.recovery, random: samples.random)
    let opened = try key.openPendingRecovery(sealed, vault: samples.vault)
    #expect(opened.secret == samples.recovery.secret)
    #expect(
      try Samples.unwrap(sealed, key.secret, "wrap/pending-recovery", samples.vault.bytes)
        == Samples.bytes(samples.recovery.secret))
    #expect(throws: SealError.wrongKey) {
      try key.openPendingRecovery(sealed, vault: other.vault)
    }
    let foreign = try Wrap.seal(
      other.recovery.secret, under: key.secret, purpose: .wrapPendingRecovery,
      context: samples.vault.bytes, random: samples.random)
    #expect(throws: SealError.otherVault) {
      try key.openPendingRecovery(foreign, vault: samples.vault)
    }
  }

  @Test("neither of the two passes for the other")
  func purposes() throws {
    let ring = try key.seal(samples.ring, vault: samples.vault, random: samples.random)
    let recovery = try key.seal(samples.recovery, random: samples.random)
    #expect(throws: SealError.wrongKey) {
      try key.openPendingRecovery(ring, vault: samples.vault)
    }
    #expect(throws: SealError.wrongKey) {
      try key.openKeyRing(recovery, vault: samples.vault, device: samples.ring.device)
    }
  }

  @Test("every byte changed is refused")
  func damage() throws {
    let ring = try key.seal(samples.ring, vault: samples.vault, random: samples.random)
    let recovery = try key.seal(samples.recovery, random: samples.random)
    for bytes in Fuzzing.hostile(ring, seed: "ring") {
      #expect(throws: SealError.self) {
        try key.openKeyRing(bytes, vault: samples.vault, device: samples.ring.device)
      }
    }
    for bytes in Fuzzing.hostile(recovery, seed: "recovery") {
      #expect(throws: SealError.self) {
        try key.openPendingRecovery(bytes, vault: samples.vault)
      }
    }
  }
}
