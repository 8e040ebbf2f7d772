// SPDX-License-Identifier: Apache-2.0
public import Remote

/// Lies about what a log is made of.
extension Lie {
  /// The state of one log becomes another one.
  public static func state(
    of log: LogID, _ name: String, _ change: @escaping @Sendable (LogState) throws -> LogState
  ) -> Lie {
    message(name, of: { $0.logAskedFor == log }, as: LogState.self) { state, _ in
      try change(state)
    }
  }

  /// What is answered to an append becomes something else.
  public static func appended(
    _ name: String, _ change: @escaping @Sendable (LogState) throws -> LogState
  ) -> Lie {
    message(name, of: \.isAppend, as: LogState.self) { state, _ in try change(state) }
  }

  /// The frames of one log become others, in segments of the server's own making.
  public static func frames(
    of log: LogID, _ name: String, _ change: @escaping @Sendable ([Frame]) throws -> [Frame]
  ) -> Lie {
    message(name, of: { $0.logAskedFor == log }, as: LogState.self) { state, exchange in
      var frames: [Frame] = []
      for reference in state.segments {
        frames += try await exchange.segment(reference)?.frames ?? []
      }
      guard let first = state.segments.first?.name.first else { return nil }
      let segment = try Segment(log: log, first: first, frames: try change(frames))
      let own = SegmentReference(name: segment.name, id: exchange.plant(segment.encoded))
      return state.with(segments: [own])
    }
  }

  /// What is true, in segments of one frame each, and not one more than was asked for.
  public static func cut(_ log: LogID) -> Lie {
    Lie("cut finely") { endpoint, honest, exchange in
      guard case .log(_, log, let from) = endpoint, let state = try? LogState(encoded: honest.body)
      else { return nil }
      var references: [SegmentReference] = []
      for reference in state.segments {
        guard let segment = try await exchange.segment(reference) else { continue }
        for (index, frame) in segment.frames.enumerated() {
          let place = segment.first + UInt64(index)
          guard place >= from else { continue }
          let own = try Segment(log: log, first: place, frames: [frame])
          references.append(
            SegmentReference(name: own.name, id: exchange.plant(own.encoded)))
        }
      }
      return answer(try state.with(segments: references).encoded())
    }
  }

  /// The bytes of one log's segments are those of other places, or of another log.
  public static func segments(
    of log: LogID, _ name: String,
    _ change: @escaping @Sendable ([Segment]) throws -> [(name: SegmentName, bytes: [UInt8])]
  ) -> Lie {
    message(name, of: { $0.logAskedFor == log }, as: LogState.self) { state, exchange in
      var segments: [Segment] = []
      for reference in state.segments {
        if let segment = try await exchange.segment(reference) { segments.append(segment) }
      }
      return state.with(
        segments: try change(segments).map { name, bytes in
          SegmentReference(name: name, id: exchange.plant(bytes))
        })
    }
  }

  /// What is said to be missing.
  public static func missing(_ name: String, _ ids: [ChunkID]) -> Lie {
    message(name, of: \.isMissing, as: BlobList.self) { _, _ in BlobList(ids) }
  }
}

extension LogState {
  /// The same, but for what is given.
  public func with(
    device: DeviceID? = nil, size: UInt64? = nil, checkpoint: [UInt8]? = nil,
    segments: [SegmentReference]? = nil
  ) -> LogState {
    LogState(
      device: device ?? self.device, size: size ?? self.size,
      checkpoint: checkpoint ?? self.checkpoint, segments: segments ?? self.segments)
  }
}
