// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote

/// How a log that this vault holds stands to what a folder, or later a server, shows of it (Sync.md §3).
public enum LogComparison: Equatable, Sendable {
  /// What is there is a beginning of ours, or all of it.
  case behind
  /// Another device's log went on.
  case further
  /// The log that this device writes went on without it: this vault was set back, or has a twin.
  case ahead
  /// Two histories.
  case fork

  /// - Parameters:
  ///   - heads: of the other side, verified.
  ///   - size: of our log.
  ///   - isOwn: whether this device writes it.
  ///   - root: of our log at a size up to its own.
  public init(
    heads: [SignedHead], size: UInt64, isOwn: Bool, root: (UInt64) -> SHA256Digest?
  ) {
    if heads.contains(where: { $0.size <= size && root($0.size) != $0.root }) {
      self = .fork
    } else if heads.contains(where: { $0.size > size }) {
      self = isOwn ? .ahead : .further
    } else {
      self = .behind
    }
  }

  /// Whether anything may be written to that log over there.
  public var allowsPush: Bool { self == .behind }
}

/// What a device remembers of a copy, to notice that an older state of it was put back.
public struct CopyMemory: Equatable, Sendable {
  /// The longest head of each log.
  public var heads: [LogID: UInt64]
  /// The counter of the newest boot record.
  public var counter: Int64

  public init(heads: [LogID: UInt64] = [:], counter: Int64 = 0) {
    self.heads = heads
    self.counter = counter
  }

  /// The logs of which there is less than was seen before.
  public func setBack(_ now: CopyMemory) -> [LogID] {
    heads.filter { (now.heads[$0.key] ?? 0) < $0.value }.keys.sorted()
  }
}
