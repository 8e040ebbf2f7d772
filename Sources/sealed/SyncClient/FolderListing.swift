// SPDX-License-Identifier: Apache-2.0
public import Remote

/// The names that a folder holds of a vault. Only names: nothing is read or believed yet.
public struct FolderListing: Equatable, Sendable {
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

  public init() {}
}

extension FolderTransport {
  /// - Throws: ``FolderError``.
  public func listing() throws -> FolderListing {
    var listing = FolderListing()
    listing.boots = Set(try names(in: ["boot"]).compactMap(BootName.init))
    for name in try names(in: ["log"]) {
      guard let id = try? LogID(text: name) else { continue }
      var log = FolderListing.Log()
      for file in try names(in: ["log", name]) {
        if let segment = SegmentName(text: file) {
          log.segments.insert(segment)
        } else if file.hasPrefix(ObjectName.headPrefix),
          let size = UInt64(hexName: file.dropFirst(ObjectName.headPrefix.count)), size > 0
        {
          log.heads.append(size)
        }
      }
      log.heads.sort()
      listing.logs[id] = log
    }
    return listing
  }
}
