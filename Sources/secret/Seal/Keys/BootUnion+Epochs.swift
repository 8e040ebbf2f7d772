// SPDX-License-Identifier: Apache-2.0
internal import Hashing
public import Remote
public import Sodium

extension BootUnion {
  /// Every epoch key, opened with the kit.
  /// - Throws: ``SealError``.
  public func epochKeys(recovery: RecoverySecret) throws -> [EpochKey] {
    try epochs.keys(of: vault, recovery: recovery)
  }

  /// The epochs that were wrapped for a device: all, unless another record opened one apart (Sync.md §5).
  func epochs(of device: DeviceID) -> [BootRecord.Epoch] {
    epochs.filter { $0.wraps[device] != nil }
  }

  /// Requires that a device's key ring holds just the epochs of these records, each under the key that is
  /// wrapped for that device: else a copy of the vault would lack one some day.
  /// - Throws: ``SealError/damaged``.
  public func confirm(_ keyRing: KeyRing) throws {
    let own = epochs(of: keyRing.device)
    guard tips.count > 1 || own.count == epochs.count || isRevoked(keyRing.device),
      own.map(\.id) == keyRing.epochs.map(\.id)
    else { throw SealError.damaged }
    for epoch in own { _ = try key(of: epoch, for: keyRing) }
  }

  /// The key ring with every epoch that is wrapped for its device, in order of creation; `nil` when that
  /// is what it holds.
  /// - Throws: ``SealError`` when a wrap does not open, or the ring has an epoch that no record knows.
  public func completed(_ keyRing: KeyRing) throws -> KeyRing? {
    let own = epochs(of: keyRing.device)
    guard own.map(\.id) != keyRing.epochs.map(\.id) else { return nil }
    let keys = try own.map { try key(of: $0, for: keyRing) }
    guard Set(keyRing.epochs.map(\.id)).isSubset(of: keys.map(\.id)) else {
      throw SealError.damaged
    }
    return try keyRing.holding(keys)
  }

  private func key(of epoch: BootRecord.Epoch, for keyRing: KeyRing) throws -> EpochKey {
    guard let wrap = epoch.wraps[keyRing.device] else { throw SealError.damaged }
    return try EpochKey(
      wrap: wrap, id: epoch.id, device: keyRing.device, vault: vault, deviceKey: keyRing.deviceKey)
  }

  /// Whether the last epoch is in the hands of a device that is revoked, as happens when records were made
  /// apart: then the next record opens a new one.
  public var needsNewEpoch: Bool {
    epochs.last?.wraps.keys.contains(where: isRevoked) ?? true
  }

  /// The record that follows all the newest ones and replaces them: the kit certifies a device, revokes
  /// others, and gives every remaining device every epoch.
  ///
  /// - Parameters:
  ///   - device: one that is added, with its certificate.
  ///   - revocations: one for each device that is to be revoked now.
  ///   - opened: new epochs.
  public func following(
    recovery: RecoverySecret, adding device: (id: DeviceID, certificate: RootSigned)? = nil,
    revocations: [DeviceID: DeviceRevocation] = [:], opening opened: [EpochKey] = [],
    random: any RandomSource
  ) throws -> BootRecord {
    guard Set(revocations.keys).isSubset(of: certificates.keys) else {
      throw RemoteError.wrongDevice
    }
    let strictest = strictest
    var devices = try self.devices.map { known in
      // Two revocations of one device become one, which the root signs anew.
      let several = hasSeveralRevocations(of: known.id) ? strictest[known.id] : nil
      let revocation = known.revocation == nil ? revocations[known.id] : several
      return try BootRecord.Device(
        certificate: known.certificate,
        revocation: revocation.map(recovery.sign) ?? known.revocation, vault: vault)
    }
    if let device {
      let added = try BootRecord.Device(
        certificate: device.certificate, revocation: nil, vault: vault)
      guard added.id == device.id else { throw RemoteError.wrongDevice }
      devices.append(added)
    }
    let remaining = devices.filter { $0.revocation == nil }.map(\.id)
    let earlier = try zip(epochs, epochKeys(recovery: recovery)).map { epoch, key in
      var wraps = epoch.wraps
      for device in remaining where wraps[device] == nil {
        wraps[device] = try key.wrap(
          for: device, vault: vault, deviceKey: recovery.deviceKey(device), random: random)
      }
      return BootRecord.Epoch(id: epoch.id, escrow: epoch.escrow, wraps: wraps)
    }
    let new = try opened.map {
      try $0.wrapped(recovery: recovery, devices: remaining, random: random)
    }
    return try BootRecord(
      vault: vault, counter: counter + 1, devices: devices, epochs: earlier + new,
      previous: tips.map(\.hash))
  }
}
