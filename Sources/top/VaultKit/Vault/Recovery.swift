// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
public import Seal
public import Sodium
internal import Hashing
internal import TransparencyLog
internal import VaultStore

/// The way back in when the passphrase is lost: with the kit, as a new device.
extension LockedVault {
  /// Opens the epoch wraps of the boot record with R and, in one boot record, certifies a new device,
  /// revokes the old one at its last local heads and opens a new epoch (DESIGN §3).
  /// - Throws: ``VaultError/otherVaultsKit``.
  public func recover(_ recovery: RecoverySecret, newPassphrase: SecretBytes) throws -> Vault {
    guard (1...1024).contains(newPassphrase.count) else { throw VaultError.unusablePassphrase }
    guard recovery.vault == id else { throw VaultError.otherVaultsKit }
    return try VaultError.mapping {
      let trusted = try TrustedState(state)
      let epochs = try trusted.boot.epochKeys(recovery: recovery)
      let device = try NewDevice(
        of: recovery, epochs: epochs + [EpochKey(random: environment.random)],
        passphrase: newPassphrase, environment: environment)
      let revocation = DeviceRevocation(
        vault: id, createdAt: environment.now().description, device: state.device,
        logs: trusted.logs.filter { $0.device == state.device }.map(\.head))
      let boot = try trusted.boot.following(
        recovery: recovery, adding: (device.keyRing.device, device.certificate),
        revocations: [state.device: revocation],
        opening: Array(device.keyRing.epochs.suffix(1)), random: environment.random)
      var change = try device.change(
        drafts: Self.statements(device, revocation, trusted), environment: environment)
      change.bootRecords = [(boot.counter, try recovery.sign(boot))]
      change.pendingRecovery = .some(nil)
      change.keepHeads(of: state.device, trusted.logs)
      // Sealed under the key that the lost passphrase opened.
      for name in try store.localNames() { change.local[name] = .some(nil) }
      try keepLeft(device.unlockKey, in: &change)
      let file = DeviceSecretFile(store.folder)
      try file.stage(device.deviceSecret)
      try store.commit(change)
      try file.promote()
      return try Vault(
        store: store, state: store.state(), unlockKey: device.unlockKey, environment: environment)
    }
  }

  /// Where pieces had been left, what is not here now counts as left: which they were can be read no more.
  private func keepLeft(_ unlockKey: UnlockKey, in change: inout StoredChange) throws {
    guard try store.local(LeftChunks.name) != nil else { return }
    let missing = try store.listedChunks().map(\.id).filter { store.chunks.size(of: $0) == nil }
    change.local[LeftChunks.name] = .some(
      try LeftChunks(Set(missing)).sealed(unlockKey, vault: id, random: environment.random))
  }

  private static func statements(
    _ device: NewDevice, _ revocation: DeviceRevocation, _ trusted: TrustedState
  ) throws -> [StatementDraft] {
    let seen = try trusted.logs.map { log in
      try HeadReference(device: log.device, log: log.id, size: log.size, root: log.range.root)
        .json()
    }
    let revoked = try revocation.logs.map {
      try HeadReference(device: nil, log: $0.log, size: $0.size, root: $0.root).json()
    }
    return [
      StatementDraft(
        .logOpened, subject: try SubjectID(device.log.bytes),
        fields: [(.headsSeen, .array(seen))]),
      try device.certified(),
      StatementDraft(
        .deviceRevoked, subject: try SubjectID(revocation.device.bytes),
        fields: [(.logs, .array(revoked))]),
    ]
  }
}
