// SPDX-License-Identifier: Apache-2.0

/// Cuts frames into segments of the usual size (Sync.md §2).
public struct SegmentWriter: Sendable {
  private let log: LogID
  private var first: UInt64
  private var frames: [Frame] = []
  private var count = Segment.prefixCount

  public init(log: LogID, first: UInt64) {
    self.log = log
    self.first = first
  }

  /// - Returns: the segment that this frame no longer fits in.
  public mutating func append(_ frame: Frame) throws -> Segment? {
    let isFull =
      frames.count == Segment.usualFrames || count + frame.encodedCount > Segment.usualSize
    let full = isFull ? try finish() : nil
    frames.append(frame)
    count += frame.encodedCount
    return full
  }

  /// What is left, if anything.
  public mutating func finish() throws -> Segment? {
    guard !frames.isEmpty else { return nil }
    let segment = try Segment(log: log, first: first, frames: frames)
    first = segment.end
    frames = []
    count = Segment.prefixCount
    return segment
  }
}
