// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A cosigner's key. The specification wants a key of its own for every cosigner: the message does not
/// name it.
public struct CosignatureSigner: Sendable {
  private let key: Ed25519.SigningKey
  public let verifier: CosignatureVerifier

  /// - Throws: ``NoteError/invalidName``.
  public init(name: String, key: Ed25519.SigningKey) throws {
    self.key = key
    verifier = try CosignatureVerifier(name: name, publicKey: key.publicKey)
  }

  /// The signature line that says: seen at `time`, and consistent with all this cosigner saw before,
  /// which the caller has checked.
  /// - Parameter time: seconds since 1970.
  /// - Throws: ``NoteError/invalidTime``.
  public func cosign(_ signed: SignedCheckpoint, at time: UInt64) throws -> NoteSignature {
    guard time <= TimestampedSignature.maximumTime else { throw NoteError.invalidTime }
    let signature = key.sign(TimestampedSignature.message(signed.note.bytes, at: time))
    let encoded = TimestampedSignature(time: time, signature: signature).encoded
    return NoteSignature(key: verifier.key, signature: encoded)
  }
}
