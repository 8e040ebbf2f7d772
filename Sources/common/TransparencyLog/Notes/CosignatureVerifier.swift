// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A known cosigner: signature type 0x04, timestamped Ed25519 (C2SP tlog-cosignature).
public struct CosignatureVerifier: Hashable, Sendable {
  let key: VerifierKey

  public var name: String { key.name.string }
  public var keyID: UInt32 { key.keyID }
  public var publicKey: Ed25519.PublicKey { key.publicKey }

  /// - Throws: ``NoteError/invalidName``.
  public init(name: String, publicKey: Ed25519.PublicKey) throws {
    key = try VerifierKey(name: name, algorithm: .cosignature, publicKey: publicKey)
  }

  /// Parses a verifier key of type 0x04.
  /// - Throws: ``NoteError``.
  public init(vkey: String) throws {
    key = try VerifierKey(vkey: vkey, algorithm: .cosignature)
  }

  public var vkey: String { key.vkey }

  /// The earliest time at which this cosigner says it saw the checkpoint.
  ///
  /// Whether that time is plausible, and whether the log signed, are the caller's to check.
  /// - Returns: seconds since 1970, at most 2^63 − 1.
  /// - Throws: ``NoteError/unknownKey`` when it cosigned nothing here, ``NoteError/badSignature``.
  public func verify(_ signed: SignedCheckpoint) throws -> UInt64 {
    let times = try signed.note.signatures.filter(key.isNamed).map { signature in
      let cosignature = try TimestampedSignature(parsing: signature.signature)
      let message = TimestampedSignature.message(signed.note.bytes, at: cosignature.time)
      guard publicKey.isValid(signature: cosignature.signature, of: message) else {
        throw NoteError.badSignature
      }
      return cosignature.time
    }
    guard let earliest = times.min() else { throw NoteError.unknownKey }
    return earliest
  }
}
