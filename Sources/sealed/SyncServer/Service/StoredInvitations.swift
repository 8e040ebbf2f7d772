// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import TransparencyLog

/// The invitations of a store.
public struct StoredInvitations: Sendable {
  let storage: any ObjectStorage

  public init(storage: any ObjectStorage) { self.storage = storage }

  /// Once more does nothing.
  public func add(_ hash: NewInvitation.Hash) async throws {
    _ = try await storage.putIfAbsent(Place.invitation(hash.id), Self.encoded(usedBy: nil))
  }

  /// Writes the vault into the invitation before the vault is made: killed in between, the code is still good for
  /// that vault, and for no other.
  func claim(_ code: String?, for vault: VaultID) async throws {
    guard let code, let hash = NewInvitation.Hash(of: code) else { throw Refused(.invitation) }
    let key = try Place.invitation(hash.id)
    guard let stored = try await storage.get(key) else { throw Refused(.invitation) }
    if let user = try Self.user(stored.bytes) {
      guard user == vault.base32 else { throw Refused(.invitation) }
      return
    }
    let claimed = try Self.encoded(usedBy: vault)
    guard try await storage.replace(key, claimed, ifMatch: stored.version) != nil else {
      // Someone was first, perhaps this very request.
      return try await claim(code, for: vault)
    }
  }

  private static func encoded(usedBy vault: VaultID?) throws -> [UInt8] {
    try StateJSON.encode(["vault": .string(vault?.base32 ?? "")])
  }

  static func isReadable(_ bytes: [UInt8]) -> Bool {
    (try? StateJSON.decode(bytes).string("vault")) != nil
  }

  /// Of the vault that used it; `nil` when none did.
  private static func user(_ bytes: [UInt8]) throws -> String? {
    let vault = try StateJSON.decode(bytes).string("vault")
    return vault.isEmpty ? nil : vault
  }
}

extension SyncService {
  /// Takes in an invitation that was made elsewhere.
  public func accept(_ hash: NewInvitation.Hash) async throws {
    try await StoredInvitations(storage: storage).add(hash)
  }
}
