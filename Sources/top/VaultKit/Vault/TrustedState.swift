// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import Sodium
internal import TransparencyLog
internal import VaultStore

/// What follows from the stored state once every signature in it was checked: done at each opening,
/// whatever the vault's size (heads are verified, not every record).
struct TrustedState {
  let vault: VaultID
  /// All boot records together.
  let boot: BootUnion
  let revocations: [DeviceID: DeviceRevocation]
  let logs: [StoredLog]

  let certificates: [DeviceID: DeviceCertificate]
  /// Whether every boot record that another one replaced is here.
  var holdsEveryBootRecord: Bool { boot.isComplete }

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
    boot = try Self.boot(state)
    revocations = boot.strictest
    logs = state.logs
    guard certificates[state.device] != nil else { throw VaultError.damaged("certificate") }
    for log in logs {
      guard let certificate = certificates[log.device] else { throw VaultError.damaged("log") }
      try Self.check(log, vault: vault, key: certificate.log)
    }
    guard Set(boot.certificates.keys) == Set(certificates.keys) else {
      throw VaultError.damaged("boot_record")
    }
  }

  private static func boot(_ state: StoredState) throws -> BootUnion {
    do {
      return try BootUnion(
        vault: state.vault,
        state.bootRecords.map { row in
          let record = try row.record.verified(as: BootRecord.self, vault: state.vault)
          guard record.counter == row.counter else { throw RemoteError.malformed }
          return (record, row.hash)
        })
    } catch {
      throw VaultError.damaged("boot_record")
    }
  }

  /// How much of a log is accepted: all, unless its device was revoked at some size.
  func acceptedSize(of log: StoredLog) -> UInt64 {
    revocations[log.device]?.acceptedSize(of: log.id) ?? log.size
  }

  /// Whether a statement of this vault's logs stands before its device's revocation.
  func accepts(_ header: StatementHeader) -> Bool {
    guard let revocation = revocations[header.device] else { return true }
    return header.sequence < revocation.acceptedSize(of: header.log)
  }

  /// Epochs that were opened apart, of which this device has no key.
  func foreignEpochs(to keyRing: KeyRing) -> Set<EpochID> {
    Set(boot.epochs.map(\.id)).subtracting(keyRing.epochs.map(\.id))
  }

  /// The head of a log: signed by its device, and the root that the compact range gives.
  /// - Throws: ``VaultError/damaged(_:)``.
  static func check(_ log: StoredLog, vault: VaultID, key: Ed25519.PublicKey) throws {
    do {
      let origin = Origin(vault: vault, device: log.device, log: log.id)
      let head = try SignedHead(log.checkpoint, of: origin, key: key)
      guard head.size == log.size, head.root == log.range.root else {
        throw RemoteError.malformed
      }
    } catch {
      throw VaultError.damaged("log")
    }
  }
}

extension StoredChange {
  /// What a revocation accepts of a device's logs stays provable, whatever is written after it.
  mutating func keepHeads(of device: DeviceID, _ logs: [StoredLog]) {
    heads += logs.filter { $0.device == device }.map { ($0.id, $0.size, $0.checkpoint) }
  }
}
