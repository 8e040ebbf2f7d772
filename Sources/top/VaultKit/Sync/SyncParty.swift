// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import SyncClient

/// Who synchronises: a vault, or a device in the making. What the machine decides, this does.
protocol SyncParty: Sendable {
  var vault: VaultID { get }
  /// Boot records that are here already, by name: the snapshot is judged together with them.
  func boot(_ name: BootName) async throws -> [UInt8]?
  /// Chunks that list others, of the pieces in a snapshot.
  func survey(_ snapshot: RemoteSnapshot) async throws -> [ChunkID]
  /// - Parameter mayReadAgain: whether the plan may ask for logs from their beginning.
  func takeIn(
    _ snapshot: RemoteSnapshot, mayReadAgain: Bool, _ report: inout SyncReport
  ) async throws -> PushPlan
  /// A chunk that was wanted.
  func keep(_ chunk: [UInt8], as id: ChunkID) async throws
  func settle(_ kept: [ChunkID]) async throws
  /// Chunks that are not there as they were written, or neither there nor here: all are to be asked about again.
  func lacks(_ chunks: [ChunkID]) async throws
  /// What goes out; `nil` when it is not here as it was written.
  func chunk(_ id: ChunkID) async throws -> [UInt8]?
  func segment(_ reference: SegmentReference, of log: LogID) async throws -> [UInt8]?
  /// The server took a boot record.
  func put(_ boot: BootName) async throws
  func append(to log: LogID) async throws -> LogAppend?
  func appended(_ state: LogState, to log: LogID, _ report: inout SyncReport) async throws
  /// - Returns: what the server is to be told in its turn.
  func take(_ erasures: ErasureList, _ report: inout SyncReport) async throws -> [(
    Endpoint, [UInt8]
  )]
  /// Every chunk that was to be asked about was.
  func chunksAreThere() async throws
}
