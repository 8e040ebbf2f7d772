// SPDX-License-Identifier: Apache-2.0
public import Dossier
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import TransparencyLog
internal import VaultStore

extension Vault {
  /// Verifies heads, leaves and chunk files; `deep` opens every record and piece as well. Finds all there
  /// is to find, rather than the first.
  ///
  /// - Parameters:
  ///   - repair: moves altered chunk files aside. Never deletes what may be needed.
  ///   - dossier: compares with the heads that it shows.
  ///   - progress: records and chunks seen so far.
  public func check(
    deep: Bool = false, repair: Bool = false, against dossier: UnverifiedDossier? = nil,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> CheckReport {
    var check = VaultCheck(vault: self.id, keyRing: keyRing, store: store, progress: progress)
    try check.run(deep: deep, repair: repair)
    if let dossier { try check.compare(with: dossier) }
    return check.report
  }
}

/// One run of a check; collects what it finds.
struct VaultCheck {
  let vault: VaultID
  let keyRing: KeyRing
  let store: VaultStore
  let progress: (Int) -> Void
  private(set) var report = CheckReport()
  private var statements: [Statement] = []
  private var holes: [LeafReference] = []
  private var unreadable = false

  init(
    vault: VaultID, keyRing: KeyRing, store: VaultStore, progress: @escaping (Int) -> Void
  ) {
    self.vault = vault
    self.keyRing = keyRing
    self.store = store
    self.progress = progress
  }

  private mutating func found(_ code: Problem.Code, _ place: String? = nil) {
    let problem = Problem(code, place)
    if !report.problems.contains(problem) { report.problems.append(problem) }
  }

  mutating func run(deep: Bool, repair: Bool) throws {
    do { try store.checkStructure() } catch { found(.database) }
    guard let state = state() else { return }
    for log in state.logs { try checkLog(log, deep: deep) }
    try checkHoles()
    try checkChunks(deep: deep, repair: repair)
    if deep { checkPieces() }
  }

  private mutating func state() -> StoredState? {
    do {
      let state = try store.state()
      do { checkRevoked(try TrustedState(state)) } catch {
        if case VaultError.damaged(let part) = VaultError(error) {
          found(Self.codes[part] ?? .meta)
        }
      }
      return state
    } catch {
      found(.meta)
      return nil
    }
  }

  /// A revocation says how far the logs of its device went: one that is gone with all its rows leaves no
  /// gap of its own.
  private mutating func checkRevoked(_ trusted: TrustedState) {
    for head in trusted.revocations.values.flatMap(\.logs) {
      let size = trusted.logs.first { $0.id == head.log }?.size ?? 0
      if size < head.size { found(.head, "\(head.log)") }
    }
  }

  private static let codes: [String: Problem.Code] = [
    "certificate": .certificate, "boot_record": .bootRecord, "log": .head,
  ]

  // MARK: Logs

  private mutating func checkLog(_ log: StoredLog, deep: Bool) throws {
    var range = CompactRange()
    var expected: UInt64 = 0
    do {
      try store.forEachRecord(of: log.id) { record in
        while expected < record.sequence && expected < log.size {
          found(.recordMissing, "\(log.id)/\(expected)")
          expected += 1
        }
        expected = record.sequence + 1
        range.append(record.leaf)
        report.records += 1
        if report.records & 1023 == 0 { progress(report.records) }
        checkRecord(record, of: log)
      }
    } catch {
      unreadable = true
      found(.database)
    }
    while expected < log.size {
      found(.recordMissing, "\(log.id)/\(expected)")
      expected += 1
      unreadable = true
      if report.problems.count > 10_000 { break }
    }
    if range.size != log.size || range.root != log.range.root { found(.head, "\(log.id)") }
  }

  /// Every record is opened: a hole can only be told from damage by what the withdrawals say.
  private mutating func checkRecord(_ record: StoredRecord, of log: StoredLog) {
    let place = "\(log.id)/\(record.sequence)"
    guard let sealed = record.sealed else {
      holes.append(LeafReference(log: log.id, sequence: record.sequence, leaf: record.leaf))
      return
    }
    do {
      let statement = try SealedRecord.open(
        sealed, at: .init(vault: vault, log: log.id, sequence: record.sequence, leaf: record.leaf),
        keyRing: keyRing)
      guard statement.header.device == log.device else { throw VaultError.damaged("record") }
      switch statement.header.type {
      case .entryAttached, .entryWithdrawn, .contactRemoved: statements.append(statement)
      default: _ = try Fold([statement])
      }
    } catch {
      unreadable = true
      found(.recordDamaged, place)
    }
  }

  private mutating func checkHoles() throws {
    guard let fold = try? Fold(statements) else { return found(.recordDamaged) }
    report.unknownStatements = fold.unknown
    for hole in holes where !fold.authorisedHoles.contains(hole) {
      unreadable = true
      found(.unauthorisedHole, "\(hole.log)/\(hole.sequence)")
    }
  }

  // MARK: Chunks

  private mutating func checkChunks(deep: Bool, repair: Bool) throws {
    guard let listed = try? store.listedChunks() else { return found(.database) }
    let present = Set((try? store.chunks.present()) ?? [])
    for (id, size) in listed {
      report.chunks += 1
      if report.chunks & 63 == 0 { progress(report.records + report.chunks) }
      guard store.chunks.contains(id) else {
        found(.chunkMissing, "\(id)")
        continue
      }
      guard deep || repair else { continue }
      do {
        if try store.chunks.read(id).count != size { found(.chunkDamaged, "\(id)") }
      } catch {
        found(.chunkDamaged, "\(id)")
        // Only what was read and is not itself: a chunk that cannot be read now may be whole.
        if repair, case StoreError.damaged = error {
          try store.chunks.quarantine(id)
          report.quarantined += 1
        }
      }
    }
    report.unreferencedChunks = present.subtracting(listed.map(\.id)).count
  }

  private mutating func checkPieces() {
    let listed = Set(((try? store.listedChunks()) ?? []).map(\.id))
    for statement in statements where statement.header.type == .entryAttached {
      let header = statement.header
      do {
        let secrets = try statement.all(.attachmentSecret).map { try AttachmentSecret($0.value) }
        for opening in statement.all(.attachment) {
          let attachment = try Attachment(opening.value)
          guard let secret = secrets.first(where: { $0.id == attachment.id }),
            let sealed = try store.record(header.log, header.sequence)?.sealed
          else { throw VaultError.damaged("attachment") }
          let key = try AttachmentKey(
            wrapped: secret.key, piece: secret.id, vault: vault, log: header.log,
            sequence: header.sequence, epoch: SealedRecord.epoch(of: sealed), keyRing: keyRing)
          let reader = try PieceReader(
            attachment, location: secret.chunks, key: key, vault: vault, chunks: store.chunks)
          for id in reader.dataChunks where !listed.contains(id) {
            found(.chunkUnlisted, "\(id)")
          }
          try reader.read { _ in }
        }
      } catch {
        found(.pieceDamaged, "\(header.log)/\(header.sequence)")
      }
    }
  }

  // MARK: Against a dossier

  /// A dossier that this vault signed shows heads; each must be this vault's own history.
  mutating func compare(with dossier: UnverifiedDossier) throws {
    for head in dossier.heads(of: vault) {
      var range = CompactRange()
      try store.forEachRecord(of: head.log) { record in
        if range.size < head.size { range.append(record.leaf) }
      }
      if range.size < head.size {
        found(.rollback, "\(head.log)")
      } else if range.root != head.root {
        found(.fork, "\(head.log)")
      }
    }
  }
}
