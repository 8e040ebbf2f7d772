// SPDX-License-Identifier: Apache-2.0
public import DurableFiles

/// The names in a vault's folder (Format.md §7).
public struct VaultFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  public var database: String { path + "/vault.sqlite" }
  public var deviceSecret: String { path + "/device.secret" }
  public var newDeviceSecret: String { path + "/device.secret.new" }
  public var chunks: String { path + "/chunks" }
  public var quarantine: String { path + "/quarantine" }
  public var lock: String { path + "/lock" }

  /// Where a vault is made that gets this name once it is whole.
  public var joining: VaultFolder { VaultFolder(path + ".joining") }

  public var chunkFolder: ChunkFolder { ChunkFolder(path: chunks, quarantine: quarantine) }

  /// Whether a vault was ever begun here.
  public var holdsVault: Bool { Files.exists(database) }

  /// Whether there is any chunk: then this was a vault, whatever became of its database.
  public var holdsChunks: Bool {
    (try? ChunkFolder(path: chunks, quarantine: quarantine).present())?.isEmpty == false
  }

  /// Whether something is here that only a vault leaves, whatever became of its database.
  public var holdsRemains: Bool { holdsChunks || Files.exists(deviceSecret) }

  /// Takes the lock, or says who has it.
  /// - Throws: ``StoreError/busy(holder:)``.
  public func acquireLock() throws -> FileLock {
    do {
      return try FileLock.acquire(lock)
    } catch FileError.busy {
      throw StoreError.busy(holder: FileLock.holder(of: lock))
    } catch let error as FileError {
      throw StoreError(error)
    }
  }

  /// Removes every file of the vault from this folder: first the device secret, without which the
  /// rest cannot be opened; last the database, so that a removal that was interrupted can be asked for again.
  /// Files of others stay.
  public func erase() throws {
    try StoreError.mapping {
      try Files.remove(deviceSecret)
      // The second may be left of a change of passphrase that was killed while it wrote.
      for path in [newDeviceSecret, newDeviceSecret + ".tmp"] { try Files.remove(path) }
      try? Files.synchronizeFolder(path)
      for folder in [chunks, quarantine] where Files.isFolder(folder) && !Files.isLink(folder) {
        try Files.removeTree(folder, depth: 3)
      }
      for name in ["vault.sqlite-journal", "vault.sqlite"] { try Files.remove(path + "/" + name) }
      try Files.remove(lock)
      try? Files.removeFolder(path)
    }
  }
}
