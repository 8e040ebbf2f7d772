// SPDX-License-Identifier: Apache-2.0
public import Remote

/// One request of a synchronisation; what the driver needs to make it follows from the vault.
public enum SyncCall: Hashable, Sendable {
  case heads
  case boots
  case getBoot(BootName)
  case log(LogID, from: UInt64)
  case getSegment(LogID, SegmentReference)
  case getChunk(ChunkID)
  case erasures
  case missing(BlobKind, [ChunkID])
  case putChunk(ChunkID)
  case putSegment(LogID, SegmentReference)
  case putBoot(BootName)
  case append(LogID)
}

/// What came back, without bytes: those the driver keeps.
public enum SyncAnswer: Equatable, Sendable {
  case heads(RemoteHeads)
  case boots([BootName])
  case log(LogState)
  case missing([ChunkID])
  /// A blob or a boot record came, or was taken.
  case done
}

public enum SyncEvent: Sendable {
  case answered(SyncCall, SyncAnswer)
  case failed(SyncCall, SyncFailure)
  /// The pause is over.
  case resumed
  /// The chunks that must be here before anything is taken in: those that list others.
  case surveyed([ChunkID])
  /// What was fetched is in the vault, or was refused; this is what goes out.
  case taken(PushPlan)
}

public enum SyncAction: Equatable, Sendable {
  case call(SyncCall)
  case pause(milliseconds: UInt64)
  /// Segments and boot records were fetched: say which chunks of lists they name.
  case survey
  /// All that can be had was fetched: judge it and take it in.
  case takeIn
  case finish
}

/// What a vault has that the server may lack, in the order in which it goes out (Sync.md §3, §10).
public struct PushPlan: Equatable, Sendable {
  /// Chunks to fetch, where all pieces are wanted.
  public var wanted: [ChunkID] = []
  /// Chunks that records to be pushed refer to.
  public var chunks: [ChunkID] = []
  public var segments: [LogID: [SegmentReference]] = [:]
  /// The logs that these are of, in the order in which their heads go out.
  public var appends: [LogID] = []
  public var boots: [BootName] = []
  /// Logs to read once more, from their beginning: what came of them does not go on from what is here, and only the
  /// whole tells how far both are the same. Nothing else of the plan counts then.
  public var again: [LogID] = []

  public init() {}
}
