// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Epoch keys")
struct EpochKeyTests {
  @Test("the id and the keys of a place follow from the key by Format.md §2")
  func derivations() throws {
    let samples = try Samples()
    let epoch = samples.ring.epochs[0]
    let id = Samples.bytes(try Samples.derive(epoch.secret, "epoch-id"))
    #expect(epoch.id.bytes == Array(id.prefix(16)))
    let position = samples.log.bytes + [1, 2, 0, 0, 0, 0, 0, 0]
    #expect(
      try epoch.recordKey(log: samples.log, sequence: 0x0201)
        == Samples.derive(epoch.secret, "record-key", position))
    #expect(
      try epoch.attachmentWrapKey(log: samples.log, sequence: 0x0201)
        == Samples.derive(epoch.secret, "attachment-wrap-key", position))
  }

  @Test("is 32 bytes", arguments: [0, 16, 31, 33])
  func length(_ count: Int) throws {
    let secret = try SecretBytes(copying: [UInt8](repeating: 1, count: count))
    #expect(throws: SealError.damaged) { try EpochKey(secret) }
  }

  @Test("the kit opens its escrow, under its id and in its vault only")
  func escrow() throws {
    let (samples, other) = (try Samples(epochs: 2), try Samples("other"))
    let epoch = samples.ring.epochs[0]
    let wrap = try epoch.escrow(
      for: samples.vault, recovery: samples.recovery, random: samples.random)
    let opened = try EpochKey(escrow: wrap, id: epoch.id, recovery: samples.recovery)
    #expect(opened.secret == epoch.secret)
    #expect(
      try Samples.unwrap(
        wrap, Samples.derive(samples.recovery.secret, "escrow-key"), "wrap/escrow-epoch",
        samples.vault.bytes + epoch.id.bytes) == Samples.bytes(epoch.secret))
    #expect(throws: SealError.wrongKey) {
      try EpochKey(escrow: wrap, id: samples.ring.epochs[1].id, recovery: samples.recovery)
    }
    #expect(throws: SealError.wrongKey) {
      try EpochKey(escrow: wrap, id: epoch.id, recovery: other.recovery)
    }
  }

  @Test("a key wrapped under the id of another is damage")
  func wrongID() throws {
    let samples = try Samples(epochs: 2)
    let (first, second) = (samples.ring.epochs[0], samples.ring.epochs[1])
    let escrow = try Wrap.seal(
      first.secret, under: samples.recovery.escrowKey(), purpose: .wrapEscrowEpoch,
      context: samples.vault.bytes + second.id.bytes, random: samples.random)
    #expect(throws: SealError.damaged) {
      try EpochKey(escrow: escrow, id: second.id, recovery: samples.recovery)
    }
    let device = samples.ring.device
    let wrap = try Wrap.seal(
      first.secret, under: samples.ring.deviceKey, purpose: .wrapDeviceEpoch,
      context: samples.vault.bytes + device.bytes + second.id.bytes, random: samples.random)
    #expect(throws: SealError.damaged) {
      try EpochKey(
        wrap: wrap, id: second.id, device: device, vault: samples.vault,
        deviceKey: samples.ring.deviceKey)
    }
  }
}
