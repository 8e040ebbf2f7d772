// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

/// Takes logs from a folder into a vault that exists or is being made: verifies, opens every record, and lists
/// the chunks that they name. Writes nothing but chunk files, to which nothing refers yet.
struct Intake {
  let contents: CopyContents
  let union: BootUnion
  let keyRing: KeyRing
  let chunkFolder: ChunkFolder
  /// Subjects that this device withdrew, and the type of the statement that said so: what arrives about them
  /// becomes a hole.
  var withdrawn: [SubjectID: StatementType] = [:]
  /// In the chunk table already.
  var listed: Set<ChunkID> = []
  /// Whether a piece may come later: then its chunks are listed, and ``wanted`` where they are not here.
  var leavesPieces = false
  /// Chunks that may be missing here.
  var left: Set<ChunkID> = []
  let progress: (Int) -> Void

  var report = CopyReport()
  var growths: [StoredChange.Growth] = []
  var chunks: [(id: ChunkID, size: Int)] = []
  /// Chunks that are listed and may come later.
  var wanted: [ChunkID] = []
  /// Longer heads than could be reached.
  var unreached: [(log: LogID, device: DeviceID, head: SignedHead)] = []
  /// Whether a log can be asked for once more, from its beginning.
  var mayReadAgain = false
  /// Logs of which only that can tell whether they are longer or another history.
  var again: Set<LogID> = []
  /// Heads of other logs that what was taken names.
  var claims = LogClaims(heads: [])
  /// Whether a record that was taken is a hole there.
  var hasHoles = false
  /// The log that this device wrote, if it can write it no more.
  var givenUp: GivenUpLog?
  /// Logs that were given up before, whose other history has come now.
  var replaced: [GivenUpLog] = []
  /// Whether a list of chunks is missing, so that the chunks of a piece are not known yet.
  var hasUnreadLists = false
  /// Places that became holes here, by subject.
  var refused: [SubjectID: [LeafReference]] = [:]
  private var strictest: [DeviceID: DeviceRevocation] = [:]

  init(
    contents: CopyContents, union: BootUnion, keyRing: KeyRing, chunkFolder: ChunkFolder,
    report: CopyReport, progress: @escaping (Int) -> Void
  ) {
    self.contents = contents
    self.union = union
    self.keyRing = keyRing
    self.chunkFolder = chunkFolder
    self.progress = progress
    self.report = report
    strictest = union.strictest
  }

  /// What goes beyond `range` of a log.
  mutating func take(_ log: LogID, from range: CompactRange) throws {
    guard let known = contents.logs[log], let newest = known.heads.last, newest.size > range.size
    else { return }
    var reading = FrameReading(contents: contents, log: log)
    reading.required = strictest[known.device]?.logs.filter { $0.log == log } ?? []
    let result = try reading.read(from: range)
    let isFork =
      try result.isFork || (result.head == nil && range.size > 0 && leadsElsewhere(reading))
    if isFork { return report.found(.copyFork, "\(log)") }
    if result.head == nil, range.size > 0, asksAgain(for: log) { return }
    if result.head?.size != newest.size {
      report.found(.copySegment, "\(log)/\(result.range.size)")
      unreached.append((log, known.device, newest))
    }
    guard let head = result.head else { return }
    let stored = StoredLog(
      id: log, device: known.device, range: result.range, checkpoint: head.encoded)
    var records: [StoredRecord] = []
    records.reserveCapacity(result.records.count)
    for record in result.records { records.append(try taken(record, of: stored)) }
    growths.append(
      StoredChange.Growth(log: stored, previousSize: range.size, records: records))
  }

  /// Whether frames may still come from before those that did.
  mutating func asksAgain(for log: LogID) -> Bool {
    let first = contents.listing.logs[log]?.segments.map(\.first).min()
    guard mayReadAgain, first != 0 else { return false }
    again.insert(log)
    return true
  }

  /// Whether the folder's frames, from the beginning, lead to its head: then they are another history than ours.
  private func leadsElsewhere(_ reading: FrameReading) throws -> Bool {
    try reading.read(from: CompactRange()).head != nil
  }

  private mutating func taken(_ record: StoredRecord, of log: StoredLog) throws -> StoredRecord {
    guard let sealed = record.sealed else {
      hasHoles = true
      return record
    }
    let hole = StoredRecord(sequence: record.sequence, leaf: record.leaf, sealed: nil)
    let place = SealedRecord.Place(
      vault: contents.vault, log: log.id, sequence: record.sequence, leaf: record.leaf)
    let statement: Statement
    do {
      statement = try SealedRecord.open(sealed, at: place, keyRing: keyRing)
      guard statement.header.device == log.device else { throw SealError.damaged }
    } catch {
      if isOfLockedEpoch(sealed) {
        report.found(.keyMissing, "\(log.id)/\(record.sequence)")
        return record
      }
      report.found(.copyRecord, "\(log.id)/\(record.sequence)")
      return hole
    }
    report.count(sealed.count)
    report.lastRecorded[log.device] = statement.header.recordedAt
    let accepted = strictest[log.device]?.acceptedSize(of: log.id) ?? .max
    if record.sequence < accepted { try? claims.note(statement) }
    progress(report.objects)
    if let type = withdrawn[statement.header.subject], statement.header.type != type {
      refused[statement.header.subject, default: []].append(LeafReference(statement.header))
      return hole
    }
    if statement.header.type == .entryAttached {
      try takeChunks(of: statement, sealed: sealed)
    }
    return record
  }

  /// Whether a boot record names its epoch, and the key is not here until the kit is used (Sync.md §5): it is kept.
  func isOfLockedEpoch(_ sealed: [UInt8]) -> Bool {
    guard let epoch = try? SealedRecord.epoch(of: sealed) else { return false }
    return union.epochs.contains { $0.id == epoch }
      && !keyRing.epochs.contains { $0.id == epoch }
  }

  // MARK: Chunks

  mutating func takeChunks(of statement: Statement, sealed: [UInt8]) throws {
    let header = statement.header
    let secrets = statement.all(.attachmentSecret).compactMap { try? AttachmentSecret($0.value) }
    for opening in statement.all(.attachment) {
      guard let attachment = try? Attachment(opening.value),
        let secret = secrets.first(where: { $0.id == attachment.id }),
        let layout = try? AttachmentLayout(size: attachment.size)
      else {
        report.found(.copyRecord, "\(header.log)/\(header.sequence)")
        continue
      }
      switch secret.chunks {
      case .direct(let ids): try take(ids, layout)
      case .list(let ids):
        let sizes = layout.listChunkCounts
        // Small, and without them nobody knows what else there is.
        for (id, size) in zip(ids, sizes) { try take(id, size: size, mayStay: false) }
        guard
          let key = try? AttachmentKey(
            wrapped: secret.key, piece: secret.id, vault: contents.vault, log: header.log,
            sequence: header.sequence, epoch: SealedRecord.epoch(of: sealed), keyRing: keyRing),
          let reader = try? PieceReader(
            attachment, location: secret.chunks, key: key, vault: contents.vault,
            chunks: chunkFolder)
        else {
          hasUnreadLists = true
          continue
        }
        try take(reader.dataChunks, layout)
      }
    }
  }

  private mutating func take(_ ids: [ChunkID], _ layout: AttachmentLayout) throws {
    for (index, id) in ids.enumerated() where index < layout.chunks {
      try take(id, size: layout.count(of: index) + 16)
    }
  }

  /// Copies one chunk, unless it is here. One that is lacking is listed all the same: then `check` names it.
  /// - Parameter mayStay: whether it may be left where it is.
  mutating func take(_ id: ChunkID, size: Int, mayStay: Bool = true) throws {
    let isNew = listed.insert(id).inserted
    if isNew { chunks.append((id, size)) }
    if chunkFolder.size(of: id) == size, (try? chunkFolder.read(id)) != nil {
      left.remove(id)
      return
    }
    let bytes = try contents.source.read(.chunk(id), limit: ChunkFolder.limit)
    guard let bytes, ChunkID(ofSealed: bytes) == id else {
      if leavesPieces, isNew, mayStay { left.insert(id) }
      if leavesPieces || left.contains(id) { wanted.append(id) }
      // What is there and is not as it was written is named, whatever may stay.
      if bytes != nil || !(leavesPieces || left.contains(id)) { report.found(.copyChunk, "\(id)") }
      return
    }
    try chunkFolder.take(bytes, as: id)
    left.remove(id)
    written.append(id)
    report.count(bytes.count)
    progress(report.objects)
  }

  /// Chunk files whose names are not durable yet.
  private var written: [ChunkID] = []

  mutating func synchronizeChunks() throws {
    if !written.isEmpty { try chunkFolder.synchronize(written) }
    written = []
  }
}
