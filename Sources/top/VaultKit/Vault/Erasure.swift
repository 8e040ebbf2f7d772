// SPDX-License-Identifier: Apache-2.0
internal import VaultStore

/// Removal of a vault from this machine.
public enum Erasure {
  /// Removes every file of the vault, the device secret first. Says nothing of copies elsewhere, because
  /// it knows nothing of them.
  /// - Throws: ``VaultError/noVault``, ``VaultError/busy(holder:)``.
  public static func erase(_ path: String, patience: Duration = .seconds(5)) async throws {
    let folder = VaultFolder(path)
    // Of a `join` that was interrupted.
    let unfinished = folder.joining
    let isUnfinished = unfinished.holdsVault || unfinished.holdsRemains
    if isUnfinished { try VaultError.mapping { try unfinished.erase() } }
    guard folder.holdsVault || folder.holdsRemains else {
      if isUnfinished { return }
      throw VaultError.noVault
    }
    let lock = try await LockedVault.acquireLock(folder, patience: patience)
    try VaultError.mapping { try folder.erase() }
    withExtendedLifetime(lock) {}
  }
}
