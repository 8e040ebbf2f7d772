// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

/// What goes out: frames of a log cut into segments, the chunks that they need, and the head after them.
extension Vault {
  struct Outgoing {
    var segments: [SegmentReference] = []
    var chunks: [ChunkID] = []
  }

  /// Everything of a log from a place on, as references: the bytes are made again when they are sent.
  func outgoing(
    _ log: StoredLog, from: UInt64, _ trusted: TrustedState, report: inout CopyReport
  ) throws -> Outgoing {
    let foreign = trusted.foreignEpochs(to: keyRing)
    var outgoing = Outgoing()
    var writer = SegmentWriter(log: log.id, first: from)
    var expected = from
    try store.forEachRecord(of: log.id, from: from) { record in
      guard record.sequence == expected, expected < log.size else { return }
      expected += 1
      let (frame, statement) = try framed(record, of: log, foreign, report: &report)
      if let statement {
        outgoing.chunks += try chunks(of: statement, sealed: record.sealed ?? [])
      }
      if let segment = try writer.append(frame) {
        outgoing.segments.append(SegmentReference(segment))
      }
    }
    guard expected == log.size else {
      report.found(.recordMissing, "\(log.id)/\(expected)")
      return Outgoing()
    }
    if let segment = try writer.finish() { outgoing.segments.append(SegmentReference(segment)) }
    return outgoing
  }

  /// Those of its pieces, whether or not they are here: the server says which it lacks, and those of them that are not
  /// here either are named.
  private func chunks(of statement: Statement, sealed: [UInt8]) throws -> [ChunkID] {
    guard statement.header.type == .entryAttached else { return [] }
    let header = statement.header
    let secrets = statement.all(.attachmentSecret).compactMap { try? AttachmentSecret($0.value) }
    var ids: [ChunkID] = []
    for opening in statement.all(.attachment) {
      guard let attachment = try? Attachment(opening.value),
        let secret = secrets.first(where: { $0.id == attachment.id })
      else { continue }
      switch secret.chunks {
      case .direct(let direct): ids += direct
      case .list(let lists):
        ids += lists
        guard
          let key = try? AttachmentKey(
            wrapped: secret.key, piece: secret.id, vault: id, log: header.log,
            sequence: header.sequence, epoch: SealedRecord.epoch(of: sealed), keyRing: keyRing),
          let reader = try? PieceReader(
            attachment, location: secret.chunks, key: key, vault: id, chunks: store.chunks)
        else { continue }
        ids += reader.dataChunks
      }
    }
    return ids
  }

  /// The bytes of a segment that was planned; `nil` when they are other ones now.
  func segment(_ reference: SegmentReference, of id: LogID) throws -> [UInt8]? {
    try VaultError.mapping {
      let state = try store.state()
      guard let log = state.log(id) else { return nil }
      // Mostly it is the rows as they are: that they were opened before is in the id.
      if let bytes = try segment(
        reference, of: id, { try? Frame(leaf: $0.leaf, sealed: $0.sealed) })
      {
        return bytes
      }
      let foreign = try TrustedState(state).foreignEpochs(to: keyRing)
      var report = CopyReport()
      return try segment(reference, of: id) {
        try frame($0, of: log, foreign, report: &report)
      }
    }
  }

  private func segment(
    _ reference: SegmentReference, of id: LogID, _ frame: (StoredRecord) throws -> Frame?
  ) throws -> [UInt8]? {
    let name = reference.name
    var frames: [Frame] = []
    try store.forEachRecord(of: id, from: name.first, below: name.end) { record in
      guard record.sequence == name.first + UInt64(frames.count) else { return }
      if let frame = try frame(record) { frames.append(frame) }
    }
    guard let segment = try? Segment(log: id, first: name.first, frames: frames),
      segment.name == name, case let bytes = segment.encoded,
      ChunkID(ofSealed: bytes) == reference.id
    else { return nil }
    return bytes
  }

  func wholeChunk(_ id: ChunkID) throws -> [UInt8]? { try? store.chunks.read(id) }

  func keep(_ chunk: [UInt8], as id: ChunkID) throws {
    try VaultError.mapping { try store.chunks.take(chunk, as: id) }
  }

  func settle(_ kept: [ChunkID]) throws {
    try VaultError.mapping { try store.chunks.synchronize(kept) }
    try unleave(kept)
  }
}
