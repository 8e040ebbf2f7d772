// SPDX-License-Identifier: Apache-2.0
public import Evidence
public import Hashing
public import Remote

/// What a dossier says, in the order and with the numbers that every page uses: made the same way by
/// the one who writes and by the one who verifies.
public struct DossierContent: Sendable {
  /// An entry of the chronology.
  public struct NumberedEntry: Sendable {
    /// From 1.
    public let number: Int
    public let folded: FoldedEntry
    /// The version that is shown first.
    public let entry: Entry
    public let pieces: [NumberedPiece]
    /// When the first version was recorded.
    public let recordedAt: RecordedAt
  }

  /// « Pièce n° X ».
  public struct NumberedPiece: Sendable {
    /// From 1.
    public let number: Int
    public let attachment: Attachment
    public let path: SafePath
    public let leaf: SHA256Digest
    public let recordedAt: RecordedAt
    /// Of the entry it belongs to.
    public let entryNumber: Int
  }

  public let entries: [NumberedEntry]
  public let pieces: [NumberedPiece]
  /// By the name that is shown.
  public let contacts: [FoldedContact]
  /// Everything shown, in the order of the statement files.
  public let statements: [Statement]
  private let contactsByID: [SubjectID: FoldedContact]

  /// - Parameter statements: disclosed ones.
  /// - Throws: `EvidenceError` for fields that cannot be read.
  public init(_ statements: [Statement]) throws {
    let fold = try Fold(statements)
    var pieces: [NumberedPiece] = []
    var entries: [NumberedEntry] = []
    for folded in fold.entries.values.sorted(by: Self.precedes) {
      guard let latest = folded.latest, let first = folded.revisions.first else { continue }
      let number = entries.count + 1
      let numbered = folded.pieces.enumerated().map { offset, piece in
        NumberedPiece(
          number: pieces.count + offset + 1, attachment: piece.attachment,
          path: SafePath.piece(
            number: pieces.count + offset + 1, original: piece.attachment.name),
          leaf: piece.statement.header.leaf, recordedAt: piece.statement.header.recordedAt,
          entryNumber: number)
      }
      pieces += numbered
      entries.append(
        NumberedEntry(
          number: number, folded: folded, entry: latest.entry, pieces: numbered,
          recordedAt: first.statement.header.recordedAt))
    }
    self.entries = entries
    self.pieces = pieces
    self.statements = statements
    contactsByID = fold.contacts
    contacts = fold.contacts.values.sorted {
      let (a, b) = (Self.name($0), Self.name($1))
      return a.elementsEqual(b) ? $0.id < $1.id : a.lexicographicallyPrecedes(b)
    }
  }

  public func contact(_ id: SubjectID) -> FoldedContact? { contactsByID[id] }

  /// How someone named in an entry is shown; `nil` for a contact that is not in the dossier.
  public func name(of person: Person) -> String? {
    switch person.reference {
    case .name(let name): name
    case .contact(let id): contactsByID[id]?.latest?.contact.shownName
    }
  }

  private static func name(_ contact: FoldedContact) -> String.UTF8View {
    (contact.latest?.contact.shownName ?? "").utf8
  }

  /// By when it happened, undated last; then by when it was recorded.
  private static func precedes(_ left: FoldedEntry, _ right: FoldedEntry) -> Bool {
    func key(_ entry: FoldedEntry) -> (Int64, Int64, Int64) {
      let when = entry.latest?.entry.when
      return (
        when?.earliestKey ?? .max, when?.latestKey ?? .max,
        entry.revisions.first?.statement.header.recordedAt.secondsSinceEpoch ?? .max
      )
    }
    let (a, b) = (key(left), key(right))
    return a == b ? left.id < right.id : a < b
  }
}
