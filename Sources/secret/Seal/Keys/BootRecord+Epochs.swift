// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote
public import Sodium

extension BootRecord {
  /// The first record of a vault: one device, one epoch.
  public static func first(
    recovery: RecoverySecret, keyRing: KeyRing, certificate: RootSigned, random: any RandomSource
  ) throws -> BootRecord {
    let vault = recovery.vault
    return try BootRecord(
      vault: vault, counter: 1,
      devices: [Device(certificate: certificate, revocation: nil, vault: vault)],
      epochs: keyRing.epochs.map {
        try $0.wrapped(recovery: recovery, devices: [keyRing.device], random: random)
      }, previous: [])
  }

  /// Every epoch key, opened with the kit.
  /// - Throws: ``SealError``.
  public func epochKeys(recovery: RecoverySecret) throws -> [EpochKey] {
    guard recovery.vault == vault else { throw SealError.otherVault }
    return try epochs.map { try EpochKey(escrow: $0.escrow, id: $0.id, recovery: recovery) }
  }

  /// Requires that a device's key ring holds just the epochs of this record, each under the key that the
  /// record wraps for that device: else a copy of the vault would lack one some day.
  /// - Throws: ``SealError/damaged``.
  public func confirm(_ keyRing: KeyRing) throws {
    guard epochs.map(\.id) == keyRing.epochs.map(\.id) else { throw SealError.damaged }
    for epoch in epochs {
      guard let wrap = epoch.wraps[keyRing.device] else { throw SealError.damaged }
      _ = try EpochKey(
        wrap: wrap, id: epoch.id, device: keyRing.device, vault: vault, deviceKey: keyRing.deviceKey
      )
    }
  }

  /// What follows this record when the kit certifies a new device, revokes others and opens a new epoch.
  ///
  /// - Parameters:
  ///   - keyRing: the new device's, holding every earlier epoch and, last, the new one.
  ///   - revocations: one for each device that is to be revoked now.
  public func recovered(
    recovery: RecoverySecret, keyRing: KeyRing, certificate: RootSigned,
    revocations: [DeviceID: RootSigned], hash: SHA256Digest, random: any RandomSource
  ) throws -> BootRecord {
    guard Set(revocations.keys).isSubset(of: devices.map(\.id)) else {
      throw RemoteError.wrongDevice
    }
    var devices = try devices.map { device in
      try Device(
        certificate: device.certificate,
        revocation: device.revocation ?? revocations[device.id], vault: vault)
    }
    let added = try Device(certificate: certificate, revocation: nil, vault: vault)
    guard added.id == keyRing.device else { throw RemoteError.wrongDevice }
    devices.append(added)
    let remaining = devices.filter { $0.revocation == nil }.map(\.id)
    let known = Set(epochs.map(\.id))
    let opened = try keyRing.epochs.filter { !known.contains($0.id) }.map {
      try $0.wrapped(recovery: recovery, devices: remaining, random: random)
    }
    // The new device reads every earlier epoch too.
    let earlier = try zip(epochs, epochKeys(recovery: recovery)).map { epoch, key in
      var wraps = epoch.wraps
      wraps[keyRing.device] = try key.wrap(
        for: keyRing.device, vault: vault, deviceKey: recovery.deviceKey(keyRing.device),
        random: random)
      return Epoch(id: epoch.id, escrow: epoch.escrow, wraps: wraps)
    }
    return try BootRecord(
      vault: vault, counter: counter + 1, devices: devices, epochs: earlier + opened,
      previous: [hash])
  }
}

extension EpochKey {
  fileprivate func wrapped(
    recovery: RecoverySecret, devices: [DeviceID], random: any RandomSource
  ) throws -> BootRecord.Epoch {
    var wraps: [DeviceID: [UInt8]] = [:]
    for device in devices {
      wraps[device] = try wrap(
        for: device, vault: recovery.vault, deviceKey: recovery.deviceKey(device), random: random)
    }
    return BootRecord.Epoch(
      id: id, escrow: try escrow(for: recovery.vault, recovery: recovery, random: random),
      wraps: wraps)
  }
}
