// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote
internal import TransparencyLog

extension SyncService {
  private static let appendAttempts = 4

  /// Sync.md §10.
  func append(_ vault: VaultID, _ log: LogID, _ body: [UInt8]) async throws -> WireResponse {
    guard let message = try? LogAppend(encoded: body) else { throw Refused(.malformed) }
    for _ in 0..<Self.appendAttempts {
      guard let state = try await vaultState(vault)?.state else { throw Refused(.unknownDevice) }
      let head = try PostedHead(message.checkpoint, of: log, in: state)
      if let answer = try await append(message, head, to: log, in: vault) {
        // Also when a repeat finds that the first attempt was killed here.
        if !state.logs.contains(log) { try await updateVault(vault) { $0.logs.insert(log) } }
        return answer
      }
    }
    throw Refused(.conflict)
  }

  /// - Returns: `nil` when someone else changed the log meanwhile.
  private func append(
    _ message: LogAppend, _ head: PostedHead, to log: LogID, in vault: VaultID
  ) async throws -> WireResponse? {
    let known = try await logRecord(vault, log)
    if let record = known?.record {
      guard record.device == head.device else { throw Refused(.notYours) }
      if head.size <= record.size {
        try await requireRoot(head.root, at: head.size, of: record, log, vault)
        return try Self.answer(record)
      }
    } else {
      try await requireRoomForLog(in: vault)
    }
    guard message.from == known?.record.size ?? 0 else { throw Refused(.conflict) }
    var record = LogRecord(
      device: head.device, range: known?.record.range ?? CompactRange(), checkpoint: [],
      parts: known?.record.parts ?? [], dropped: [])
    try await extend(&record, by: message.segments, to: head, of: log, in: vault)
    let cosignature = try cosigner.cosign(head.signed, at: now())
    record.checkpoint = try head.signed.adding(cosignature).encoded
    try await joinTail(of: &record, log, in: vault)
    // What the last change dropped is gone before it is forgotten.
    try await deleteSegments(known?.record.dropped ?? [], of: vault)
    guard try await store(record, of: log, in: vault, ifMatch: known?.version) else { return nil }
    if known == nil { await usage.add(try record.encoded().count, to: vault) }
    return try Self.answer(record)
  }

  private static func answer(_ record: LogRecord) throws -> WireResponse {
    try .json(
      LogState(device: record.device, size: record.size, checkpoint: record.checkpoint))
  }

  private func requireRoomForLog(in vault: VaultID) async throws {
    let logs = try await storage.list(
      prefix: Place.logs(vault), after: nil, limit: min(policy.logLimit, 1000))
    guard logs.count < policy.logLimit else { throw Refused(.quota) }
  }

  /// Takes the segments' leaves in; they must lead from where the record ends to the head.
  private func extend(
    _ record: inout LogRecord, by segments: [SegmentReference], to head: PostedHead,
    of log: LogID, in vault: VaultID
  ) async throws {
    var end = record.size
    for reference in segments {
      guard reference.name.first == end else { throw Refused(.refused) }
      end = reference.name.end
    }
    guard end == head.size else { throw Refused(.refused) }
    for reference in segments {
      guard let (segment, size) = try await segment(reference, of: log, in: vault) else {
        // Never put, or joined meanwhile: the client reads the state again and goes on.
        throw Refused(.conflict)
      }
      for frame in segment.frames { record.range.append(frame.leaf) }
      record.parts.append(LogRecord.Part(reference: reference, size: size))
    }
    guard record.range.root == head.root else { throw Refused(.fork) }
  }

  /// - Returns: `nil` when it is not there.
  func segment(
    _ reference: SegmentReference, of log: LogID, in vault: VaultID
  ) async throws -> (segment: Segment, size: Int)? {
    guard let bytes = try await storage.get(Place.blob(vault, .segments, reference.id))?.bytes
    else { return nil }
    let segment = try Segment(encoded: bytes)
    guard segment.log == log, segment.name == reference.name else { throw Refused(.refused) }
    return (segment, bytes.count)
  }

  /// The root that a log had at a size; reads it from its beginning.
  private func requireRoot(
    _ root: SHA256Digest, at size: UInt64, of record: LogRecord, _ log: LogID, _ vault: VaultID
  ) async throws {
    var range = record.range
    if size < record.size {
      range = CompactRange()
      for part in record.parts where part.reference.name.first < size {
        guard let (segment, _) = try await segment(part.reference, of: log, in: vault) else {
          throw Refused(.conflict)
        }
        for frame in segment.frames.prefix(Int(size - segment.first)) { range.append(frame.leaf) }
      }
    }
    guard range.root == root else { throw Refused(.fork) }
  }
}
