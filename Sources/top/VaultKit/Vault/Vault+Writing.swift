// SPDX-License-Identifier: Apache-2.0
public import Evidence
public import Remote
internal import Seal
internal import TransparencyLog
internal import VaultStore

extension Vault {
  /// Logs an entry; returns once it is durable.
  public func add(_ entry: Evidence.Entry) throws -> SubjectID {
    try VaultError.mapping {
      let id = try SubjectID(random: environment.random)
      try commit([{ _ in try Self.logged(entry, as: id) }])
      return id
    }
  }

  /// Logs entries with their pieces in one transaction: all of them or none, so that a file that cannot be
  /// taken leaves no half entry.
  /// - Parameters:
  ///   - forgettingDraft: the draft is gone with the same transaction, so that it is not logged twice.
  ///   - progress: bytes read of the file at that place among all; called from any thread.
  ///   - noticed: what each piece tells besides what it shows, once all is logged.
  /// - Throws: ``VaultError/file(_:index:)``, and the vault is unchanged.
  public func add(
    _ entries: [NewEntry], forgettingDraft: Bool = false,
    progress: @escaping @Sendable (_ index: Int, _ bytes: UInt64) -> Void = { _, _ in },
    noticed: @Sendable ([AttachedPiece]) -> Void = { _ in }
  ) async throws -> [SubjectID] {
    let pieces = try await seal(entries.flatMap(\.pieces), progress: progress)
    return try VaultError.mapping {
      var rest = pieces[...]
      var drafts: [(UInt64) throws -> StatementDraft] = []
      var ids: [SubjectID] = []
      for new in entries {
        // Its fields are made when their turn comes: of many entries at once they would fill the memory.
        let id = try SubjectID(random: environment.random)
        drafts.append { _ in try Self.logged(new.entry, as: id) }
        ids.append(id)
        let own = Array(rest.prefix(new.pieces.count))
        rest = rest.dropFirst(own.count)
        if !own.isEmpty {
          drafts.append { try self.attachedDraft(own, entry: id, sequence: $0) }
        }
      }
      var change = Self.change(adding: pieces)
      if forgettingDraft { change.local[Self.draftName] = .some(nil) }
      if !drafts.isEmpty { try commit(drafts, adding: change) }
      noticed(pieces.map(\.noticed))
      return ids
    }
  }

  private static func logged(_ entry: Evidence.Entry, as id: SubjectID) throws -> StatementDraft {
    StatementDraft(.entryLogged, subject: id, fields: try entry.fields())
  }

  /// A new revision: a full snapshot that names what it replaces.
  /// - Returns: the entry's id, and how many revisions it has now.
  public func amend(
    _ reference: String, reason: String?, _ change: (inout Evidence.Entry) throws -> Void
  ) throws -> (id: SubjectID, revision: Int) {
    try VaultError.mapping {
      try requireWhole()
      let folded = try entry(reference)
      guard var entry = folded.latest?.entry else { throw VaultError.notFound }
      try change(&entry)
      var fields = try entry.fields()
      if let reason { fields.append((.reason, .string(reason))) }
      fields.append(try Self.references(.replaces, folded.current.map(\.statement)))
      let draft = StatementDraft(.entryAmended, subject: folded.id, fields: fields)
      try commit([{ _ in draft }])
      return (folded.id, folded.revisions.count + 1)
    }
  }

  /// Removes an entry, its revisions and its pieces from this device; their places in the log stay.
  public func withdraw(_ reference: String, reason: String?) throws -> SubjectID {
    try VaultError.mapping {
      try requireWhole()
      let folded = try entry(reference)
      var fields: [(name: FieldName, value: JSONValue)] = [
        try Self.references(.removes, folded.statements)
      ]
      if let reason { fields.append((.reason, .string(reason))) }
      var change = Self.holes(folded.statements)
      change.droppedChunks = droppableChunks(folded.pieces)
      let draft = StatementDraft(.entryWithdrawn, subject: folded.id, fields: fields)
      try commit([{ _ in draft }], adding: change)
      return folded.id
    }
  }

  // MARK: Contacts

  public func addContact(_ contact: Contact) throws -> SubjectID {
    try VaultError.mapping {
      let id = try SubjectID(random: environment.random)
      let draft = StatementDraft(.contactSaved, subject: id, fields: try contact.fields())
      try commit([{ _ in draft }])
      return id
    }
  }

  public func editContact(
    _ reference: String, _ change: (inout Contact) throws -> Void
  ) throws -> SubjectID {
    try VaultError.mapping {
      try requireWhole()
      let folded = try contact(reference)
      guard var contact = folded.latest?.contact else { throw VaultError.notFound }
      try change(&contact)
      let replaces = try Self.references(.replaces, folded.current.map(\.statement))
      let draft = StatementDraft(
        .contactSaved, subject: folded.id, fields: try contact.fields() + [replaces])
      try commit([{ _ in draft }])
      return folded.id
    }
  }

  public func removeContact(_ reference: String) throws -> SubjectID {
    try VaultError.mapping {
      try requireWhole()
      let folded = try contact(reference)
      let statements = folded.revisions.map(\.statement)
      let draft = StatementDraft(
        .contactRemoved, subject: folded.id, fields: [try Self.references(.removes, statements)])
      try commit([{ _ in draft }], adding: Self.holes(statements))
      return folded.id
    }
  }

  // MARK: Parts

  private static func references(
    _ name: FieldName, _ statements: [Statement]
  ) throws -> (name: FieldName, value: JSONValue) {
    (name, .array(try statements.map { try LeafReference($0.header).json() }))
  }

  private static func holes(_ statements: [Statement]) -> StoredChange {
    var change = StoredChange()
    change.holes = statements.map { ($0.header.log, $0.header.sequence) }
    return change
  }

  /// The chunks of these pieces, as far as they may go.
  private func droppableChunks(_ pieces: [FoldedEntry.Piece]) -> [ChunkID] {
    mayDropChunks() ? ((try? chunks(of: pieces)) ?? []) : []
  }

  /// Unless some record cannot be read or is of a kind that we cannot judge: it might refer to them (DESIGN §5).
  func mayDropChunks() -> Bool {
    var isAllUnderstood = true
    let problems = try? forEachPlace { place in
      guard place.isAccepted else { return isAllUnderstood = false }
      if let statement = place.statement, try Fold([statement]).unknown > 0 {
        isAllUnderstood = false
      }
    }
    return isAllUnderstood && problems?.isEmpty == true
  }

  func chunks(of pieces: [FoldedEntry.Piece]) throws -> [ChunkID] {
    pieces.flatMap { piece -> [ChunkID] in
      guard let secret = piece.secret else { return [] }
      switch secret.chunks {
      case .direct(let ids): return ids
      // A list that does not open must not stand in the way of a withdrawal: its chunks stay behind, and
      // the key to them goes.
      case .list(let ids): return ids + ((try? dataChunks(of: piece)) ?? [])
      }
    }
  }
}
