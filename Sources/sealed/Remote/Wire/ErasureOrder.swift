// SPDX-License-Identifier: Apache-2.0
public import Hashing
internal import Sodium
public import TransparencyLog

/// An order to erase, which the root signs: places of logs, whose records go, and the chunks that only they
/// referred to. The leaves stay (Sync.md §11).
public struct ErasureOrder: RootDocument, Equatable {
  public static let type = "erasure.order"
  public static let limit = 4 << 20

  public struct Place: Hashable, Sendable {
    public let log: LogID
    public let sequence: UInt64
    public let leaf: SHA256Digest

    public init(log: LogID, sequence: UInt64, leaf: SHA256Digest) {
      self.log = log
      self.sequence = sequence
      self.leaf = leaf
    }
  }

  public let vault: VaultID
  public let id: ErasureID
  public let createdAt: String
  /// Days that must have gone by, by the server's clock and by each device's, before anything goes; the operator may
  /// want more.
  public let delayDays: UInt64
  /// Ascending by log and sequence.
  public let places: [Place]
  public let chunks: [ChunkID]

  public init(
    vault: VaultID, id: ErasureID, createdAt: String, delayDays: UInt64, places: [Place],
    chunks: [ChunkID]
  ) {
    self.vault = vault
    self.id = id
    self.createdAt = createdAt
    self.delayDays = delayDays
    self.places = places.sorted { ($0.log, $0.sequence) < ($1.log, $1.sequence) }
    self.chunks = chunks
  }

  public func members() throws -> [String: JSONValue] {
    [
      "chunks": .array(chunks.map { .string($0.description) }), "created_at": .string(createdAt),
      "delay_days": delayDays.json, "id": .string(id.description),
      "places": .array(try places.map { try $0.json() }),
    ]
  }

  public init(vault: VaultID, members: JSONObject) throws {
    try members.requireOnly(keys: [
      "chunks", "created_at", "delay_days", "id", "places", "type", "vault", "version",
    ])
    let places = try members.objects("places", limit: Wire.listLimit).map(Place.init)
    guard !places.isEmpty,
      zip(places, places.dropFirst()).allSatisfy({ ($0.log, $0.sequence) < ($1.log, $1.sequence) })
    else { throw RemoteError.malformed }
    self.init(
      vault: vault, id: try ErasureID(text: members.string("id")),
      createdAt: try MomentText.check(members.string("created_at")),
      delayDays: try members.count("delay_days"), places: places,
      chunks: try members.strings("chunks", limit: 40_000).map { try ChunkID(text: $0) })
  }
}

extension ErasureOrder.Place {
  func json() throws -> JSONValue {
    .object(
      try JSONObject([
        "leaf": .string(Base64.encode(leaf.bytes, .urlUnpadded)),
        "log": .string(log.description), "sequence": sequence.json,
      ]))
  }

  init(_ object: JSONObject) throws {
    try object.requireOnly(keys: ["leaf", "log", "sequence"])
    guard let leaf = SHA256Digest(try Base64.decode(object.string("leaf"), .urlUnpadded)) else {
      throw RemoteError.malformed
    }
    self.init(
      log: try LogID(text: object.string("log")), sequence: try object.count("sequence"),
      leaf: leaf)
  }
}
