// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A known key that signs notes: signature type 0x01, Ed25519 over the text.
public struct NoteVerifier: Hashable, Sendable {
  let key: VerifierKey

  public var name: String { key.name.string }
  public var keyID: UInt32 { key.keyID }
  public var publicKey: Ed25519.PublicKey { key.publicKey }

  /// - Throws: ``NoteError/invalidName``.
  public init(name: String, publicKey: Ed25519.PublicKey) throws {
    key = try VerifierKey(name: name, algorithm: .ed25519, publicKey: publicKey)
  }

  /// Parses a verifier key, `name+id+base64`; only the spelling of ``vkey`` is taken.
  /// - Throws: ``NoteError``.
  public init(vkey: String) throws {
    key = try VerifierKey(vkey: vkey, algorithm: .ed25519)
  }

  public var vkey: String { key.vkey }
}
