// SPDX-License-Identifier: Apache-2.0
internal import Remote

extension SyncService {
  /// Joins the last small segments of a log into one, as a binary counter carries: each frame is written again a
  /// logarithm of times, and the list stays short. What was joined is dropped with the change that names the new one.
  ///
  /// A joined segment whose change then fails stays: another server may have made the very same and named it.
  func joinTail(of record: inout LogRecord, _ log: LogID, in vault: VaultID) async throws {
    let start = Self.tailToJoin(record.parts)
    let tail = record.parts[start...]
    guard tail.count > 1 else { return }
    var frames: [Frame] = []
    for part in tail {
      guard let (segment, _) = try await segment(part.reference, of: log, in: vault) else { return }
      frames += segment.frames
    }
    let joined = try Segment(log: log, first: tail[start].reference.name.first, frames: frames)
    let bytes = joined.encoded
    let part = LogRecord.Part(joined)
    _ = try await storage.putIfAbsent(
      Place.blob(vault, .segments, part.reference.id), bytes)
    record.dropped = tail.map(\.reference.id)
    record.parts.replaceSubrange(start..., with: [part])
  }

  /// From which part on they become one.
  static func tailToJoin(_ parts: [LogRecord.Part]) -> Int {
    guard var start = parts.indices.last else { return 0 }
    var (frames, size) = (parts[start].frames, parts[start].size)
    while start > 0 {
      let before = parts[start - 1]
      guard before.frames < 2 * frames, frames + before.frames <= Segment.usualFrames,
        size + before.size <= Segment.usualSize
      else { break }
      start -= 1
      frames += before.frames
      size += before.size
    }
    return start
  }
}
