// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import SyncClient
internal import TransparencyLog
internal import VaultStore

/// The middle of a synchronisation: what came is judged and taken in, and what goes out follows.
extension Vault {
  /// Chunks that list others, of the pieces that a snapshot names.
  func survey(_ snapshot: RemoteSnapshot) throws -> [ChunkID] {
    try VaultError.mapping {
      let state = try store.state()
      var report = CopyReport()
      let contents = try CopyContents(
        snapshot, vault: id, known: Self.verifiedBoots(state), report: &report)
      let known = Set(try store.listedChunks().map(\.id))
      let ring = try contents.union?.completed(keyRing) ?? keyRing
      return try PieceSurvey(contents: contents, keyRing: ring).lists().filter {
        !known.contains($0)
      }
    }
  }

  func exchange(
    _ snapshot: RemoteSnapshot, _ link: ServerLink, wantsPieces: Bool, mayReadAgain: Bool,
    report: SyncReport
  ) throws -> (plan: PushPlan, report: SyncReport) {
    try VaultError.mapping {
      var report = report
      let copy = Self.memoryName(of: link)
      var plan = PushPlan()
      if snapshot.holdsBootsOnly {
        report.add(
          try takeIn(from: snapshot, remembered: nil, leavingPieces: true, progress: { _ in })
            .report)
        if try TrustedState(store.state()).boot.isRevoked(device) { report.found(.revoked) }
        return (plan, report)
      }
      let isIncomplete = try hasGaps() || hasUnreadLists()
      if try wantsPieces || isIncomplete || hasNews(snapshot) || showsAnotherHistory(snapshot) {
        let (taken, wanted, again) = try takeIn(
          from: snapshot, remembered: copy, leavingPieces: true, mayReadAgain: mayReadAgain,
          progress: { _ in })
        report.add(taken)
        plan.again = again
        guard again.isEmpty else { return (plan, report) }
        // What is missing and was not left is damage here: it comes whether or not it is asked for.
        let left = wantsPieces ? [] : leftChunks()
        plan.wanted = wanted.filter { !left.contains($0) }
        report.left = wanted.count - plan.wanted.count
      }
      try planPush(snapshot, link, copy, isComplete: wantsPieces, &plan, &report)
      return (plan, report)
    }
  }

  /// Whether anything came, or anything is not as this device saw it last.
  private func hasNews(_ snapshot: RemoteSnapshot) throws -> Bool {
    let state = try store.state()
    let listing = snapshot.listing()
    let known = Set(state.bootRecords.map { BootName(counter: $0.counter, hash: $0.hash) })
    guard listing.boots.isSubset(of: known) else { return true }
    return listing.logs.contains { log, shown in
      shown.heads.contains { $0 > state.log(log)?.size ?? 0 }
    }
  }

  /// Whether a log of this device has another history over there: the one that it writes then needs a successor, and one
  /// that was given up takes that history.
  private func showsAnotherHistory(_ snapshot: RemoteSnapshot) throws -> Bool {
    let state = try store.state()
    var report = CopyReport()
    let contents = try CopyContents(
      snapshot, vault: id, known: Self.verifiedBoots(state), report: &report)
    return try state.logs.contains { log in
      guard log.device == device, let known = contents.logs[log.id] else { return false }
      return try comparison(log, with: known) == .fork
    }
  }

  private func planPush(
    _ snapshot: RemoteSnapshot, _ link: ServerLink, _ copy: String, isComplete: Bool,
    _ plan: inout PushPlan, _ report: inout SyncReport
  ) throws {
    planned = [:]
    // Counted anew where the server's state went on meanwhile.
    report.cosigned = 0
    let state = try store.state()
    let trusted = try TrustedState(state)
    var named = CopyReport()
    let contents = try CopyContents(
      snapshot, vault: id, known: Self.verifiedBoots(state), report: &named)
    try noteSetBack(contents, copy: copy, report: &named)
    if named.problems.contains(where: { $0.code == .copySetBack }) { try markChunks() }
    if trusted.boot.isRevoked(device) { named.found(.revoked) }
    for log in try trusted.logs.compactMap({ try accepted($0, trusted) }) {
      guard try compare(log, with: contents, report: &named) else { continue }
      let shown = contents.logs[log.id]?.heads.last
      let from = shown?.size ?? 0
      guard from < log.size else {
        if let shown, from == log.size { try adopt(shown.encoded, for: log, link, &report) }
        continue
      }
      let outgoing = try outgoing(log, from: from, trusted, report: &named)
      guard !outgoing.segments.isEmpty else { continue }
      planned[log.id] = LogAppend(
        from: from, checkpoint: log.checkpoint, segments: outgoing.segments)
      plan.segments[log.id] = outgoing.segments
      plan.appends.append(log.id)
      plan.chunks += outgoing.chunks
    }
    if try isComplete || store.local(Self.chunksName) != nil {
      plan.chunks = try store.listedChunks().map(\.id)
    }
    // Its statements name heads of the others.
    plan.appends.sort { ($0 == self.log.id ? 1 : 0, $0) < ($1 == self.log.id ? 1 : 0, $1) }
    plan.boots = try Self.bootsToPush(state, there: snapshot.listing().boots)
    var memory = contents.memory
    if let before = try self.memory(of: copy) {
      memory.heads.merge(before.heads) { max($0, $1) }
      memory.counter = max(memory.counter, before.counter)
    }
    try remember(memory, of: copy)
    report.add(named)
  }

  /// As much of a log as a server takes: all, or what stands before the revocation of its device, under the head that
  /// the revocation names.
  private func accepted(_ log: StoredLog, _ trusted: TrustedState) throws -> StoredLog? {
    guard let revocation = trusted.revocations[log.device] else { return log }
    let size = revocation.acceptedSize(of: log.id)
    guard size < log.size else { return size == log.size ? log : nil }
    guard size > 0, let head = try store.head(of: log.id, at: size) else { return nil }
    var range = CompactRange()
    try store.forEachLeaf(of: log.id) { sequence, leaf in
      if sequence == range.size, sequence < size { range.append(leaf) }
    }
    return StoredLog(id: log.id, device: log.device, range: range, checkpoint: head)
  }

  /// Those made apart and the newer ones in their order; then the past of what is there, from the newest down, because a
  /// server takes those that one it has names (Sync.md §8).
  private static func bootsToPush(
    _ state: StoredState, there: Set<BootName>
  ) throws -> [BootName] {
    let records = Dictionary(try verifiedBoots(state).map { ($0.hash, $0.record) }) { $1 }
    var past: Set<SHA256Digest> = []
    var rest = there.map(\.hash)
    while let hash = rest.popLast() {
      let before = records[hash]?.previous.filter { past.insert($0).inserted } ?? []
      rest += before
    }
    let lacked = records.map { BootName(counter: $1.counter, hash: $0) }
      .filter { !there.contains($0) }.sorted { $0.counter < $1.counter }
    return lacked.filter { !past.contains($0.hash) }
      + lacked.filter { past.contains($0.hash) }.reversed()
  }

  static func memoryName(of link: ServerLink) -> String { "server \(link.address)" }
}
