// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Sodium
internal import TransparencyLog

/// A code that lets one vault be made. The store has its hash only, so that who reads the store cannot use it.
enum Invitation {
  /// In bytes.
  private static let codeCount = 20

  static func code(_ random: some RandomSource) -> String { Base32.encode(random.bytes(codeCount)) }

  static func key(of code: String) throws -> ObjectKey {
    guard let bytes = try? Base32.decode(code), bytes.count == codeCount else {
      throw Refused(.invitation)
    }
    return try Place.invitation(ChunkID(ofSealed: bytes))
  }

  static func encoded(usedBy vault: VaultID?) throws -> [UInt8] {
    try StateJSON.encode(["vault": .string(vault?.base32 ?? "")])
  }

  /// Of the vault that used it; `nil` when none did.
  static func user(_ bytes: [UInt8]) throws -> String? {
    let vault = try StateJSON.decode(bytes).string("vault")
    return vault.isEmpty ? nil : vault
  }
}

extension SyncService {
  /// Makes a code for one new vault.
  public func invite() async throws -> String {
    let code = Invitation.code(random)
    guard
      try await storage.putIfAbsent(Invitation.key(of: code), Invitation.encoded(usedBy: nil))
        != nil
    else { throw StorageError.unavailable }
    return code
  }

  /// Writes the vault into the invitation before the vault is made: killed in between, the code is still good for
  /// that vault, and for no other.
  func claim(_ code: String?, for vault: VaultID) async throws {
    guard let code else { throw Refused(.invitation) }
    let key = try Invitation.key(of: code)
    guard let stored = try await storage.get(key) else { throw Refused(.invitation) }
    if let user = try Invitation.user(stored.bytes) {
      guard user == vault.base32 else { throw Refused(.invitation) }
      return
    }
    let claimed = try Invitation.encoded(usedBy: vault)
    guard try await storage.replace(key, claimed, ifMatch: stored.version) != nil else {
      // Someone was first, perhaps this very request.
      return try await claim(code, for: vault)
    }
  }
}
