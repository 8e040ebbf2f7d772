// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import Sodium
internal import TransparencyLog
internal import VaultStore

/// A device in the making: keys, certificate, slot and first log, before anything is written.
struct NewDevice {
  let keyRing: KeyRing
  let certificate: RootSigned
  let unlockKey: UnlockKey
  let deviceSecret: DeviceSecret
  let slot: PassphraseSlot
  let log: LogID
  private let vault: VaultID

  init(
    of recovery: RecoverySecret, epochs: [EpochKey], passphrase: SecretBytes,
    environment: VaultEnvironment
  ) throws {
    let random = environment.random
    vault = recovery.vault
    keyRing = try KeyRing(newDeviceOf: recovery, epochs: epochs, random: random)
    certificate = try recovery.sign(
      DeviceCertificate(
        vault: vault, createdAt: environment.now().description, log: keyRing.log.publicKey,
        request: keyRing.request.publicKey, dossier: keyRing.dossier.publicKey))
    unlockKey = try UnlockKey(random: random)
    deviceSecret = try DeviceSecret(random: random)
    slot = try PassphraseSlot(
      wrapping: unlockKey, passphrase: passphrase, deviceSecret: deviceSecret,
      cost: environment.cost, random: random)
    log = try LogID(random: random)
  }

  /// Says in the new log that this device was certified.
  func certified() throws -> StatementDraft {
    let hash = Base64.encode(SHA256.hash(certificate.body).bytes, .urlUnpadded)
    return StatementDraft(
      .deviceCertified, subject: try SubjectID(keyRing.device.bytes),
      fields: [(.certificate, .string(hash))])
  }

  /// The rows that make this the vault's device, its log opened by `drafts`.
  func change(drafts: [StatementDraft], environment: VaultEnvironment) throws -> StoredChange {
    var writer = LogWriter(
      vault: vault, keyRing: keyRing, newLog: log, now: environment.now(),
      random: environment.random)
    let blanks = try StatementDraft.blanks(random: environment.random)
    for draft in drafts + blanks { _ = try writer.append(draft) }
    var change = StoredChange()
    change.growths = [try writer.finish()]
    change.device = keyRing.device
    change.log = log
    change.certificates = [keyRing.device: certificate]
    change.slot = slot.encoded
    change.keyRing = try unlockKey.seal(keyRing, vault: vault, random: environment.random)
    return change
  }
}
