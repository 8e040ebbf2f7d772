// SPDX-License-Identifier: Apache-2.0
public import Hashing
import Sodium

/// The head of a log: its name, its size and its root (C2SP tlog-checkpoint).
public struct Checkpoint: Equatable, Sendable {
  /// Names the log.
  public let origin: String
  /// Number of leaves.
  public let size: UInt64
  public let root: SHA256Digest
  /// Lines of unknown meaning after the third.
  public let extensions: [String]

  /// - Throws: ``NoteError/malformedCheckpoint`` for a line that is empty or has a control character.
  public init(
    origin: String, size: UInt64, root: SHA256Digest, extensions: [String] = []
  ) throws {
    let lines = [origin] + extensions
    guard lines.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x20 } }) else {
      throw NoteError.malformedCheckpoint
    }
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions
  }

  /// Parses the text of a note, final newline included.
  /// - Throws: ``NoteError/malformedCheckpoint``.
  public init(parsing text: String) throws {
    let body = try CheckpointBody(parsing: Array(text.utf8))
    guard let root = SHA256Digest(body.hash), body.rest.isEmpty || body.rest.last == 0x0A else {
      throw NoteError.malformedCheckpoint
    }
    let lines =
      body.rest.isEmpty
      ? []
      : body.rest.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    try self.init(
      origin: body.origin, size: body.size, root: root,
      extensions: lines.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The text to sign, with its final newline.
  public var text: String {
    ([origin, String(size), Base64.encode(root.bytes, .standard)] + extensions)
      .map { $0 + "\n" }.joined()
  }

  /// Compared as bytes: Swift would call two spellings of an accented letter equal.
  public static func == (left: Checkpoint, right: Checkpoint) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }
}
