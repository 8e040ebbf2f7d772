// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import Seal
internal import Sodium
internal import VaultStore

/// `device.secret` and, in the middle of a passphrase change, `device.secret.new` (Format.md §2.2).
struct DeviceSecretFile {
  let folder: VaultFolder

  init(_ folder: VaultFolder) { self.folder = folder }

  /// The secret that this slot names; finishes or forgets an interrupted change.
  func read(for slot: PassphraseSlot) throws -> DeviceSecret {
    let (secret, path) = try find(for: slot)
    if path == folder.newDeviceSecret {
      try promote()
    } else {
      try Files.remove(folder.newDeviceSecret)
    }
    return secret
  }

  /// The secret that this slot names, and where it is; changes nothing.
  func find(for slot: PassphraseSlot) throws -> (secret: DeviceSecret, path: String) {
    var isDamaged = false
    for path in [folder.deviceSecret, folder.newDeviceSecret] {
      do {
        guard let secret = try read(path), secret.id == slot.deviceSecretID else { continue }
        return (secret, path)
      } catch SealError.damaged {
        isDamaged = true
      }
    }
    throw VaultError.damaged(isDamaged ? "device.secret" : "device.secret missing")
  }

  /// Makes a new secret durable beside the old one.
  func stage(_ secret: DeviceSecret) throws {
    var bytes = try secret.encoded()
    defer { Memory.wipe(&bytes) }
    try Files.replace(folder.newDeviceSecret, with: bytes)
  }

  /// The staged secret becomes the one.
  func promote() throws {
    try Files.rename(folder.newDeviceSecret, to: folder.deviceSecret)
    try Files.synchronizeFolder(folder.path)
  }

  private func read(_ path: String) throws -> DeviceSecret? {
    do {
      var bytes = try Files.read(path, limit: 4096)
      defer { Memory.wipe(&bytes) }
      return try DeviceSecret(encoded: bytes)
    } catch FileError.notFound {
      return nil
    }
  }
}
