// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
public import Remote
public import Seal
public import Sodium
internal import VaultStore

/// A vault whose folder is locked for this process and whose keys are not here: the state before
/// ``Vault``.
public struct LockedVault: Sendable {
  let store: VaultStore
  let state: StoredState
  let environment: VaultEnvironment

  /// The vault's id, which needs no passphrase.
  public var id: VaultID { state.vault }
  public var device: DeviceID { state.device }
  /// Whether its creation was interrupted before the kit was confirmed.
  public var hasPendingKit: Bool { state.pendingRecovery != nil }
  /// Whether it is linked to a server; to which one, only the passphrase tells.
  public var hasServer: Bool { ((try? store.local(ServerLink.name)) ?? nil) != nil }

  /// Takes the folder's lock, waiting as long as the environment's patience, and reads what is not
  /// secret.
  /// - Throws: ``VaultError``.
  public init(_ path: String, environment: VaultEnvironment = VaultEnvironment()) async throws {
    let folder = VaultFolder(path)
    guard folder.holdsVault else {
      throw folder.holdsRemains ? VaultError.damaged("vault.sqlite missing") : VaultError.noVault
    }
    let lock = try await Self.acquireLock(folder, patience: environment.patience)
    (store, state) = try VaultError.mapping {
      try KnownAnswers.check()
      let store = try VaultStore.open(folder, lock: lock)
      return (store, try store.state())
    }
    self.environment = environment
  }

  /// Opens it.
  /// - Throws: ``VaultError/wrongPassphrase``, ``VaultError/damaged(_:)``.
  public func unlock(passphrase: SecretBytes) throws -> Vault {
    try VaultError.mapping {
      let slot = try PassphraseSlot(encoded: state.slot)
      let secret = try DeviceSecretFile(store.folder).read(for: slot)
      let unlockKey: UnlockKey
      do {
        unlockKey = try slot.open(passphrase: passphrase, deviceSecret: secret)
      } catch SealError.wrongKey {
        // Only here: whatever else this key does not open is damaged.
        throw VaultError.wrongPassphrase
      }
      return try unlock(unlockKey: unlockKey)
    }
  }

  /// Opens it with the key that the slot wraps: for tests that open a vault many times.
  public func unlock(unlockKey: UnlockKey) throws -> Vault {
    try VaultError.mapping {
      try Vault(store: store, state: state, unlockKey: unlockKey, environment: environment)
    }
  }

  static func acquireLock(_ folder: VaultFolder, patience: Duration) async throws -> FileLock {
    let deadline = ContinuousClock.now + patience
    while true {
      do {
        return try folder.acquireLock()
      } catch StoreError.busy(let holder) {
        guard ContinuousClock.now < deadline else { throw VaultError.busy(holder: holder) }
        try await Task.sleep(for: .milliseconds(50))
      } catch {
        throw VaultError(error)
      }
    }
  }
}
