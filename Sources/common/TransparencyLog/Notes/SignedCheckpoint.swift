// SPDX-License-Identifier: Apache-2.0

/// A checkpoint in its signed note. Well-formed; trusted only once ``verify(by:)`` returns.
public struct SignedCheckpoint: Equatable, Sendable {
  public let checkpoint: Checkpoint
  public let note: SignedNote

  /// - Throws: ``NoteError/malformedCheckpoint``.
  public init(note: SignedNote) throws {
    checkpoint = try Checkpoint(parsing: note.text)
    self.note = note
  }

  /// - Throws: ``NoteError``.
  public init(parsing bytes: [UInt8]) throws {
    try self.init(note: SignedNote(parsing: bytes))
  }

  /// Signs under the log's own key.
  /// - Throws: ``NoteError/originMismatch`` when the key is named otherwise than the log.
  public static func sign(_ checkpoint: Checkpoint, by signer: NoteSigner) throws
    -> SignedCheckpoint
  {
    guard signer.verifier.name.utf8.elementsEqual(checkpoint.origin.utf8) else {
      throw NoteError.originMismatch
    }
    return try SignedCheckpoint(note: .sign(text: checkpoint.text, by: signer))
  }

  /// The same checkpoint with one more signature line.
  public func adding(_ signature: NoteSignature) throws -> SignedCheckpoint {
    try SignedCheckpoint(note: note.adding(signature))
  }

  public var encoded: [UInt8] { note.encoded }

  /// Returns only when the log of that name and key signed this checkpoint.
  /// - Throws: ``NoteError/originMismatch``, ``NoteError/unknownKey``, ``NoteError/badSignature``.
  public func verify(by verifier: NoteVerifier) throws {
    guard verifier.name.utf8.elementsEqual(checkpoint.origin.utf8) else {
      throw NoteError.originMismatch
    }
    _ = try note.verifiedSigners(among: [verifier])
  }
}
