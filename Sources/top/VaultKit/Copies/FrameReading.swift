// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

/// Reads the frames of one log from a folder, as far as they lead to a signed head (Sync.md §4).
struct FrameReading {
  let contents: CopyContents
  let log: LogID
  /// Signed or claimed by the root: each must be a root on the way.
  var required: [LogHead] = []

  struct Result {
    var records: [StoredRecord] = []
    var range: CompactRange
    /// The longest head that the frames lead to.
    var head: SignedHead?
    /// Where the root says otherwise.
    var isFork = false
  }

  /// Frames from the end of `range` on.
  func read(from range: CompactRange) throws -> Result {
    let heads = (contents.logs[log]?.heads ?? []).filter { $0.size > range.size }
    var result = Result(range: range)
    guard let last = heads.last, let names = contents.listing.logs[log] else { return result }
    var bySize: [UInt64: SignedHead] = [:]
    for head in heads { bySize[head.size] = head }
    let needed = Dictionary(required.map { ($0.size, $0.root) }) { first, _ in first }
    var reached = range
    var records: [StoredRecord] = []
    for name in Coverage(names.segments).path(from: range.size, to: last.size) {
      guard let segment = try segment(name) else { break }
      for frame in segment.frames.dropFirst(Int(clamping: reached.size - segment.first))
      where reached.size < last.size {
        records.append(
          StoredRecord(sequence: reached.size, leaf: frame.leaf, sealed: frame.sealed))
        reached.append(frame.leaf)
        if let root = needed[reached.size], root != reached.root { result.isFork = true }
        if let head = bySize[reached.size], head.root == reached.root {
          result.records += records
          records = []
          result.range = reached
          result.head = head
        }
      }
    }
    return result
  }

  /// One segment, whole and under its own name; `nil` otherwise.
  func segment(_ name: SegmentName) throws -> Segment? {
    guard let bytes = try contents.source.read(.segment(log, name), limit: Segment.limit),
      let segment = try? Segment(encoded: bytes), segment.log == log, segment.name == name
    else { return nil }
    return segment
  }
}
