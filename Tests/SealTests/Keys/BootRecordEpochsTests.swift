// SPDX-License-Identifier: Apache-2.0
import Hashing
import Remote
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Epochs of a boot record")
struct BootRecordEpochsTests {
  private let samples: Samples
  private let first: BootRecord

  init() throws {
    samples = try Samples()
    first = try BootRecord.first(
      recovery: samples.recovery, keyRing: samples.ring,
      certificate: samples.certificate(samples.ring), random: samples.random)
  }

  /// A new device that holds the earlier epochs and a new one, and the record that makes it so.
  private func recover(
    from record: BootRecord, revoking devices: [DeviceID]
  ) throws -> (ring: KeyRing, record: BootRecord) {
    let earlier = try record.epochKeys(recovery: samples.recovery)
    let ring = try KeyRing(
      newDeviceOf: samples.recovery, epochs: earlier + [EpochKey(random: samples.random)],
      random: samples.random)
    let revocations = devices.map { device in
      let document = DeviceRevocation(
        vault: samples.vault, createdAt: "2026-01-02T03:04:05+01:00", device: device, logs: [])
      return (device, document)
    }
    let next = try union([record]).following(
      recovery: samples.recovery, adding: (ring.device, samples.certificate(ring)),
      revocations: Dictionary(revocations) { first, _ in first },
      opening: Array(ring.epochs.suffix(1)), random: samples.random)
    return (ring, next)
  }

  private func union(_ records: [BootRecord]) throws -> BootUnion {
    try BootUnion(
      vault: samples.vault, records.map { (record: $0, hash: SHA256.hash(try $0.encoded())) })
  }

  /// What a device opens of a record with its K_dev alone.
  private func opened(by ring: KeyRing, of record: BootRecord) throws -> [EpochID] {
    try record.epochs.compactMap { epoch in
      guard let wrap = epoch.wraps[ring.device] else { return nil }
      let key = try EpochKey(
        wrap: wrap, id: epoch.id, device: ring.device, vault: samples.vault,
        deviceKey: ring.deviceKey)
      return key.id
    }
  }

  @Test("the first record holds one device and opens for it and for the kit")
  func firstRecord() throws {
    #expect(first.counter == 1 && first.previous.isEmpty)
    #expect(first.devices.map(\.id) == [samples.ring.device])
    #expect(first.devices[0].revocation == nil)
    #expect(try opened(by: samples.ring, of: first) == samples.ring.epochs.map(\.id))
    #expect(
      try first.epochKeys(recovery: samples.recovery).map(\.secret)
        == samples.ring.epochs.map(\.secret))
    let signed = try samples.recovery.sign(first)
    #expect(try signed.verified(as: BootRecord.self, vault: samples.vault) == first)
  }

  @Test("another vault's kit is refused as such")
  func otherKit() throws {
    let other = try Samples("other")
    #expect(throws: SealError.otherVault) { try first.epochKeys(recovery: other.recovery) }
  }

  @Test("after a recovery the new device opens every epoch, the old one none of the new")
  func recovered() throws {
    let (ring, record) = try recover(from: first, revoking: [samples.ring.device])
    #expect(record.counter == 2)
    #expect(record.previous == [SHA256.hash(try first.encoded())])
    #expect(record.epochs.map(\.id) == ring.epochs.map(\.id))
    #expect(record.epochs.count == 2)
    #expect(record.epochs[1].wraps[samples.ring.device] == nil, "no wrap for the revoked one")
    #expect(Set(record.epochs[1].wraps.keys) == [ring.device])
    #expect(try opened(by: samples.ring, of: record) == [record.epochs[0].id])
    #expect(try opened(by: ring, of: record) == ring.epochs.map(\.id))
    let revoked = record.devices.filter { $0.revocation != nil }.map(\.id)
    #expect(revoked == [samples.ring.device])
    #expect(record.devices.count == 2)
    #expect(
      try record.epochKeys(recovery: samples.recovery).map(\.secret) == ring.epochs.map(\.secret))
    #expect(record.epochs[0].escrow == first.epochs[0].escrow, "what was wrapped stays")
    let signed = try samples.recovery.sign(record)
    #expect(try signed.verified(as: BootRecord.self, vault: samples.vault) == record)
  }

  @Test("a device that is not revoked gets the new epoch too")
  func joined() throws {
    let (second, record) = try recover(from: first, revoking: [])
    #expect(Set(record.epochs[1].wraps.keys) == [samples.ring.device, second.device])
    #expect(try opened(by: samples.ring, of: record) == second.epochs.map(\.id))
  }

  @Test("a revocation stays, through every later record")
  func staysRevoked() throws {
    let (second, record) = try recover(from: first, revoking: [samples.ring.device])
    let (third, later) = try recover(from: record, revoking: [second.device])
    #expect(later.counter == 3 && later.epochs.count == 3 && later.devices.count == 3)
    let revoked = Set(later.devices.filter { $0.revocation != nil }.map(\.id))
    #expect(revoked == [samples.ring.device, second.device])
    #expect(try opened(by: samples.ring, of: later).count == 1)
    #expect(try opened(by: second, of: later).count == 2)
    #expect(try opened(by: third, of: later).count == 3)
    let before = try #require(record.devices.first { $0.id == samples.ring.device })
    let after = try #require(later.devices.first { $0.id == samples.ring.device })
    #expect(before == after)
  }

  @Test("each device opens only its own wraps")
  func onlyOwn() throws {
    let (second, record) = try recover(from: first, revoking: [])
    for epoch in record.epochs {
      for (device, wrap) in epoch.wraps {
        for ring in [samples.ring, second] {
          for claimed in [samples.ring.device, second.device] {
            func open() throws -> EpochKey {
              try EpochKey(
                wrap: wrap, id: epoch.id, device: claimed, vault: samples.vault,
                deviceKey: ring.deviceKey)
            }
            if ring.device == device && claimed == device {
              #expect(try open().id == epoch.id)
            } else {
              #expect(throws: SealError.wrongKey) { try open() }
            }
          }
        }
      }
    }
  }

  @Test("a wrap moved to another epoch, vault or to the escrow does not open")
  func moved() throws {
    let (_, record) = try recover(from: first, revoking: [])
    let ring = samples.ring
    let other = try Samples("other")
    let wrap = try #require(record.epochs[0].wraps[ring.device])
    #expect(throws: SealError.wrongKey) {
      try EpochKey(
        wrap: wrap, id: record.epochs[1].id, device: ring.device, vault: samples.vault,
        deviceKey: ring.deviceKey)
    }
    #expect(throws: SealError.wrongKey) {
      try EpochKey(
        wrap: wrap, id: record.epochs[0].id, device: ring.device, vault: other.vault,
        deviceKey: ring.deviceKey)
    }
    #expect(throws: SealError.wrongKey) {
      try EpochKey(escrow: wrap, id: record.epochs[0].id, recovery: samples.recovery)
    }
    let swapped = try BootRecord(
      vault: record.vault, counter: 2, devices: record.devices,
      epochs: zip(record.epochs, record.epochs.reversed()).map {
        BootRecord.Epoch(id: $0.id, escrow: $1.escrow, wraps: $0.wraps)
      }, previous: record.previous)
    #expect(throws: SealError.wrongKey) { try swapped.epochKeys(recovery: samples.recovery) }
  }

  @Test("the same device is not certified twice")
  func sameDevice() throws {
    #expect(throws: RemoteError.malformed) {
      try union([first]).following(
        recovery: samples.recovery,
        adding: (samples.ring.device, samples.certificate(samples.ring)), random: samples.random)
    }
  }

  @Test("a revocation of another device is refused")
  func wrongRevocation() throws {
    let other = try Samples("other").ring.device
    let document = DeviceRevocation(
      vault: samples.vault, createdAt: "2026-01-02T03:04:05+01:00", device: other, logs: [])
    let ring = try KeyRing(
      newDeviceOf: samples.recovery, epochs: samples.ring.epochs, random: samples.random)
    #expect(throws: RemoteError.wrongDevice) {
      try union([first]).following(
        recovery: samples.recovery, adding: (ring.device, samples.certificate(ring)),
        revocations: [samples.ring.device: document], random: samples.random)
    }
  }

  @Test("records made apart: all that each says counts, and the kit makes one of them")
  func united() throws {
    let (second, left) = try recover(from: first, revoking: [samples.ring.device])
    let (third, right) = try recover(from: first, revoking: [])
    let apart = try union([right, first, left])
    #expect(apart.tips.count == 2 && apart.counter == 2 && apart.isComplete)
    #expect(Set(apart.devices.map(\.id)) == [samples.ring.device, second.device, third.device])
    #expect(apart.isRevoked(samples.ring.device) && !apart.isRevoked(third.device))
    #expect(apart.epochs.count == 3)
    // Until then each holds what its own side wrapped.
    for ring in [second, third] {
      try apart.confirm(ring)
      #expect(try apart.completed(ring) == nil)
    }
    let lastIsRevoked = apart.epochs.last?.wraps[samples.ring.device] != nil
    #expect(apart.needsNewEpoch == lastIsRevoked)
    let opened = try EpochKey(random: samples.random)
    let one = try apart.following(
      recovery: samples.recovery, opening: [opened], random: samples.random)
    #expect(one.counter == 3 && one.previous.count == 2)
    let after = try union([first, left, right, one])
    #expect(after.tips.map(\.record) == [one])
    for ring in [second, third] {
      let completed = try #require(try after.completed(ring))
      #expect(completed.epochs.map(\.id) == one.epochs.map(\.id))
      try after.confirm(completed)
      #expect(throws: SealError.damaged) { try after.confirm(ring) }
    }
    #expect(one.epochs.last?.wraps[samples.ring.device] == nil)
  }

  @Test("a record whose counter does not follow is refused")
  func counters() throws {
    let (_, next) = try recover(from: first, revoking: [])
    let forged = try BootRecord(
      vault: next.vault, counter: 7, devices: next.devices, epochs: next.epochs,
      previous: next.previous)
    #expect(throws: RemoteError.malformed) { try union([first, forged]) }
    #expect(throws: RemoteError.malformed) { try union([]) }
  }

  @Test("of two revocations of one device each log ends at the smaller size")
  func strictest() throws {
    func revoked(_ size: UInt64, _ log: LogID) throws -> BootRecord {
      let head = LogHead(log: log, size: size, root: SHA256.hash([UInt8(size)]))
      return try union([first]).following(
        recovery: samples.recovery,
        revocations: [
          samples.ring.device: DeviceRevocation(
            vault: samples.vault, createdAt: "2026-01-0\(size)T03:04:05+01:00",
            device: samples.ring.device, logs: [head])
        ], opening: [EpochKey(random: samples.random)], random: samples.random)
    }
    let log = try LogID(random: samples.random)
    let apart = try union([first, revoked(5, log), revoked(3, log)])
    let strictest = try #require(apart.strictest[samples.ring.device])
    #expect(strictest.acceptedSize(of: log) == 3)
    let one = try apart.following(recovery: samples.recovery, random: samples.random)
    let signed = try #require(one.devices[0].revocation)
    let united = try signed.verified(as: DeviceRevocation.self, vault: samples.vault)
    #expect(united.acceptedSize(of: log) == 3)
  }
}
