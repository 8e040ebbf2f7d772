// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote
internal import Sodium
public import TransparencyLog

/// One statement named from another: `{leaf, log, sequence}`.
public struct LeafReference: Hashable, Sendable {
  public let log: LogID
  public let sequence: UInt64
  public let leaf: SHA256Digest

  public init(log: LogID, sequence: UInt64, leaf: SHA256Digest) {
    self.log = log
    self.sequence = sequence
    self.leaf = leaf
  }

  public init(_ header: StatementHeader) {
    self.init(log: header.log, sequence: header.sequence, leaf: header.leaf)
  }

  public func json() throws -> JSONValue {
    .object(
      try JSONObject([
        "leaf": .string(Base64.encode(leaf.bytes, .urlUnpadded)),
        "log": .string(log.description), "sequence": .integer(Int64(clamping: sequence)),
      ]))
  }

  public init(_ value: JSONValue) throws {
    guard case .object(let object) = value,
      let leaf = SHA256Digest(try Base64.decode(object.string("leaf"), .urlUnpadded)),
      let sequence = UInt64(exactly: try object.integer("sequence"))
    else { throw EvidenceError.malformed }
    self.init(log: try LogID(text: object.string("log")), sequence: sequence, leaf: leaf)
  }

  /// The references in an opening's array.
  public static func list(_ opening: Opening?) throws -> [LeafReference] {
    guard let opening else { return [] }
    guard case .array(let values) = opening.value else { throw EvidenceError.malformed }
    return try values.map(LeafReference.init)
  }
}
