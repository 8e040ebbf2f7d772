// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

/// What becomes of the log that this device writes when someone else knows more of it: this vault was set back to an
/// older copy, or has a twin. It is never written again; a successor goes on (Sync.md §6).
struct GivenUpLog {
  /// As it ends here.
  let log: StoredLog
  /// How far both histories are the same. What stands beyond here is only here, so it is logged once more.
  let agreed: UInt64
  /// Whether the other history takes its place, because all of it came: it is the one that everybody else has.
  var isReplaced = false
}

extension Vault {
  /// What others show of this device's own logs.
  func takeOwn(
    _ id: LogID, _ known: CopyContents.Log, _ stored: StoredLog?, into intake: inout Intake
  ) throws {
    guard let stored else {
      intake.report.found(.twin, "\(id)")
      return try intake.take(id, from: CompactRange())
    }
    guard let comparison = try comparison(stored, with: known) else {
      return intake.report.found(.recordMissing, "\(id)")
    }
    let isCurrent = id == log.id
    switch comparison {
    case .behind, .further: return
    case .ahead:
      let before = intake.growths.count
      try intake.take(id, from: stored.range)
      let growth = intake.growths.dropFirst(before).first
      guard isCurrent, !intake.again.contains(id) else { return }
      intake.report.found(.twin, "\(id)")
      if let growth {
        intake.givenUp = GivenUpLog(log: growth.log, agreed: growth.log.size)
      } else if !intake.report.problems.contains(Problem(.copySegment, "\(id)/\(stored.size)")) {
        intake.givenUp = try givingUp(stored, for: known, into: &intake)
      }
    case .fork:
      guard !intake.asksAgain(for: id) else { return }
      guard isCurrent else { return try takeLate(stored, for: known, into: &intake) }
      intake.report.found(.copyFork, "\(id)")
      intake.givenUp = try givingUp(stored, for: known, into: &intake)
    }
  }

  /// Takes the other history, where all of it is here.
  private func givingUp(
    _ stored: StoredLog, for known: CopyContents.Log, into intake: inout Intake
  ) throws -> GivenUpLog {
    let common = try agreed(stored, with: known, intake.contents)
    let before = intake.growths.count
    if let range = common.range { try intake.take(stored.id, from: range) }
    return GivenUpLog(
      log: stored, agreed: common.size, isReplaced: intake.growths.count > before)
  }

  /// How far both are the same: leaf by leaf where the other history is here, else as its heads tell. What was seen
  /// earlier says nothing: a head that was shown then need not have been of this history.
  func agreed(
    _ stored: StoredLog, with known: CopyContents.Log, _ contents: CopyContents
  ) throws -> (size: UInt64, range: CompactRange?) {
    let shown = try FrameReading(contents: contents, log: stored.id).read(from: CompactRange())
    if shown.head != nil {
      var range = CompactRange()
      try store.forEachLeaf(of: stored.id) { sequence, leaf in
        guard sequence == range.size, sequence < min(UInt64(shown.records.count), stored.size),
          shown.records[Int(sequence)].leaf == leaf
        else { return }
        range.append(leaf)
      }
      return (range.size, range)
    }
    let roots = try LogRoots(
      of: stored.id, at: Set(known.heads.map(\.size).filter { $0 <= stored.size }), in: store)
    return (known.heads.filter { roots[$0.size] == $0.root }.map(\.size).max() ?? 0, nil)
  }

  /// Commits a change, and opens the log that goes on in the place of one that was given up: first what only this
  /// device had of that one, then `drafts`.
  func openSuccessor(
    of givenUp: GivenUpLog, adding change: StoredChange, _ drafts: [StatementDraft]
  ) throws {
    let id = try LogID(random: environment.random)
    var writer = LogWriter(
      vault: self.id, keyRing: keyRing, newLog: id, now: environment.now(),
      random: environment.random)
    let predecessor = HeadReference(
      device: nil, log: givenUp.log.id, size: givenUp.log.size, root: givenUp.log.range.root)
    let seen = try headsSeen(store.state(), and: change)
    _ = try writer.append(
      StatementDraft(
        .logOpened, subject: try SubjectID(id.bytes),
        fields: [(.predecessor, try predecessor.json()), (.headsSeen, .array(seen))]))
    var moved: [LeafReference: LeafReference] = [:]
    for statement in try statements(of: givenUp) {
      guard let draft = try again(statement, moved, in: id, sequence: writer.size) else { continue }
      moved[LeafReference(statement.header)] = LeafReference(try writer.append(draft).header)
    }
    for draft in drafts + (try StatementDraft.blanks(random: environment.random)) {
      _ = try writer.append(draft)
    }
    var change = change
    if givenUp.isReplaced {
      change.replace(givenUp)
    } else if givenUp.agreed < givenUp.log.size {
      try noteRestated(givenUp, in: &change)
    }
    change.growths.append(try writer.finish())
    change.log = id
    try store.commit(change)
    log = writer.log
    projection = nil
  }

  /// What only this device has of a log that it gave up, as far as it opens.
  private func statements(of givenUp: GivenUpLog) throws -> [Statement] {
    var statements: [Statement] = []
    try store.forEachRecord(
      of: givenUp.log.id, from: givenUp.agreed, below: givenUp.log.size
    ) { record in
      if let statement = try? open(record, of: givenUp.log) { statements.append(statement) }
    }
    return statements
  }

  /// A statement once more, for those who will never see the place where it stood: it replaces what it replaced, that
  /// where it was logged once more, and itself. `nil` for one that says nothing by itself.
  /// - Parameter earlier: what was logged once more already, and where.
  private func again(
    _ statement: Statement, _ earlier: [LeafReference: LeafReference], in log: LogID,
    sequence: UInt64
  ) throws -> StatementDraft? {
    let header = statement.header
    var fields = statement.openings.map { (name: $0.name, value: $0.value) }
    func replacingItself(_ type: StatementType) throws -> StatementDraft {
      let before = try LeafReference.list(statement[.replaces])
      let all = before + before.compactMap { earlier[$0] } + [LeafReference(header)]
      fields.removeAll { $0.name == .replaces }
      return StatementDraft(
        type, subject: header.subject,
        fields: fields + [(.replaces, .array(try all.map { try $0.json() }))])
    }
    switch header.type {
    case .entryLogged, .entryAmended: return try replacingItself(.entryAmended)
    case .contactSaved: return try replacingItself(.contactSaved)
    case .entryAttached:
      fields = try fields.map { field in
        guard field.name == .attachmentSecret else { return field }
        return (field.name, try moved(AttachmentSecret(field.value), header, log, sequence).json())
      }
      return StatementDraft(header.type, subject: header.subject, fields: fields)
    case .logOpened, .blank: return nil
    // Enrolments and revocations are listed for ever; what is not known here may matter elsewhere.
    default: return StatementDraft(header.type, subject: header.subject, fields: fields)
    }
  }

  /// The key of a piece is wrapped for the place of its statement.
  private func moved(
    _ secret: AttachmentSecret, _ header: StatementHeader, _ log: LogID, _ sequence: UInt64
  ) throws -> AttachmentSecret {
    guard let sealed = try store.record(header.log, header.sequence)?.sealed else {
      throw VaultError.damaged("record missing")
    }
    let key = try AttachmentKey(
      wrapped: secret.key, piece: secret.id, vault: id, log: header.log,
      sequence: header.sequence, epoch: SealedRecord.epoch(of: sealed), keyRing: keyRing)
    let wrap = try key.wrapped(
      for: secret.id, vault: id, log: log, sequence: sequence, keyRing: keyRing,
      random: environment.random)
    return AttachmentSecret(
      id: secret.id, key: wrap, chunks: secret.chunks, traces: secret.traces)
  }
}

extension StoredChange {
  /// Another history takes the place of what stood here, whose signed head is kept.
  mutating func replace(_ givenUp: GivenUpLog) {
    rewound.append((givenUp.log.id, givenUp.agreed))
    heads.append((givenUp.log.id, givenUp.log.size, givenUp.log.checkpoint))
  }
}
