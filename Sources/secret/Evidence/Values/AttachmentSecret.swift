// SPDX-License-Identifier: Apache-2.0
public import Remote
internal import Sodium
public import TransparencyLog

/// How a piece is found and opened again; never leaves the vault. The key is wrapped, so that it is
/// not text in memory either.
public struct AttachmentSecret: Equatable, Sendable {
  public enum Chunks: Equatable, Sendable {
    /// The data chunks.
    case direct([ChunkID])
    /// The list chunks, which name the data chunks.
    case list([ChunkID])
  }

  public let id: PieceID
  /// The wrap of the attachment key.
  public let key: [UInt8]
  public let chunks: Chunks
  /// What the file tells besides what it shows; `nil` when it was attached before this was looked for.
  public let traces: TraceFinding?

  public init(id: PieceID, key: [UInt8], chunks: Chunks, traces: TraceFinding? = nil) {
    self.id = id
    self.key = key
    self.chunks = chunks
    self.traces = traces
  }

  public func json() throws -> JSONValue {
    var object = try JSONObject([
      "id": .string(id.description), "key": .string(Base64.encode(key, .urlUnpadded)),
    ])
    switch chunks {
    case .direct(let ids): object["chunks"] = .string(Self.encode(ids))
    case .list(let ids): object["list"] = .string(Self.encode(ids))
    }
    if let traces { object["traces"] = try traces.json() }
    return .object(object)
  }

  public init(_ value: JSONValue) throws {
    guard case .object(let object) = value else { throw EvidenceError.malformed }
    id = try PieceID(text: object.string("id"))
    traces = try object["traces"].map { _ in try TraceFinding(object.object("traces")) }
    key = try Base64.decode(object.string("key"), .urlUnpadded)
    switch (try object.optionalString("chunks"), try object.optionalString("list")) {
    case (let text?, nil): chunks = .direct(try Self.decode(text))
    case (nil, let text?): chunks = .list(try Self.decode(text))
    default: throw EvidenceError.malformed
    }
  }

  private static func encode(_ ids: [ChunkID]) -> String {
    Base64.encode(ids.flatMap(\.bytes), .urlUnpadded)
  }

  private static func decode(_ text: String) throws -> [ChunkID] {
    try ids(Base64.decode(text, .urlUnpadded))
  }

  /// Chunk ids that stand one after the other.
  /// - Throws: ``EvidenceError/malformed`` unless they are whole.
  public static func ids(_ bytes: [UInt8]) throws -> [ChunkID] {
    guard bytes.count.isMultiple(of: ChunkID.count) else { throw EvidenceError.malformed }
    return try stride(from: 0, to: bytes.count, by: ChunkID.count).map {
      try ChunkID(Array(bytes[$0..<$0 + ChunkID.count]))
    }
  }
}
