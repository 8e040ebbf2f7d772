// SPDX-License-Identifier: Apache-2.0
internal import Hashing
public import Remote

/// The state that a set of statements amounts to: a union of logs, folded the same way whatever the
/// order they come in (Format.md §4.3).
public struct Fold: Sendable {
  /// Entries that no withdrawal names, by id.
  public private(set) var entries: [SubjectID: FoldedEntry] = [:]
  /// Contacts that no removal names, by id.
  public private(set) var contacts: [SubjectID: FoldedContact] = [:]
  /// Subjects that are gone from here.
  public private(set) var gone: Set<SubjectID> = []
  /// Statements that a withdrawal or removal names: their records may be missing.
  public private(set) var authorisedHoles: Set<LeafReference> = []
  /// Statements of types that this program does not know.
  public private(set) var unknown = 0

  /// - Throws: ``EvidenceError`` for a statement whose fields cannot be read.
  public init(_ statements: [Statement]) throws {
    for statement in statements.sorted(by: Self.precedes) {
      try add(statement)
    }
    for subject in gone {
      entries[subject] = nil
      contacts[subject] = nil
    }
    for (id, entry) in entries where entry.revisions.isEmpty {
      // Pieces of an entry that is not here: nothing to show them with.
      entries[id] = nil
    }
  }

  private mutating func add(_ statement: Statement) throws {
    let subject = statement.header.subject
    switch statement.header.type {
    case .entryLogged, .entryAmended:
      try entries[subject, default: FoldedEntry(id: subject)].addRevision(statement)
    case .entryAttached:
      try entries[subject, default: FoldedEntry(id: subject)].addAttached(statement)
    case .contactSaved:
      try contacts[subject, default: FoldedContact(id: subject)].add(statement)
    case .entryWithdrawn, .contactRemoved:
      gone.insert(subject)
      authorisedHoles.formUnion(try LeafReference.list(statement[.removes]))
    case .logOpened, .deviceCertified, .deviceRevoked, .formatRaised, .dossierSealed,
      .blank:
      break
    default:
      unknown += 1
    }
  }

  /// For display only: clocks decide nothing else.
  public static func precedes(_ left: Statement, _ right: Statement) -> Bool {
    let (a, b) = (left.header, right.header)
    if a.recordedAt.secondsSinceEpoch != b.recordedAt.secondsSinceEpoch {
      return a.recordedAt.secondsSinceEpoch < b.recordedAt.secondsSinceEpoch
    }
    if (a.log, a.sequence) != (b.log, b.sequence) {
      return (a.log, a.sequence) < (b.log, b.sequence)
    }
    // A cloned device's two statements in one place: still one order, whatever they came in.
    return a.leaf.bytes.lexicographicallyPrecedes(b.leaf.bytes)
  }
}
