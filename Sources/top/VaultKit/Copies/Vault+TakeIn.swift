// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

extension Vault {
  /// Takes in what others left in a folder: boot records, logs, chunks; then what is missing or altered here and
  /// whole there. Chunks first, then one transaction (Sync.md §4).
  /// - Throws: ``VaultError/folder(_:)``; the vault is as it was.
  public func takeIn(
    from path: String, progress: @escaping (Int) -> Void = { _ in }
  ) throws -> CopyReport {
    try VaultError.mapping {
      let transport = try FolderTransport(path, vault: id)
      let copy = transport.holdsVault ? try copyID(transport) : nil
      return try takeIn(from: transport, remembered: copy, progress: progress).report
    }
  }

  /// - Parameters:
  ///   - copy: under which name this device remembers the source.
  ///   - leavingPieces: whether chunks may come later; the result names those that are not here.
  ///   - mayReadAgain: whether the source can be asked for a log from its beginning; the result names those.
  func takeIn(
    from source: any ObjectSource, remembered copy: String?, leavingPieces: Bool = false,
    mayReadAgain: Bool = false, progress: @escaping (Int) -> Void
  ) throws -> (report: CopyReport, wanted: [ChunkID], again: [LogID]) {
    try VaultError.mapping {
      let state = try store.state()
      let trusted = try TrustedState(state)
      var report = CopyReport()
      let contents = try CopyContents(
        source, vault: id, known: Self.verifiedBoots(state), report: &report)
      if let copy { try noteSetBack(contents, copy: copy, report: &report) }
      let union = contents.union ?? trusted.boot
      let completed = try union.completed(keyRing)
      var intake = Intake(
        contents: contents, union: union, keyRing: completed ?? keyRing,
        chunkFolder: store.chunks, report: report, progress: progress)
      intake.leavesPieces = leavingPieces
      intake.mayReadAgain = mayReadAgain
      let left = leftChunks()
      intake.left = left.filter { store.chunks.size(of: $0) == nil }
      intake.listed = Set(try store.listedChunks().map(\.id))
      if contents.logs.contains(where: { entry in
        entry.value.heads.last.map { $0.size > state.log(entry.key)?.size ?? 0 } ?? false
      }) {
        intake.withdrawn = try withdrawnHere()
      }
      for (log, known) in contents.logs.sorted(by: { $0.key < $1.key }) {
        if known.device == device {
          try takeOwn(log, known, state.log(log), into: &intake)
        } else {
          try take(log, known, state.log(log), into: &intake)
        }
      }
      var change = StoredChange()
      let mends = try !leavingPieces || hasGaps()
      if mends { change.filled = try fills(from: contents, &intake) }
      for (id, size) in try store.listedChunks() where store.chunks.size(of: id) != size {
        try intake.take(id, size: size)
      }
      try takeUnreadLists(into: &intake, in: &change)
      try intake.synchronizeChunks()
      change.growths = intake.growths
      change.chunks = intake.chunks
      if intake.left != left {
        change.local[LeftChunks.name] = .some(
          try LeftChunks(intake.left).sealed(unlockKey, vault: id, random: environment.random))
      }
      intake.report.left = intake.left.intersection(intake.wanted).count
      try addBoots(contents, union, state, to: &change, &intake.report)
      let known = Set(try orders().map(\.id))
      change.orders = contents.orders.filter { !known.contains($0.key) }
        .map { (id: $0.key, signed: $0.value) }
      if let completed {
        change.keyRing = try unlockKey.seal(completed, vault: id, random: environment.random)
      }
      try commitIntake(change, intake)
      if let completed { keyRing = completed }
      if leavingPieces { try nameDoubts(of: intake.doubts(store), &intake.report) }
      return (intake.report, intake.wanted, intake.again.sorted())
    }
  }

  private func take(
    _ log: LogID, _ known: CopyContents.Log, _ stored: StoredLog?, into intake: inout Intake
  ) throws {
    guard let stored else { return try intake.take(log, from: CompactRange()) }
    guard stored.device == known.device else { return intake.report.found(.copyHead, "\(log)") }
    guard let comparison = try comparison(stored, with: known) else {
      return intake.report.found(.recordMissing, "\(log)")
    }
    if comparison == .fork { return intake.report.found(.copyFork, "\(log)") }
    try intake.take(log, from: stored.range)
  }

  /// What this device withdrew or removed, with the type of the statement that says so.
  private func withdrawnHere() throws -> [SubjectID: StatementType] {
    var withdrawn: [SubjectID: StatementType] = [:]
    _ = try forEachStatement { statement in
      let header = statement.header
      guard header.device == device else { return }
      if header.type == .entryWithdrawn || header.type == .contactRemoved {
        withdrawn[header.subject] = header.type
      }
    }
    return withdrawn
  }

  private func addBoots(
    _ contents: CopyContents, _ union: BootUnion, _ state: StoredState,
    to change: inout StoredChange, _ report: inout CopyReport
  ) throws {
    let known = Set(state.bootRecords.map(\.hash))
    for (name, signed) in contents.boots where !known.contains(name.hash) {
      change.bootRecords.append((name.counter, signed))
      report.count(signed.body.count)
    }
    for device in union.devices where state.certificates[device.id] == nil {
      change.certificates[device.id] = device.certificate
    }
  }

  /// What arrived on subjects that were withdrawn here is a hole, and a further withdrawal says so.
  private func commitIntake(_ change: StoredChange, _ intake: Intake) throws {
    let drafts = try intake.refused.sorted { $0.key < $1.key }.map { subject, places in
      let removes = JSONValue.array(try places.map { try $0.json() })
      let draft = StatementDraft(
        intake.withdrawn[subject] ?? .entryWithdrawn, subject: subject,
        fields: [(.removes, removes)])
      return draft
    }
    var change = change
    try replace(intake.replaced, in: &change)
    try markHeads(in: &change)
    if let givenUp = intake.givenUp {
      try openSuccessor(of: givenUp, adding: change, drafts)
    } else if drafts.isEmpty {
      try store.commit(change)
    } else {
      try commit(drafts.map { draft in { _ in draft } }, adding: change)
    }
    projection = nil
  }

  // MARK: What is damaged here

  /// Records that are missing from or altered in this vault, whole in the folder.
  private func fills(
    from contents: CopyContents, _ intake: inout Intake
  ) throws -> [(log: LogID, sequence: UInt64, sealed: [UInt8])] {
    var filled: [(log: LogID, sequence: UInt64, sealed: [UInt8])] = []
    for (log, sequence) in try damagedPlaces() {
      guard let row = try store.record(log, sequence), let names = contents.listing.logs[log]
      else { continue }
      let reading = FrameReading(contents: contents, log: log)
      for name in names.segments where name.first <= sequence && sequence < name.end {
        guard let segment = try reading.segment(name),
          case let frame = segment.frames[Int(sequence - segment.first)],
          frame.leaf == row.leaf, let sealed = frame.sealed
        else { continue }
        let place = SealedRecord.Place(vault: id, log: log, sequence: sequence, leaf: row.leaf)
        if let statement = try? SealedRecord.open(sealed, at: place, keyRing: intake.keyRing) {
          try intake.takeChunks(of: statement, sealed: sealed)
        } else if !intake.isOfLockedEpoch(sealed) {
          continue
        }
        filled.append((log, sequence, sealed))
        intake.report.count(sealed.count)
        break
      }
    }
    return filled
  }

  /// Where a record is missing that nobody withdrew, or does not open.
  func damagedPlaces() throws -> [(log: LogID, sequence: UInt64)] {
    try damage().filter { $0.code == .unauthorisedHole || $0.code == .recordDamaged }
      .compactMap(\.place).compactMap(Self.place)
  }

  private static func place(_ text: String) -> (LogID, UInt64)? {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let log = try? LogID(text: parts[0]), let sequence = UInt64(parts[1])
    else { return nil }
    return (log, sequence)
  }
}
