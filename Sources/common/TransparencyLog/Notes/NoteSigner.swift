// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A key that signs notes.
public struct NoteSigner: Sendable {
  private let key: Ed25519.SigningKey
  public let verifier: NoteVerifier

  /// - Throws: ``NoteError/invalidName``.
  public init(name: String, key: Ed25519.SigningKey) throws {
    self.key = key
    verifier = try NoteVerifier(name: name, publicKey: key.publicKey)
  }

  /// This key's signature line over a note's text.
  func sign(_ text: [UInt8]) -> NoteSignature {
    NoteSignature(key: verifier.key, signature: key.sign(text))
  }
}
