// SPDX-License-Identifier: Apache-2.0
public import Hashing
internal import Sodium

/// What all boot records of a vault say together. There is one newest, unless two were made apart; then
/// both count until the kit unites them (Sync.md §5).
public struct BootUnion: Sendable {
  public let vault: VaultID
  /// Those that no other one replaces, by counter and hash; one, unless two were made apart.
  public let tips: [(record: BootRecord, hash: SHA256Digest)]
  /// Every device ever, ascending by id.
  public let devices: [BootRecord.Device]
  public let certificates: [DeviceID: DeviceCertificate]
  /// Of every epoch, in order of creation, the wraps of all records.
  public let epochs: [BootRecord.Epoch]
  /// Whether every record that another one replaced is here.
  public let isComplete: Bool
  /// All that the root signed about a device.
  private let revocations: [DeviceID: [DeviceRevocation]]

  /// - Throws: ``RemoteError/malformed`` when there is none, or counters do not follow each other.
  public init(vault: VaultID, _ records: [(record: BootRecord, hash: SHA256Digest)]) throws {
    let records = records.sorted {
      ($0.record.counter, Hex.encode($0.hash.bytes)) < (
        $1.record.counter, Hex.encode($1.hash.bytes)
      )
    }
    let counters = Dictionary(records.map { ($0.hash, $0.record.counter) }) { first, _ in first }
    let replaced = Set(records.flatMap(\.record.previous))
    for (record, _) in records {
      let before = record.previous.compactMap { counters[$0] }.max()
      guard record.vault == vault, before.map({ $0 + 1 == record.counter }) ?? true else {
        throw RemoteError.malformed
      }
    }
    self.vault = vault
    tips = records.filter { !replaced.contains($0.hash) }
    guard !tips.isEmpty else { throw RemoteError.malformed }
    isComplete = replaced.isSubset(of: counters.keys)
    var devices: [DeviceID: BootRecord.Device] = [:]
    var revocations: [DeviceID: [DeviceRevocation]] = [:]
    for device in records.flatMap(\.record.devices) {
      if let signed = device.revocation {
        let revocation = try signed.verified(as: DeviceRevocation.self, vault: vault)
        if revocations[device.id]?.contains(revocation) != true {
          revocations[device.id, default: []].append(revocation)
        }
      }
      if devices[device.id]?.revocation == nil { devices[device.id] = device }
    }
    self.devices = devices.values.sorted { $0.id < $1.id }
    self.revocations = revocations
    certificates = try devices.mapValues {
      try $0.certificate.verified(as: DeviceCertificate.self, vault: vault)
    }
    epochs = Self.epochs(of: records.map(\.record))
  }

  private static func epochs(of records: [BootRecord]) -> [BootRecord.Epoch] {
    var order: [EpochID] = []
    var epochs: [EpochID: BootRecord.Epoch] = [:]
    for epoch in records.flatMap(\.epochs) {
      guard let known = epochs[epoch.id] else {
        order.append(epoch.id)
        epochs[epoch.id] = epoch
        continue
      }
      epochs[epoch.id] = BootRecord.Epoch(
        id: epoch.id, escrow: known.escrow, wraps: known.wraps.merging(epoch.wraps) { $1 })
    }
    return order.compactMap { epochs[$0] }
  }

  public var counter: Int64 { tips.map(\.record.counter).max() ?? 0 }

  public func isRevoked(_ device: DeviceID) -> Bool { revocations[device] != nil }

  /// One for each device that was revoked. Of several, one that ends each log at the smallest size.
  public var strictest: [DeviceID: DeviceRevocation] {
    revocations.compactMapValues(DeviceRevocation.strictest)
  }

  /// Whether the root signed different revocations of a device.
  public func hasSeveralRevocations(of device: DeviceID) -> Bool {
    (revocations[device]?.count ?? 0) > 1
  }
}
