// SPDX-License-Identifier: Apache-2.0
internal import Seal
public import Sodium
internal import VaultStore

extension Vault {
  /// Where a change of passphrase may be interrupted; tests stop at each.
  public enum PassphraseStep: CaseIterable, Sendable {
    case secretStaged, slotReplaced, secretPromoted
  }

  /// Changes the passphrase: new salt, new device secret, new unlock key. The vault is open, so the old
  /// passphrase was given; wherever this is interrupted, one of the two opens.
  /// - Parameter reached: called after each durable step; what it throws interrupts the change there.
  public func changePassphrase(
    to passphrase: SecretBytes, reached: (PassphraseStep) throws -> Void = { _ in }
  ) throws {
    guard (1...1024).contains(passphrase.count) else { throw VaultError.unusablePassphrase }
    try VaultError.mapping {
      let random = environment.random
      let newKey = try UnlockKey(random: random)
      let secret = try DeviceSecret(random: random)
      var change = StoredChange()
      change.slot = try PassphraseSlot(
        wrapping: newKey, passphrase: passphrase, deviceSecret: secret, cost: environment.cost,
        random: random
      ).encoded
      change.keyRing = try newKey.seal(keyRing, vault: id, random: random)
      if let pending = try store.state().pendingRecovery {
        let recovery = try unlockKey.openPendingRecovery(pending, vault: id)
        change.pendingRecovery = .some(try newKey.seal(recovery, random: random))
      }
      change.local = try localState(under: newKey)
      let file = DeviceSecretFile(store.folder)
      try file.stage(secret)
      try reached(.secretStaged)
      try store.commit(change)
      unlockKey = newKey
      try reached(.slotReplaced)
      try file.promote()
      try reached(.secretPromoted)
    }
  }
}
