// SPDX-License-Identifier: Apache-2.0
internal import Remote

extension SyncService {
  /// Carries out every order whose time has come. Killed anywhere, the next who comes by goes on: records become
  /// holes and chunks go, both as often as one likes.
  /// - Returns: the vault's state afterwards; `nil` when there is no such vault.
  @discardableResult
  func eraseWhatIsDue(in vault: VaultID) async throws -> VaultState? {
    guard let state = try await vaultState(vault)?.state else { return nil }
    let time = now()
    let due = state.erasures.filter { $0.isDue(at: time) }.map(\.id)
    guard !due.isEmpty else { return state }
    var latest = state
    for id in due {
      // From here on it cannot be cancelled; one that was cancelled just now is left alone.
      let (_, begun) = try await updateVault(vault) { state in
        guard let index = state.erasures.firstIndex(where: { $0.id == id }),
          state.erasures[index].isDue(at: time)
        else { return false }
        state.erasures[index].state = .running
        return true
      }
      guard begun else { continue }
      try await carryOut(id, in: vault)
      latest = try await updateVault(vault) { state in
        guard let index = state.erasures.firstIndex(where: { $0.id == id }) else { return }
        state.erasures[index].state = .done
      }.state
    }
    return latest
  }

  /// Every vault, one after the other: for vaults that nobody asks for.
  /// - Returns: how many orders were carried out.
  @discardableResult
  public func sweep() async throws -> Int {
    var count = 0
    for vault in try await storage.vaults() {
      guard let before = try await vaultState(vault)?.state else { continue }
      let time = now()
      count += before.erasures.count { $0.isDue(at: time) }
      try await eraseWhatIsDue(in: vault)
    }
    return count
  }

  private func carryOut(_ id: ErasureID, in vault: VaultID) async throws {
    let order = try await order(id, of: vault)
    for (log, places) in Dictionary(grouping: order.places, by: \.log) {
      try await erase(places, of: log, in: vault)
    }
    for chunk in order.chunks { try await storage.delete(Place.blob(vault, .chunks, chunk)) }
  }

  private func order(_ id: ErasureID, of vault: VaultID) async throws -> ErasureOrder {
    guard let stored = try await storage.get(Place.erasure(vault, id)) else {
      throw StorageError.damaged
    }
    return try RootSigned(encoded: stored.bytes).verified(as: ErasureOrder.self, vault: vault)
  }

  /// Replaces the segments that hold these places by ones that have holes there.
  private func erase(
    _ places: [ErasureOrder.Place], of log: LogID, in vault: VaultID
  ) async throws {
    for _ in 0..<16 {
      guard let (before, version) = try await logRecord(vault, log) else { return }
      // Deleted by whoever changed the log last, unless they were killed.
      try await deleteSegments(before.dropped, of: vault)
      var record = before
      record.dropped = []
      var isStale = false
      for index in record.parts.indices {
        let name = record.parts[index].reference.name
        let here = places.filter { $0.sequence >= name.first && $0.sequence < name.end }
        guard !here.isEmpty else { continue }
        guard
          let part = try await withHoles(at: here, record.parts[index], of: log, in: vault)
        else {
          // Joined or erased by someone else since the record was read.
          isStale = true
          break
        }
        guard part != record.parts[index] else { continue }
        record.dropped.append(record.parts[index].reference.id)
        record.parts[index] = part
      }
      if isStale { continue }
      if record == before { return }
      if try await store(record, of: log, in: vault, ifMatch: version) { return }
    }
    throw StorageError.unavailable
  }

  /// - Returns: the segment with holes, stored; the same when it has them already; `nil` when it is gone.
  private func withHoles(
    at places: [ErasureOrder.Place], _ part: LogRecord.Part, of log: LogID, in vault: VaultID
  ) async throws -> LogRecord.Part? {
    guard let (segment, _) = try await segment(part.reference, of: log, in: vault) else {
      return nil
    }
    var frames = segment.frames
    for place in places {
      let index = Int(place.sequence - segment.first)
      guard frames[index].leaf == place.leaf else { throw StorageError.damaged }
      frames[index] = try Frame(leaf: place.leaf, sealed: nil)
    }
    guard frames != segment.frames else { return part }
    let holed = try Segment(log: log, first: segment.first, frames: frames)
    let new = LogRecord.Part(holed)
    _ = try await storage.putIfAbsent(
      Place.blob(vault, .segments, new.reference.id), holed.encoded)
    return new
  }

  /// Chunks that orders which were carried out name: they do not come back.
  func erasedChunks(of vault: VaultID) async throws -> Set<ChunkID> {
    guard let state = try await vaultState(vault)?.state else { return [] }
    var chunks: Set<ChunkID> = []
    for erasure in state.erasures where erasure.state == .done || erasure.state == .running {
      chunks.formUnion(
        try await erased.chunks(of: erasure.id, in: vault) {
          Set(try await order(erasure.id, of: vault).chunks)
        })
    }
    return chunks
  }
}
