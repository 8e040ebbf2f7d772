// SPDX-License-Identifier: Apache-2.0
internal import Remote
public import Seal
internal import VaultStore

extension Vault {
  /// The kit, while it was not confirmed; `nil` afterwards and for ever.
  public func pendingKit() throws -> RecoveryKit? {
    try VaultError.mapping {
      try store.state().pendingRecovery.map {
        try unlockKey.openPendingRecovery($0, vault: id).kit()
      }
    }
  }

  /// Forgets R: from now on only the kit has it.
  public func confirmKit() throws {
    try VaultError.mapping {
      var change = StoredChange()
      change.pendingRecovery = .some(nil)
      try store.commit(change)
    }
  }
}
