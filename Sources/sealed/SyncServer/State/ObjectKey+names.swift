// SPDX-License-Identifier: Apache-2.0
internal import Remote

/// Where everything stands in a store. One place, so that `check` and the service cannot mean different names.
enum Place {
  static let vaults = "vault/"
  static let invitations = "invitation/"
  /// What a store was tried out with by one who was killed.
  static let probes = "probe/"

  static func vault(_ vault: VaultID) -> String { "\(vaults)\(vault.base32)/" }
  static func state(_ vault: VaultID) throws -> ObjectKey { try key(self.vault(vault) + "state") }

  static func boot(_ vault: VaultID, _ name: BootName) throws -> ObjectKey {
    try key(self.vault(vault) + "boot/\(name)")
  }

  static func logs(_ vault: VaultID) -> String { self.vault(vault) + "log/" }
  static func log(_ vault: VaultID, _ log: LogID) throws -> ObjectKey {
    try key(logs(vault) + log.description)
  }

  static func blobs(_ vault: VaultID, _ kind: BlobKind) -> String {
    self.vault(vault) + kind.rawValue + "/"
  }
  static func blob(_ vault: VaultID, _ kind: BlobKind, _ id: ChunkID) throws -> ObjectKey {
    let name = id.description
    return try key("\(blobs(vault, kind))\(name.prefix(2))/\(name)")
  }

  static func erasure(_ vault: VaultID, _ id: ErasureID) throws -> ObjectKey {
    try key(self.vault(vault) + "erasure/\(id)")
  }

  static func invitation(_ hash: ChunkID) throws -> ObjectKey {
    try key(invitations + hash.description)
  }

  /// Ids are of the alphabet of names, so that this never throws for what is built here.
  private static func key(_ text: String) throws -> ObjectKey {
    guard let key = ObjectKey(text) else { throw StorageError.damaged }
    return key
  }
}
