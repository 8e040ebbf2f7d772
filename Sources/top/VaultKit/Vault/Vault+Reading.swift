// SPDX-License-Identifier: Apache-2.0
public import Evidence
internal import Remote
internal import Seal
internal import TransparencyLog
internal import VaultStore

extension Vault {
  // MARK: Opening records

  /// The statement of one row; `nil` for a hole.
  func open(_ record: StoredRecord, of log: StoredLog) throws -> Statement? {
    guard let sealed = record.sealed else { return nil }
    let statement = try SealedRecord.open(
      sealed,
      at: .init(vault: id, log: log.id, sequence: record.sequence, leaf: record.leaf),
      keyRing: keyRing)
    guard statement.header.device == log.device else { throw VaultError.damaged("record") }
    return statement
  }

  /// Every row of a log, held against its signed head: none missing, none added, none out of place.
  func forEachRecord(of log: StoredLog, _ body: (StoredRecord) throws -> Void) throws {
    var range = CompactRange()
    try store.forEachRecord(of: log.id) { record in
      guard record.sequence == range.size else { throw VaultError.damaged("record missing") }
      range.append(record.leaf)
      try body(record)
    }
    guard range == log.range else { throw VaultError.damaged("log") }
  }

  /// Every row of every log, opened; its statement is `nil` in a hole that a withdrawal authorises.
  ///
  /// - Parameter quarantined: also those beyond a revocation's cut-off, which are not accepted.
  /// - Throws: ``VaultError/damaged(_:)`` for a row that is missing or does not open, and, once all were
  ///   seen, for a hole that no accepted withdrawal names: nothing is skipped in silence.
  func forEachPlace(
    quarantined: Bool,
    _ body: (_ log: StoredLog, StoredRecord, Statement?, _ isAccepted: Bool) throws -> Void
  ) throws {
    try VaultError.mapping {
      let trusted = try TrustedState(store.state())
      var holes = Holes()
      for log in trusted.logs {
        let accepted = trusted.acceptedSize(of: log)
        try forEachRecord(of: log) { record in
          let isAccepted = record.sequence < accepted
          guard isAccepted || quarantined else { return }
          let statement = try open(record, of: log)
          if let statement {
            if isAccepted { try holes.note(statement) }
          } else {
            holes.note(record, of: log.id)
          }
          try body(log, record, statement, isAccepted)
        }
      }
      guard holes.unauthorised.isEmpty else { throw VaultError.damaged("record missing") }
    }
  }

  /// Every statement that is here and accepted, log by log, in order.
  /// - Throws: as ``forEachPlace(quarantined:_:)``.
  func forEachStatement(_ body: (Statement) throws -> Void) throws {
    try forEachPlace(quarantined: false) { _, _, statement, _ in
      if let statement { try body(statement) }
    }
  }

  func statements(_ references: [Projection.Reference]) throws -> [Statement] {
    let logs = try store.state().logs
    return try references.compactMap { reference in
      guard let log = logs.first(where: { $0.id == reference.log }),
        let record = try store.record(reference.log, reference.sequence)
      else { throw VaultError.damaged("record missing") }
      return try open(record, of: log)
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
