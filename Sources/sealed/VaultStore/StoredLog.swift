// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote
public import TransparencyLog

/// The row of a log: how long it is, its compact range, and its signed head.
public struct StoredLog: Equatable, Sendable {
  public let id: LogID
  public let device: DeviceID
  public let range: CompactRange
  /// The signed note.
  public let checkpoint: [UInt8]
  public var size: UInt64 { range.size }

  public init(id: LogID, device: DeviceID, range: CompactRange, checkpoint: [UInt8]) {
    self.id = id
    self.device = device
    self.range = range
    self.checkpoint = checkpoint
  }

  public var head: LogHead { LogHead(log: id, size: range.size, root: range.root) }
}

/// One row of a log: a leaf, and its sealed record unless it is a hole.
public struct StoredRecord: Equatable, Sendable {
  public let sequence: UInt64
  public let leaf: SHA256Digest
  public let sealed: [UInt8]?

  public init(sequence: UInt64, leaf: SHA256Digest, sealed: [UInt8]?) {
    self.sequence = sequence
    self.leaf = leaf
    self.sealed = sealed
  }
}
