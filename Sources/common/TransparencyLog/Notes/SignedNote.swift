// SPDX-License-Identifier: Apache-2.0

/// A C2SP signed note: a text, and signatures that name their keys. Well-formed, not yet trusted.
public struct SignedNote: Equatable, Sendable {
  /// No longer note is read.
  public static let maximumCount = 1 << 20
  /// As golang.org/x/mod; the specification asks readers to take at least 16.
  public static let maximumSignatureCount = 100

  /// The text with its final newline: the bytes that are signed.
  public let bytes: [UInt8]
  public let signatures: [NoteSignature]

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  private init(checking bytes: [UInt8], _ signatures: [NoteSignature]) throws {
    guard bytes.last == 0x0A, Self.isPlain(bytes), !signatures.isEmpty else {
      throw NoteError.malformed
    }
    guard signatures.count <= Self.maximumSignatureCount else { throw NoteError.tooLarge }
    self.bytes = bytes
    self.signatures = signatures
    guard encoded.count <= Self.maximumCount else { throw NoteError.tooLarge }
  }

  /// - Throws: ``NoteError/malformed``, ``NoteError/tooLarge``.
  public init(parsing note: [UInt8]) throws {
    guard note.count <= Self.maximumCount else { throw NoteError.tooLarge }
    guard
      let blank = note.indices.dropLast().last(where: { note[$0] == 0x0A && note[$0 + 1] == 0x0A }),
      note.last == 0x0A, blank + 2 < note.count
    else { throw NoteError.malformed }
    let lines = note[(blank + 2)...].dropLast().split(
      separator: 0x0A, maxSplits: Self.maximumSignatureCount, omittingEmptySubsequences: false)
    guard lines.count <= Self.maximumSignatureCount else { throw NoteError.tooLarge }
    try self.init(
      checking: Array(note[...blank]), lines.map { try NoteSignature(line: $0) })
  }

  /// - Parameter text: ends in a newline and holds no other control character.
  /// - Throws: ``NoteError/malformed``, ``NoteError/tooLarge``.
  public static func sign(text: String, by signers: [NoteSigner]) throws -> SignedNote {
    let bytes = Array(text.utf8)
    return try SignedNote(checking: bytes, signers.map { $0.sign(bytes) })
  }

  /// A note signed by one key.
  public static func sign(text: String, by signer: NoteSigner) throws -> SignedNote {
    try sign(text: text, by: [signer])
  }

  /// The same note with one more signature line, say a cosignature; a line it has already is not
  /// repeated.
  public func adding(_ signature: NoteSignature) throws -> SignedNote {
    if signatures.contains(signature) { return self }
    return try SignedNote(checking: bytes, signatures + [signature])
  }

  /// The bytes that were parsed, or that another reader parses.
  public var encoded: [UInt8] {
    bytes + [0x0A] + signatures.flatMap { $0.line + [0x0A] }
  }

  /// UTF-8 without ASCII control characters other than newline (signed-note, "Format").
  private static func isPlain(_ text: [UInt8]) -> Bool {
    text.allSatisfy { $0 >= 0x20 || $0 == 0x0A } && String(validating: text, as: UTF8.self) != nil
  }
}
