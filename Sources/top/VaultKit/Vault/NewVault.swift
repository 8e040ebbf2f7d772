// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import Evidence
internal import Remote
internal import Seal
public import Sodium
internal import VaultStore

/// Creation of a vault: one device, one epoch, one log, and a kit that waits to be confirmed.
public enum NewVault {
  /// Creates the vault in `path`, durably, and opens it. R stays in it, sealed, until ``Vault/confirmKit()``.
  /// - Throws: ``VaultError/vaultExists``, ``VaultError/unusablePassphrase``.
  public static func create(
    at path: String, passphrase: SecretBytes, environment: VaultEnvironment = VaultEnvironment()
  ) async throws -> Vault {
    guard (1...1024).contains(passphrase.count) else { throw VaultError.unusablePassphrase }
    let folder = VaultFolder(path)
    try VaultError.mapping {
      try Files.createFolder(path, parents: true)
      // An empty folder becomes the vault's own; one with files of others keeps its mode.
      if try Files.names(in: path).isEmpty { try Files.restrictFolder(path) }
    }
    let lock = try await LockedVault.acquireLock(folder, patience: environment.patience)
    return try VaultError.mapping {
      try KnownAnswers.check()
      try forgetUnfinished(folder, lock: lock)
      let recovery = try RecoverySecret(random: environment.random)
      let device = try NewDevice(
        of: recovery, epochs: [EpochKey(random: environment.random)], passphrase: passphrase,
        environment: environment)
      let boot = try recovery.sign(
        BootRecord.first(
          recovery: recovery, keyRing: device.keyRing, certificate: device.certificate,
          random: environment.random))
      var change = try device.change(
        drafts: [StatementDraft(.logOpened, subject: SubjectID(device.log.bytes))],
        environment: environment)
      change.vault = recovery.vault
      change.bootRecords = [(1, boot)]
      change.pendingRecovery = .some(
        try device.unlockKey.seal(recovery, random: environment.random))
      let secrets = DeviceSecretFile(folder)
      // It gets its name last: then one without a database always was some vault's.
      try secrets.stage(device.deviceSecret)
      let store = try VaultStore.create(folder, lock: lock, first: change)
      try secrets.promote()
      return try Vault(
        store: store, state: store.state(), unlockKey: device.unlockKey, environment: environment)
    }
  }

  /// A creation that was killed before its one transaction left a database without tables: it never
  /// was a vault.
  private static func forgetUnfinished(_ folder: VaultFolder, lock: FileLock) throws {
    // Its device secret must not be replaced: the database may come back.
    if folder.holdsRemains { throw VaultError.vaultExists }
    guard folder.holdsVault else { return }
    do {
      _ = try VaultStore.open(folder, lock: lock)
    } catch StoreError.notFound {
      return try Files.remove(folder.database)
    } catch {
      throw VaultError.vaultExists
    }
    throw VaultError.vaultExists
  }
}
