// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// What a device asks to be added to a log: segments that it has put already, and the head that they lead to.
public struct LogAppend: WireMessage {
  /// The size that the log has on the server: what is added goes on from there.
  public let from: UInt64
  /// Signed by the log's device.
  public let checkpoint: [UInt8]
  /// They lead from `from` to the head, each going on where the one before ends.
  public let segments: [SegmentReference]

  public init(from: UInt64, checkpoint: [UInt8], segments: [SegmentReference]) {
    self.from = from
    self.checkpoint = checkpoint
    self.segments = segments
  }

  public func members() throws -> [String: JSONValue] {
    [
      "checkpoint": .string(String(decoding: checkpoint, as: UTF8.self)), "from": from.json,
      "segments": .array(try segments.map { try $0.json() }),
    ]
  }

  public init(members: JSONObject) throws {
    try members.requireOnly(keys: ["checkpoint", "from", "segments"])
    self.init(
      from: try members.count("from"), checkpoint: Array(try members.string("checkpoint").utf8),
      segments: try members.objects("segments", limit: Wire.listLimit).map(SegmentReference.init))
  }
}

/// A log as the server has it: the answer to an append, and to a question from some place on.
public struct LogState: WireMessage {
  public let device: DeviceID
  public let size: UInt64
  /// The signed note, with the server's cosignature.
  public let checkpoint: [UInt8]
  /// Those that hold anything from the place on that was asked for, in order and without a gap; none in the answer
  /// to an append.
  public let segments: [SegmentReference]

  public init(
    device: DeviceID, size: UInt64, checkpoint: [UInt8], segments: [SegmentReference] = []
  ) {
    self.device = device
    self.size = size
    self.checkpoint = checkpoint
    self.segments = segments
  }

  public func members() throws -> [String: JSONValue] {
    [
      "checkpoint": .string(String(decoding: checkpoint, as: UTF8.self)),
      "device": .string(device.description),
      "segments": .array(try segments.map { try $0.json() }), "size": size.json,
    ]
  }

  public init(members: JSONObject) throws {
    try members.requireOnly(keys: ["checkpoint", "device", "segments", "size"])
    self.init(
      device: try DeviceID(text: members.string("device")), size: try members.count("size"),
      checkpoint: Array(try members.string("checkpoint").utf8),
      segments: try members.objects("segments", limit: Wire.listLimit).map(SegmentReference.init))
  }
}

/// Names of blobs: those asked for, or those of them that the server lacks.
public struct BlobList: WireMessage {
  /// No order; none twice.
  public let ids: [ChunkID]

  public init(_ ids: [ChunkID]) { self.ids = ids }

  public func members() throws -> [String: JSONValue] {
    ["ids": .array(ids.map { .string($0.description) })]
  }

  public init(members: JSONObject) throws {
    try members.requireOnly(keys: ["ids"])
    ids = try members.strings("ids", limit: Wire.listLimit).map { try ChunkID(text: $0) }
    guard Set(ids).count == ids.count else { throw RemoteError.malformed }
  }
}
