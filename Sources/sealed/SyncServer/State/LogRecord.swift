// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Sodium
internal import TransparencyLog

/// What the server keeps of one log, in one object, replaced only if it is as it was read. It names segments that are
/// stored before it names them.
struct LogRecord: Equatable, Sendable {
  struct Part: Equatable, Sendable {
    let reference: SegmentReference
    /// Of the segment, in bytes.
    let size: Int

    var frames: Int { Int(reference.name.end - reference.name.first) }

    init(reference: SegmentReference, size: Int) {
      self.reference = reference
      self.size = size
    }

    init(_ segment: Segment) {
      self.init(reference: SegmentReference(segment), size: segment.encoded.count)
    }
  }

  let device: DeviceID
  var range: CompactRange
  /// The signed note with our cosignature: durable with what it speaks of.
  var checkpoint: [UInt8]
  /// From place 0 to the head, without a gap.
  var parts: [Part]
  /// Segments that are named no more, and go. They stay listed until the next change, so that one who was killed
  /// before deleting them is made up for.
  var dropped: [ChunkID]

  var size: UInt64 { range.size }

  /// Those that hold anything from a place on.
  func parts(from place: UInt64) -> ArraySlice<Part> {
    let start = parts.partitioningIndex { $0.reference.name.end > place }
    return parts[start...]
  }
}

extension LogRecord {
  func encoded() throws -> [UInt8] {
    try StateJSON.encode([
      "checkpoint": .string(String(decoding: checkpoint, as: UTF8.self)),
      "device": .string(device.description),
      "dropped": .array(dropped.map { .string($0.description) }),
      "range": .string(Base64.encode(range.encoded, .urlUnpadded)),
      "segments": .array(
        try parts.map { part in
          guard case .object(var object) = try part.reference.json() else {
            throw StorageError.damaged
          }
          object["size"] = .integer(Int64(part.size))
          return .object(object)
        }),
    ])
  }

  init(encoded bytes: [UInt8]) throws {
    let object = try StateJSON.decode(bytes)
    try object.requireOnly(keys: ["checkpoint", "device", "dropped", "range", "segments"])
    device = try DeviceID(text: object.string("device"))
    range = try CompactRange(encoded: Base64.decode(object.string("range"), .urlUnpadded))
    checkpoint = Array(try object.string("checkpoint").utf8)
    dropped = try object.texts(of: "dropped").map { try ChunkID(text: $0) }
    parts = try object.objects(of: "segments").map { object in
      var object = object
      let size = Int(try object.number("size"))
      object["size"] = nil
      return Part(reference: try SegmentReference(object), size: size)
    }
    guard parts.last?.reference.name.end ?? 0 == range.size,
      parts.first?.reference.name.first ?? 0 == 0,
      zip(parts, parts.dropFirst()).allSatisfy({ $0.reference.name.end == $1.reference.name.first })
    else { throw StorageError.damaged }
  }
}

extension Array {
  /// The first index from which on `isBeyond` holds; it holds for no element before one for which it does not.
  func partitioningIndex(_ isBeyond: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
