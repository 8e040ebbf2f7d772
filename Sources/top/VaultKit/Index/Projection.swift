// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import Seal
internal import VaultStore

/// Which statements are about what, and the search index over them. Lives in memory for as long as the
/// vault is open; made from the records at the first question that needs it.
struct Projection {
  struct Reference: Hashable {
    let log: LogID
    let sequence: UInt64
  }

  let index: SearchIndex
  private(set) var references: [SubjectID: [Reference]] = [:]
  private(set) var gone: Set<SubjectID> = []
  /// What could not be read when it was made.
  private(set) var problems: [Problem] = []

  /// Opens every record once. Subjects of more than one statement are folded from their statements
  /// at the end.
  init(
    forEach: ((Statement) throws -> Void) throws -> [Problem],
    statements: ([Reference]) throws -> [Statement]
  ) throws {
    index = try SearchIndex()
    var several: Set<SubjectID> = []
    var references: [SubjectID: [Reference]] = [:]
    var gone: Set<SubjectID> = []
    var problems: [Problem] = []
    /// A statement that opens and makes no sense must not hide the others.
    func put(_ statements: [Statement], into update: SearchIndex.Update) throws {
      do { try Self.put(Fold(statements), into: update) } catch is EvidenceError {
        problems += statements.map {
          Problem(.recordDamaged, "\($0.header.log)/\($0.header.sequence)")
        }
      }
    }
    try index.update { update in
      let found = try forEach { statement in
        let header = statement.header
        guard Self.isIndexed(header.type) else { return }
        references[header.subject, default: []].append(
          Reference(log: header.log, sequence: header.sequence))
        if header.type == .entryWithdrawn || header.type == .contactRemoved {
          gone.insert(header.subject)
        }
        if references[header.subject]?.count == 1 {
          try put([statement], into: update)
        } else {
          several.insert(header.subject)
        }
      }
      for subject in gone { try update.remove(subject) }
      for subject in several.subtracting(gone) {
        try put(statements(references[subject] ?? []), into: update)
      }
      problems += found
    }
    self.problems = problems
    self.references = references
    self.gone = gone
  }

  /// What was just committed.
  mutating func add(
    _ committed: [Statement], statements: ([Reference]) throws -> [Statement]
  ) throws {
    var changed: Set<SubjectID> = []
    for statement in committed where Self.isIndexed(statement.header.type) {
      let header = statement.header
      references[header.subject, default: []].append(
        Reference(log: header.log, sequence: header.sequence))
      changed.insert(header.subject)
      if header.type == .entryWithdrawn || header.type == .contactRemoved {
        gone.insert(header.subject)
      }
    }
    try index.update { update in
      for subject in changed {
        if gone.contains(subject) {
          try update.remove(subject)
        } else {
          try Self.put(Fold(statements(references[subject] ?? [])), into: update)
        }
      }
    }
  }

  private static func isIndexed(_ type: StatementType) -> Bool {
    [
      .entryLogged, .entryAmended, .entryAttached, .entryWithdrawn, .contactSaved, .contactRemoved,
    ].contains(type)
  }

  private static func put(_ fold: Fold, into update: SearchIndex.Update) throws {
    for entry in fold.entries.values { try update.put(entry) }
    for contact in fold.contacts.values { try update.put(contact) }
  }
}
