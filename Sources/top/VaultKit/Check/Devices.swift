// SPDX-License-Identifier: Apache-2.0
internal import Evidence
public import Remote
public import Seal
internal import TransparencyLog
internal import VaultStore

/// One device of a vault, as the boot records say.
public struct DeviceItem: Sendable {
  public let device: DeviceID
  /// A moment.
  public let createdAt: String
  public let revokedAt: String?
  public let isThis: Bool
}

extension LockedVault {
  /// Every device ever, in the order of their certificates. Needs no passphrase.
  /// - Throws: ``VaultError/damaged(_:)``.
  public func devices() throws -> [DeviceItem] {
    try VaultError.mapping {
      let trusted = try TrustedState(state)
      return trusted.certificates.map { id, certificate in
        DeviceItem(
          device: id, createdAt: certificate.createdAt,
          revokedAt: trusted.revocations[id]?.createdAt, isThis: id == device)
      }.sorted { ($0.createdAt, $0.device) < ($1.createdAt, $1.device) }
    }
  }

  /// Whether boot records were made apart and the kit has not united them yet.
  public func hasConcurrentBootRecords() throws -> Bool {
    try VaultError.mapping { try TrustedState(state).boot.tips.count > 1 }
  }
}

extension Vault {
  /// Whether a boot record revokes this device.
  public func isRevoked() throws -> Bool {
    try VaultError.mapping { try TrustedState(store.state()).boot.isRevoked(device) }
  }

  /// Revokes another device at the heads that are here, and opens a new epoch that it does not get.
  /// - Throws: ``VaultError/otherVaultsKit``, ``VaultError/notFound``, ``VaultError/invalidField(_:)`` for this device.
  public func revoke(_ reference: String, recovery: RecoverySecret) throws -> DeviceID {
    guard recovery.vault == id else { throw VaultError.otherVaultsKit }
    return try VaultError.mapping {
      let state = try store.state()
      let trusted = try TrustedState(state)
      let found = trusted.certificates.keys.filter {
        $0.description.hasPrefix(reference.lowercased()) && !trusted.boot.isRevoked($0)
      }
      guard let revoked = found.first, !reference.isEmpty else { throw VaultError.notFound }
      guard found.count == 1 else { throw VaultError.ambiguous }
      guard revoked != device else { throw VaultError.invalidField("device") }
      let revocation = DeviceRevocation(
        vault: id, createdAt: environment.now().description, device: revoked,
        logs: trusted.logs.filter { $0.device == revoked }.map(\.head))
      let boot = try trusted.boot.following(
        recovery: recovery, revocations: [revoked: revocation],
        opening: [EpochKey(random: environment.random)], random: environment.random)
      let signed = try recovery.sign(boot)
      let union = try BootUnion(
        vault: id, Self.verifiedBoots(state) + [(record: boot, hash: signed.hash)])
      guard let completed = try union.completed(keyRing) else { throw VaultError.damaged("seal") }
      var change = StoredChange()
      change.bootRecords = [(boot.counter, signed)]
      change.keepHeads(of: revoked, trusted.logs)
      change.keyRing = try unlockKey.seal(completed, vault: id, random: environment.random)
      let logs = try revocation.logs.map {
        try HeadReference(device: nil, log: $0.log, size: $0.size, root: $0.root).json()
      }
      let draft = StatementDraft(
        .deviceRevoked, subject: try SubjectID(revoked.bytes), fields: [(.logs, .array(logs))])
      try commit([{ _ in draft }], adding: change)
      keyRing = completed
      return revoked
    }
  }
}
