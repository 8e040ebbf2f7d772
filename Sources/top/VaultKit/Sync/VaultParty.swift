// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import SyncClient

/// A vault that synchronises.
struct VaultParty: SyncParty {
  let open: Vault
  let link: ServerLink
  /// Whether chunks of pieces that are not here come as well.
  let wantsPieces: Bool

  var vault: VaultID { open.id }

  func boot(_ name: BootName) async throws -> [UInt8]? { try await open.boot(name) }

  func survey(_ snapshot: RemoteSnapshot) async throws -> [ChunkID] {
    try await open.survey(snapshot)
  }

  func takeIn(
    _ snapshot: RemoteSnapshot, mayReadAgain: Bool, _ report: inout SyncReport
  ) async throws -> PushPlan {
    let (plan, changed) = try await open.exchange(
      snapshot, link, wantsPieces: wantsPieces, mayReadAgain: mayReadAgain, report: report)
    report = changed
    return plan
  }

  func keep(_ chunk: [UInt8], as id: ChunkID) async throws { try await open.keep(chunk, as: id) }

  func settle(_ kept: [ChunkID]) async throws { try await open.settle(kept) }

  func lacks(_ chunks: [ChunkID]) async throws { try await open.lacks(chunks) }

  func chunk(_ id: ChunkID) async throws -> [UInt8]? { try await open.wholeChunk(id) }

  func segment(_ reference: SegmentReference, of log: LogID) async throws -> [UInt8]? {
    try await open.segment(reference, of: log)
  }

  func put(_ boot: BootName) async throws { try await open.put(boot, link) }

  func append(to log: LogID) async throws -> LogAppend? { try await open.append(to: log) }

  func appended(_ state: LogState, to log: LogID, _ report: inout SyncReport) async throws {
    report = try await open.appended(state, to: log, link, report)
  }

  func take(
    _ erasures: ErasureList, _ report: inout SyncReport
  ) async throws -> [(Endpoint, [UInt8])] {
    let (words, changed) = try await open.take(erasures, report)
    report = changed
    return words
  }

  func chunksAreThere() async throws { try await open.chunksAreThere() }
}
