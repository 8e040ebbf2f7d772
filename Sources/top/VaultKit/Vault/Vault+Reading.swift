// SPDX-License-Identifier: Apache-2.0
public import Evidence
internal import Remote
internal import Seal
internal import VaultStore

extension Vault {
  // MARK: Opening records

  /// The statement of one row; `nil` for a hole.
  func open(_ record: StoredRecord, of log: LogID) throws -> Statement? {
    guard let sealed = record.sealed else { return nil }
    return try SealedRecord.open(
      sealed,
      at: .init(vault: id, log: log, sequence: record.sequence, leaf: record.leaf),
      keyRing: keyRing)
  }

  /// Every statement that is here, log by log, in order. A record that does not open, or whose row is
  /// gone, throws: nothing is skipped in silence.
  func forEachStatement(_ body: (Statement) throws -> Void) throws {
    try VaultError.mapping {
      for log in try store.state().logs {
        let accepted = try acceptedSize(of: log)
        var expected: UInt64 = 0
        try store.forEachRecord(of: log.id) { record in
          guard record.sequence == expected else { throw VaultError.damaged("record missing") }
          expected += 1
          guard record.sequence < accepted, let statement = try open(record, of: log.id) else {
            return
          }
          try body(statement)
        }
        guard expected == log.size else { throw VaultError.damaged("record missing") }
      }
    }
  }

  /// Statements beyond a revocation's cut-off are quarantined, not folded.
  func acceptedSize(of log: StoredLog) throws -> UInt64 {
    try TrustedState(store.state()).revocations[log.device]?.acceptedSize(of: log.id) ?? log.size
  }

  func statements(_ references: [Projection.Reference]) throws -> [Statement] {
    try references.compactMap { reference in
      guard let record = try store.record(reference.log, reference.sequence) else {
        throw VaultError.damaged("record missing")
      }
      return try open(record, of: reference.log)
    }
  }

  /// The index, made at the first question.
  func projected() throws -> Projection {
    if let projection { return projection }
    let made = try VaultError.mapping {
      try Projection(forEach: forEachStatement, statements: statements)
    }
    projection = made
    return made
  }

  // MARK: Questions

  /// By when it happened, newest first.
  public func list(_ filter: EntryFilter = EntryFilter()) throws -> [EntrySummary] {
    try VaultError.mapping { try projected().index.list(filter) }
  }

  /// Full text over entries, contacts and piece names; accents are ignored.
  public func search(_ query: String, limit: Int = 100) throws -> [SearchHit] {
    try VaultError.mapping { try projected().index.search(query, limit: limit) }
  }

  /// One entry with its revisions and pieces, by its id or an unambiguous beginning of it.
  /// - Throws: ``VaultError/notFound``, ``VaultError/ambiguous``.
  public func entry(_ reference: String) throws -> FoldedEntry {
    try VaultError.mapping {
      let id = try resolve(reference, in: .entry)
      let fold = try Fold(statements(projected().references[id] ?? []))
      guard let entry = fold.entries[id] else { throw VaultError.notFound }
      return entry
    }
  }

  public func contact(_ reference: String) throws -> FoldedContact {
    try VaultError.mapping {
      let id = try resolve(reference, in: .contact)
      let fold = try Fold(statements(projected().references[id] ?? []))
      guard let contact = fold.contacts[id] else { throw VaultError.notFound }
      return contact
    }
  }

  /// All contacts, by name.
  public func contacts() throws -> [FoldedContact] {
    try VaultError.mapping {
      try projected().index.contacts().map { try contact($0.description) }
    }
  }

  /// For `--who REF:ROLE`: a contact by id or exact name, else a plain name.
  public func person(_ reference: String, role: String?) throws -> Person {
    try VaultError.mapping {
      let index = try projected().index
      if reference.utf8.count >= 8,
        case let ids = try index.ids(in: .contact, beginning: reference), ids.count == 1
      {
        return Person(.contact(ids[0]), role: role)
      }
      if let id = try index.contact(named: reference) { return Person(.contact(id), role: role) }
      return Person(.name(reference), role: role)
    }
  }

  func resolve(_ reference: String, in table: SearchIndex.Table) throws -> SubjectID {
    let ids = try projected().index.ids(in: table, beginning: reference.lowercased())
    guard let first = ids.first else { throw VaultError.notFound }
    guard ids.count == 1 || first.description == reference else { throw VaultError.ambiguous }
    return first
  }
}
