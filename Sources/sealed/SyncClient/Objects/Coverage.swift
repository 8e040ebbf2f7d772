// SPDX-License-Identifier: Apache-2.0
public import Remote

/// Which places of a log segments cover, from their names alone: pure, so that what is pushed and what is read
/// follows from what is there and nothing else.
public struct Coverage: Sendable {
  /// By their beginning; of those with one beginning, the longest first.
  private let segments: [SegmentName]

  public init(_ segments: Set<SegmentName>) {
    self.segments = segments.sorted { ($0.first, $1.end) < ($1.first, $0.end) }
  }

  /// The segments that lead from `start` without a gap, as far as any do, each going on where the one before ends or
  /// earlier; `nil` where a gap begins.
  public func path(from start: UInt64, to end: UInt64) -> [SegmentName] {
    var path: [SegmentName] = []
    var position = start
    var rest = segments[...]
    while position < end {
      var best: SegmentName?
      while let next = rest.first, next.first <= position {
        if next.end > (best?.end ?? position) { best = next }
        rest = rest.dropFirst()
      }
      guard let best else { break }
      path.append(best)
      position = best.end
    }
    return path
  }

  /// The places below `end` that no segment covers.
  public func gaps(below end: UInt64) -> [Range<UInt64>] {
    var gaps: [Range<UInt64>] = []
    var position: UInt64 = 0
    for segment in segments where segment.end > position {
      guard segment.first < end else { break }
      if segment.first > position { gaps.append(position..<segment.first) }
      position = segment.end
    }
    if position < end { gaps.append(position..<end) }
    return gaps
  }
}
