// SPDX-License-Identifier: Apache-2.0
public import Remote

/// The names that a folder or a server holds of a vault. Only names: nothing is read or believed yet.
public struct ObjectListing: Equatable, Sendable {
  /// One log, as its names say.
  public struct Log: Equatable, Sendable {
    /// Sizes of heads, ascending.
    public var heads: [UInt64] = []
    public var segments: Set<SegmentName> = []

    public init(heads: [UInt64] = [], segments: Set<SegmentName> = []) {
      self.heads = heads
      self.segments = segments
    }
  }

  public var boots: Set<BootName> = []
  public var logs: [LogID: Log] = [:]
  public var erasures: Set<ErasureID> = []

  public init() {}
}
