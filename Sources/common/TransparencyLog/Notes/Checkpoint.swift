// SPDX-License-Identifier: Apache-2.0
public import Hashing
internal import Sodium

/// The head of a log (C2SP tlog-checkpoint).
public struct Checkpoint: Equatable, Sendable {
  public let origin: String
  public let size: UInt64
  public let root: SHA256Digest
  /// Lines after the root, opaque.
  public let extensions: [String]

  public init(origin: String, size: UInt64, root: SHA256Digest, extensions: [String] = []) {
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions
  }

  /// - Throws: ``ProofError/malformed``.
  public init(parsing text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.last?.isEmpty == true,
      !lines.dropLast().contains(where: \.isEmpty),
      let size = Decimal64.parse(lines[1]), size < 1 << 63,
      let bytes = try? Base64.decode(lines[2], .standard), let root = SHA256Digest(bytes)
    else { throw ProofError.malformed }
    self.init(
      origin: String(lines[0]), size: size, root: root,
      extensions: lines[3..<lines.count - 1].map(String.init))
  }

  public var text: String {
    ([origin, String(size), Base64.encode(root.bytes, .standard)] + extensions)
      .map { $0 + "\n" }.joined()
  }
}

/// Decimal numbers with one spelling each.
enum Decimal64 {
  static func parse(_ text: some StringProtocol) -> UInt64? {
    guard let value = UInt64(text), String(value).utf8.elementsEqual(text.utf8) else { return nil }
    return value
  }
}

/// A checkpoint as a signed note.
public struct SignedCheckpoint: Equatable, Sendable {
  public let checkpoint: Checkpoint
  public let note: SignedNote

  /// - Throws: ``ProofError``.
  public init(parsing bytes: [UInt8]) throws {
    note = try SignedNote(parsing: bytes)
    checkpoint = try Checkpoint(parsing: note.text)
  }

  public static func sign(_ checkpoint: Checkpoint, by signer: NoteSigner) throws
    -> SignedCheckpoint
  {
    let note = try SignedNote.sign(text: checkpoint.text, by: [signer])
    return try SignedCheckpoint(parsing: note.encoded)
  }

  public var encoded: [UInt8] { note.encoded }

  /// The log's own signature: the key's name must be the origin.
  /// - Throws: ``ProofError``.
  public func verify(by verifier: NoteVerifier) throws {
    guard checkpoint.origin.utf8.elementsEqual(verifier.name.utf8) else {
      throw ProofError.unknownKey
    }
    _ = try note.verifiedSigners(among: [verifier])
  }
}
