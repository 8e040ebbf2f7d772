// SPDX-License-Identifier: Apache-2.0
internal import Sodium
public import TransparencyLog

/// A segment as a log names it: where it stands, and the hash under which its bytes are stored.
public struct SegmentReference: Hashable, Sendable {
  public let name: SegmentName
  public let id: ChunkID

  public init(name: SegmentName, id: ChunkID) {
    self.name = name
    self.id = id
  }

  public init(_ segment: Segment) {
    self.init(name: segment.name, id: ChunkID(ofSealed: segment.encoded))
  }

  /// - Throws: ``RemoteError/malformed``.
  public init(_ object: JSONObject) throws {
    try object.requireOnly(keys: ["end", "first", "id"])
    let (first, end) = (try object.count("first"), try object.count("end"))
    guard first < end, end - first <= UInt64(Segment.frameLimit) else {
      throw RemoteError.malformed
    }
    self.init(
      name: SegmentName(first: first, end: end), id: try ChunkID(text: object.string("id")))
  }

  public func json() throws -> JSONValue {
    .object(
      try JSONObject([
        "end": name.end.json, "first": name.first.json, "id": .string(id.description),
      ]))
  }
}
