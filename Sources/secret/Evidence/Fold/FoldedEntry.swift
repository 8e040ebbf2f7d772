// SPDX-License-Identifier: Apache-2.0
public import Remote

/// One entry with its whole history.
public struct FoldedEntry: Sendable {
  /// One version of an entry.
  public struct Revision: Sendable {
    public let statement: Statement
    public let entry: Entry
    public let replaces: [LeafReference]
    /// Why it was amended.
    public var reason: String? { statement[.reason]?.string }
  }

  /// A piece and the statement that attached it.
  public struct Piece: Sendable {
    public let statement: Statement
    public let attachment: Attachment
    /// Absent in a dossier.
    public let secret: AttachmentSecret?

    public init(statement: Statement, attachment: Attachment, secret: AttachmentSecret?) {
      self.statement = statement
      self.attachment = attachment
      self.secret = secret
    }
  }

  public let id: SubjectID
  /// In the order they were recorded.
  public private(set) var revisions: [Revision] = []
  /// In the order they were attached; those of one statement as the person gave them.
  public private(set) var pieces: [Piece] = []

  init(id: SubjectID) { self.id = id }

  mutating func addRevision(_ statement: Statement) throws {
    revisions.append(
      Revision(
        statement: statement, entry: try Entry(statement),
        replaces: try LeafReference.list(statement[.replaces])))
  }

  mutating func addAttached(_ statement: Statement) throws {
    let secrets = try statement.all(.attachmentSecret).map { try AttachmentSecret($0.value) }
    let attachments = try statement.all(.attachment).map { try Attachment($0.value) }
    // A piece that a successor log names once more is the same piece (Format.md §4.3).
    let known = Set(pieces.map(\.attachment.id))
    pieces += attachments.filter { !known.contains($0.id) }.sorted {
      ($0.order, $0.id) < ($1.order, $1.id)
    }.map { attachment in
      Piece(
        statement: statement, attachment: attachment,
        secret: secrets.first { $0.id == attachment.id })
    }
  }

  /// The versions that nothing supersedes: one, or several when two devices amended at once.
  public var current: [Revision] {
    let superseded = Set(revisions.flatMap(\.replaces))
    return revisions.filter { !superseded.contains(LeafReference($0.statement.header)) }
  }

  /// The version to show first: the last of ``current``, else the last recorded.
  public var latest: Revision? { current.last ?? revisions.last }

  /// Every statement about this entry.
  public var statements: [Statement] {
    var seen: Set<LeafReference> = []
    return (revisions.map(\.statement) + pieces.map(\.statement)).filter {
      seen.insert(LeafReference($0.header)).inserted
    }
  }
}
