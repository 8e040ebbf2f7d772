// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote
internal import Sodium
internal import TransparencyLog
internal import VaultStore

/// What follows from the stored state once every signature in it was checked: done at each opening,
/// whatever the vault's size (heads are verified, not every record).
struct TrustedState {
  let vault: VaultID
  let certificates: [DeviceID: DeviceCertificate]
  let revocations: [DeviceID: DeviceRevocation]
  /// The newest boot record and its hash.
  let boot: BootRecord
  let bootHash: SHA256Digest
  /// Whether every boot record that another one replaced is here.
  let holdsEveryBootRecord: Bool
  let logs: [StoredLog]

  /// - Throws: ``VaultError/damaged(_:)``.
  init(_ state: StoredState) throws {
    let vault = state.vault
    self.vault = vault
    do {
      certificates = try Dictionary(
        uniqueKeysWithValues: state.certificates.map { device, signed in
          let certificate = try signed.verified(as: DeviceCertificate.self, vault: vault)
          guard certificate.device == device else { throw RemoteError.wrongDevice }
          return (device, certificate)
        })
    } catch {
      throw VaultError.damaged("certificate")
    }
    let boots = try Self.bootRecords(state)
    guard let newest = boots.last else { throw VaultError.damaged("boot_record") }
    (boot, bootHash) = newest
    holdsEveryBootRecord = Set(boots.flatMap(\.0.previous)).isSubset(of: boots.map(\.1))
    revocations = Dictionary(
      uniqueKeysWithValues: try boot.devices.compactMap { device in
        try device.revocation.map {
          (device.id, try $0.verified(as: DeviceRevocation.self, vault: vault))
        }
      })
    logs = state.logs
    guard certificates[state.device] != nil else { throw VaultError.damaged("certificate") }
    for log in logs {
      guard let certificate = certificates[log.device] else { throw VaultError.damaged("log") }
      try Self.check(log, vault: vault, key: certificate.log)
    }
    guard Set(boot.devices.map(\.id)) == Set(certificates.keys) else {
      throw VaultError.damaged("boot_record")
    }
  }

  /// In ascending order of their counters.
  private static func bootRecords(_ state: StoredState) throws -> [(BootRecord, SHA256Digest)] {
    do {
      return try state.bootRecords.map { row in
        let record = try row.record.verified(as: BootRecord.self, vault: state.vault)
        guard record.counter == row.counter else { throw RemoteError.malformed }
        return (record, row.hash)
      }
    } catch {
      throw VaultError.damaged("boot_record")
    }
  }

  /// How much of a log is accepted: all, unless its device was revoked at some size.
  func acceptedSize(of log: StoredLog) -> UInt64 {
    revocations[log.device]?.acceptedSize(of: log.id) ?? log.size
  }

  /// The head of a log: signed by its device, and the root that the compact range gives.
  /// - Throws: ``VaultError/damaged(_:)``.
  static func check(_ log: StoredLog, vault: VaultID, key: Ed25519.PublicKey) throws {
    do {
      let origin = Origin(vault: vault, device: log.device, log: log.id).description
      let signed = try SignedCheckpoint(parsing: log.checkpoint)
      try signed.verify(by: NoteVerifier(name: origin, publicKey: key))
      guard signed.checkpoint.size == log.size, signed.checkpoint.root == log.range.root else {
        throw RemoteError.malformed
      }
    } catch {
      throw VaultError.damaged("log")
    }
  }
}
