// SPDX-License-Identifier: Apache-2.0
public import Evidence
internal import Remote
internal import Seal
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

  /// Every row of every log, opened, those beyond a revocation's cut-off too. Reads on around damage.
  /// - Returns: whatever is not as it was written, each once; a hole that no accepted withdrawal names
  ///   is part of it: nothing is skipped in silence.
  func forEachPlace(_ body: (Place) throws -> Void) throws -> [Problem] {
    var problems: [Problem] = []
    var seen: Set<Problem> = []
    func found(_ problem: Problem) {
      if seen.insert(problem).inserted { problems.append(problem) }
    }
    let state = try VaultError.mapping { try store.state() }
    var trusted: TrustedState?
    do { trusted = try TrustedState(state) } catch { found(Problem(Problem.Code(of: error))) }
    var holes = Holes(
      orders: (try? orders()) ?? [], carriedOut: orderMemory().carriedOut,
      now: environment.now().secondsSinceEpoch)
    let reading = LogReading(
      vault: id, keyRing: keyRing, store: store,
      foreignEpochs: trusted?.foreignEpochs(to: keyRing) ?? [], found: found)
    let acceptance = try Acceptance(state, trusted: trusted, reading: reading)
    var claims = LogClaims(acceptance.revocations.values)
    for log in state.logs {
      try reading.read(log, accepted: acceptance.size(of: log)) { place in
        switch place.content {
        case .statement(let statement):
          try holes.note(statement, isAccepted: place.isAccepted)
          if place.isAccepted { try claims.note(statement) }
        case .hole: holes.note(place.record, of: log.id, isAccepted: place.isAccepted)
        case .unreadable: break
        }
        try body(place)
      }
    }
    for hole in holes.unauthorised.sorted(by: { ($0.log, $0.sequence) < ($1.log, $1.sequence) }) {
      found(Problem(.unauthorisedHole, "\(hole.log)/\(hole.sequence)"))
    }
    claims.compare(with: state.logs, in: store, found: found)
    for log in try store.logsOfRecords() where state.log(log) == nil {
      found(Problem(.recordUnlisted, "\(log)"))
    }
    return problems
  }

  /// Every statement that is here and accepted, log by log, in order; as ``forEachPlace(_:)``.
  func forEachStatement(_ body: (Statement) throws -> Void) throws -> [Problem] {
    try forEachPlace { place in
      if place.isAccepted, let statement = place.statement { try body(statement) }
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

  /// What could not be read, or is not as it was written, in records, heads and what the root key signed.
  /// Empty in a vault that is whole; otherwise the answers to questions are those of the rest, and an entry may
  /// be shown in an earlier version. ``check(deep:repair:against:progress:)`` looks at more.
  public func damage() throws -> [Problem] { try VaultError.mapping { try projected().problems } }

  /// Before something is built on what is shown.
  /// - Throws: ``VaultError/damaged(_:)``.
  func requireWhole() throws {
    if let problem = try damage().first { throw problem.code.damage }
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
