// SPDX-License-Identifier: Apache-2.0
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
    try epochs.keys(of: vault, recovery: recovery)
  }
}

extension [BootRecord.Epoch] {
  func keys(of vault: VaultID, recovery: RecoverySecret) throws -> [EpochKey] {
    guard recovery.vault == vault else { throw SealError.otherVault }
    return try map { try EpochKey(escrow: $0.escrow, id: $0.id, recovery: recovery) }
  }
}

extension EpochKey {
  func wrapped(
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
