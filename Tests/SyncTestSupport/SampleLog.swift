// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote
internal import TestSupport
internal import TransparencyLog

/// A log of a device, with records that nothing opens; every size it had can be signed again.
public struct SampleLog: Sendable {
  public let id: LogID
  public let device: SampleDevice
  public private(set) var frames: [Frame] = []
  public var size: UInt64 { UInt64(frames.count) }

  public init(_ seed: String = "log", of device: SampleDevice) throws {
    id = try LogID(random: SeededRandom(seed: seed))
    self.device = device
  }

  /// - Parameter seed: other leaves for another one: so a fork is made.
  public mutating func add(_ count: Int, seed: String = "", bytes: Int = 1081) throws {
    for _ in 0..<count {
      let random = SeededRandom(seed: "frame \(seed) \(frames.count)")
      frames.append(
        try Frame(leaf: SHA256.hash(random.bytes(32)), sealed: random.bytes(bytes)))
    }
  }

  public func root(at size: UInt64) -> SHA256Digest {
    var range = CompactRange()
    for frame in frames.prefix(Int(size)) { range.append(frame.leaf) }
    return range.root
  }

  public func head(at size: UInt64) -> LogHead {
    LogHead(log: id, size: size, root: root(at: size))
  }

  public func checkpoint(
    at size: UInt64? = nil, by signer: SampleDevice? = nil
  ) throws -> [UInt8] {
    let size = size ?? self.size
    let origin = Origin(vault: device.vault, device: device.id, log: id).description
    return try SignedCheckpoint.sign(
      Checkpoint(origin: origin, size: size, root: root(at: size)),
      by: NoteSigner(name: origin, key: (signer ?? device).log)
    ).encoded
  }

  /// Segments of at most so many frames.
  public func segments(from: UInt64, to: UInt64? = nil, each: Int = 500) throws -> [Segment] {
    let end = Int(to ?? size)
    return try stride(from: Int(from), to: end, by: each).map { first in
      try Segment(
        log: id, first: UInt64(first), frames: Array(frames[first..<min(first + each, end)]))
    }
  }

  public func append(
    from: UInt64, to: UInt64? = nil, segments: [Segment]
  ) throws -> [UInt8] {
    try LogAppend(
      from: from, checkpoint: checkpoint(at: to), segments: segments.map(SegmentReference.init)
    ).encoded()
  }

  public func place(_ sequence: UInt64) -> ErasureOrder.Place {
    ErasureOrder.Place(log: id, sequence: sequence, leaf: frames[Int(sequence)].leaf)
  }
}
