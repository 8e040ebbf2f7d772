// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

extension Vault {
  /// Writes to a folder what it lacks of this vault: chunks, then segments, then boot records and orders to erase, then heads
  /// (Sync.md §3). Deletes nothing; interrupted anywhere, the next call goes on.
  /// - Parameter progress: objects looked at so far.
  /// - Throws: ``VaultError/folder(_:)``.
  public func copy(
    to path: String, progress: @escaping (Int) -> Void = { _ in }
  ) throws -> CopyReport {
    try VaultError.mapping {
      let transport = try FolderTransport(path, vault: id)
      let state = try store.state()
      let trusted = try TrustedState(state)
      var report = CopyReport()
      let contents = try CopyContents(
        transport, vault: id, known: Self.verifiedBoots(state), report: &report)
      let copy = try copyID(transport)
      try noteSetBack(contents, copy: copy, report: &report)
      try pushChunks(to: transport, report: &report, progress)
      try transport.synchronize()
      var heads: [StoredLog] = []
      for log in trusted.logs where try compare(log, with: contents, report: &report) {
        if try pushSegments(of: log, contents, transport, trusted, report: &report) {
          heads.append(log)
        }
      }
      try transport.synchronize()
      for row in state.bootRecords {
        let name = BootName(counter: row.counter, hash: row.hash)
        if contents.boots[name] != nil { continue }
        try Self.put(row.record.encoded, as: .boot(name), transport, &report)
      }
      for signed in try store.orders() {
        guard let order = try? signed.verified(as: ErasureOrder.self, vault: id),
          contents.orders[order.id] == nil
        else { continue }
        try Self.put(signed.encoded, as: .erasure(order.id), transport, &report)
      }
      try transport.synchronize()
      for log in heads where contents.logs[log.id]?.heads.last?.size != log.size {
        try Self.put(log.checkpoint, as: .head(log.id, size: log.size), transport, &report)
      }
      try transport.synchronize()
      var memory = contents.memory
      for log in heads { memory.heads[log.id] = log.size }
      memory.counter = max(memory.counter, trusted.boot.counter)
      try remember(memory, of: copy)
      return report
    }
  }

  static func verifiedBoots(
    _ state: StoredState
  ) throws -> [(record: BootRecord, hash: SHA256Digest)] {
    try state.bootRecords.map {
      (try $0.record.verified(as: BootRecord.self, vault: state.vault), $0.hash)
    }
  }

  private static func put(
    _ bytes: [UInt8], as name: ObjectName, _ transport: FolderTransport,
    _ report: inout CopyReport
  ) throws {
    try transport.put(bytes, as: name)
    report.count(bytes.count)
  }

  // MARK: Steps

  private func pushChunks(
    to transport: FolderTransport, report: inout CopyReport, _ progress: (Int) -> Void
  ) throws {
    let left = leftChunks()
    for (index, (id, size)) in try store.listedChunks().enumerated() {
      progress(index)
      if try transport.size(of: .chunk(id)) == size { continue }
      if left.contains(id), store.chunks.size(of: id) == nil {
        report.left += 1
        continue
      }
      do {
        try Self.put(store.chunks.read(id), as: .chunk(id), transport, &report)
      } catch StoreError.damaged {
        // What is whole goes out all the same.
        report.found(.chunkDamaged, "\(id)")
      }
    }
  }

  /// Whether anything may be written to this log; names what stands against it.
  func compare(
    _ log: StoredLog, with contents: CopyContents, report: inout CopyReport
  ) throws -> Bool {
    let held = try Set(store.state().logs.map(\.id))
    let others = contents.logs.filter { $0.value.device == device && !held.contains($0.key) }
    if log.device == device, let twin = others.keys.min() {
      report.found(.copyAhead, "\(twin)")
      return false
    }
    guard let known = contents.logs[log.id] else { return true }
    guard let comparison = try self.comparison(log, with: known) else {
      report.found(.recordMissing, "\(log.id)")
      return false
    }
    // One that was given up: its successor says so.
    if log.device == device && log.id != self.log.id { return comparison.allowsPush }
    switch comparison {
    case .fork: report.found(.copyFork, "\(log.id)")
    case .ahead: report.found(.copyAhead, "\(log.id)")
    case .behind, .further: break
    }
    return comparison.allowsPush
  }

  /// `nil` when there is a gap in the log here, so that nothing can be compared.
  func comparison(_ log: StoredLog, with known: CopyContents.Log) throws -> LogComparison? {
    let sizes = Set(known.heads.map(\.size).filter { $0 <= log.size })
    guard let roots = try roots(of: log, at: sizes) else { return nil }
    return LogComparison(
      heads: known.device == log.device ? known.heads : [], size: log.size,
      isOwn: log.device == device, root: { roots[$0] })
  }

  /// The roots that a log had at some sizes; `nil` when there is a gap in it.
  private func roots(
    of log: StoredLog, at sizes: Set<UInt64>
  ) throws -> [UInt64: SHA256Digest]? {
    if sizes.isSubset(of: [log.size]) { return [log.size: log.range.root] }
    var roots: [UInt64: SHA256Digest] = [:]
    var range = CompactRange()
    var isWhole = true
    try store.forEachLeaf(of: log.id) { sequence, leaf in
      isWhole = isWhole && sequence == range.size
      range.append(leaf)
      if sizes.contains(range.size) { roots[range.size] = range.root }
    }
    return isWhole ? roots : nil
  }

  /// - Returns: whether a head may follow.
  private func pushSegments(
    of log: StoredLog, _ contents: CopyContents, _ transport: FolderTransport,
    _ trusted: TrustedState, report: inout CopyReport
  ) throws -> Bool {
    let names = try (contents.listing.logs[log.id]?.segments ?? []).filter { name in
      // A file of an impossible size is none.
      let least = 36 + 37 * Int(clamping: name.end - name.first)
      return try transport.size(of: .segment(log.id, name)).map { $0 >= least } ?? false
    }
    let foreign = trusted.foreignEpochs(to: keyRing)
    for gap in Coverage(names).gaps(below: log.size) {
      var writer = SegmentWriter(log: log.id, first: gap.lowerBound)
      var expected = gap.lowerBound
      try store.forEachRecord(of: log.id, from: gap.lowerBound) { record in
        guard record.sequence < gap.upperBound, record.sequence == expected else { return }
        expected += 1
        let frame = try frame(record, of: log, foreign, report: &report)
        if let segment = try writer.append(frame) {
          try Self.put(segment.encoded, as: .segment(log.id, segment.name), transport, &report)
        }
      }
      guard expected == gap.upperBound else {
        report.found(.recordMissing, "\(log.id)/\(expected)")
        return false
      }
      if let segment = try writer.finish() {
        try Self.put(segment.encoded, as: .segment(log.id, segment.name), transport, &report)
      }
    }
    return true
  }

  /// A record that is not as it was written goes out as a hole: a better copy can fill it.
  func frame(
    _ record: StoredRecord, of log: StoredLog, _ foreign: Set<EpochID>,
    report: inout CopyReport
  ) throws -> Frame {
    try framed(record, of: log, foreign, report: &report).frame
  }

  /// The same, with what it says where it opens.
  func framed(
    _ record: StoredRecord, of log: StoredLog, _ foreign: Set<EpochID>,
    report: inout CopyReport
  ) throws -> (frame: Frame, statement: Statement?) {
    do {
      let statement = try open(record, of: log)
      return (try Frame(leaf: record.leaf, sealed: record.sealed), statement)
    } catch SealError.unknownEpoch
      where (try? SealedRecord.epoch(of: record.sealed ?? [])).map(foreign.contains) == true
    {
      return (try Frame(leaf: record.leaf, sealed: record.sealed), nil)
    } catch {
      report.found(.recordDamaged, "\(log.id)/\(record.sequence)")
      return (try Frame(leaf: record.leaf, sealed: nil), nil)
    }
  }
}
