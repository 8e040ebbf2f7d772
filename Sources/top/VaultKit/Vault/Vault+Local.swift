// SPDX-License-Identifier: Apache-2.0
internal import Seal
internal import VaultStore

extension Vault {
  /// What an interrupted command kept, sealed, for the next one; never in a log.
  public func draft() throws -> [UInt8]? { try local(Self.draftName) }

  /// Keeps a draft, or forgets it. At most 1 MiB.
  public func keepDraft(_ draft: [UInt8]?) throws { try keep(draft, as: Self.draftName) }

  static let draftName = "draft"

  func local(_ name: String) throws -> [UInt8]? {
    try VaultError.mapping {
      try store.local(name).map { try unlockKey.open(local: $0, as: name, vault: id) }
    }
  }

  func keep(_ payload: [UInt8]?, as name: String) throws {
    try VaultError.mapping {
      var change = StoredChange()
      change.local[name] = .some(
        try payload.map {
          try unlockKey.seal(local: $0, as: name, vault: id, random: environment.random)
        })
      try store.commit(change)
    }
  }

  /// Everything local under another unlock key. What does not open is left out: it is nothing that was
  /// logged, and a damaged draft must not stand in the way of a new passphrase.
  func localState(under newKey: UnlockKey) throws -> [String: [UInt8]?] {
    var resealed: [String: [UInt8]?] = [:]
    for name in try store.localNames() {
      let payload = try? local(name)
      resealed[name] = .some(
        try payload.map {
          try newKey.seal(local: $0, as: name, vault: id, random: environment.random)
        })
    }
    return resealed
  }
}
