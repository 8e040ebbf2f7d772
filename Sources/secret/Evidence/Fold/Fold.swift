// SPDX-License-Identifier: Apache-2.0
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
    for subject in Dictionary(grouping: statements, by: \.header.subject).values {
      for statement in FoldOrder.sorted(subject) { try add(statement) }
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
      .erasureOrdered, .erasureCancelled, .blank:
      break
    default:
      unknown += 1
    }
  }
}
