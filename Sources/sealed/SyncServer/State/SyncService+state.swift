// SPDX-License-Identifier: Apache-2.0
internal import Remote

extension SyncService {
  /// How often a change is tried again when someone else was first.
  private static let attempts = 16

  func vaultState(_ vault: VaultID) async throws -> (state: VaultState, version: ObjectVersion)? {
    guard let stored = try await storage.get(Place.state(vault)) else { return nil }
    do {
      return (try VaultState(encoded: stored.bytes, vault: vault), stored.version)
    } catch {
      throw StorageError.damaged
    }
  }

  /// Changes a vault's state, again if it was changed meanwhile; writes nothing when the change is none.
  /// - Returns: the state that is stored now, and what `change` returned.
  @discardableResult
  func updateVault<Outcome: Sendable>(
    _ vault: VaultID, _ change: (inout VaultState) throws -> Outcome
  ) async throws -> (state: VaultState, outcome: Outcome) {
    for _ in 0..<Self.attempts {
      guard let (before, version) = try await vaultState(vault) else {
        throw Refused(.unknownDevice)
      }
      var after = before
      let outcome = try change(&after)
      if after == before { return (before, outcome) }
      let bytes = try after.encoded()
      if try await storage.replace(Place.state(vault), bytes, ifMatch: version) != nil {
        return (after, outcome)
      }
    }
    throw StorageError.unavailable
  }

  func logRecord(
    _ vault: VaultID, _ log: LogID
  ) async throws -> (record: LogRecord, version: ObjectVersion)? {
    guard let stored = try await storage.get(Place.log(vault, log)) else { return nil }
    do {
      return (try LogRecord(encoded: stored.bytes), stored.version)
    } catch {
      throw StorageError.damaged
    }
  }

  /// Writes a log's record if it is still as it was read; then deletes the segments that it names no more.
  /// - Returns: `false` when someone else was first.
  func store(
    _ record: LogRecord, of log: LogID, in vault: VaultID, ifMatch version: ObjectVersion?
  ) async throws -> Bool {
    let key = try Place.log(vault, log)
    let bytes = try record.encoded()
    let stored =
      if let version {
        try await storage.replace(key, bytes, ifMatch: version)
      } else {
        try await storage.putIfAbsent(key, bytes)
      }
    guard stored != nil else { return false }
    try await deleteSegments(record.dropped, of: vault)
    return true
  }

  func deleteSegments(_ ids: [ChunkID], of vault: VaultID) async throws {
    for id in ids { try await storage.delete(Place.blob(vault, .segments, id)) }
  }
}

extension ObjectStorage {
  /// Every name below a prefix, a page at a time.
  func forEach(
    below prefix: String, _ body: (ListedObject) async throws -> Void
  ) async throws {
    let limit = 1000
    var after: ObjectKey?
    while true {
      let page = try await list(prefix: prefix, after: after, limit: limit)
      for object in page { try await body(object) }
      guard page.count == limit else { return }
      after = page.last?.key
    }
  }
}
