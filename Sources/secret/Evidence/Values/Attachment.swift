// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote
internal import Sodium
public import TransparencyLog

/// What is said of a piece to whoever may see it.
public struct Attachment: Equatable, Sendable {
  /// What the file is, according to the person.
  public enum Nature: String, CaseIterable, Sendable {
    /// As received, untouched.
    case received
    case copy
    /// A screenshot or a recording of a screen.
    case capture
  }

  public let id: PieceID
  /// The original file name.
  public let name: String
  public let mediaType: String
  /// Bytes.
  public let size: UInt64
  /// Of the original bytes.
  public let sha256: SHA256Digest
  public let nature: Nature?
  /// What is missing, where the person says the piece is only a part.
  public let partial: String?
  /// Its place among the pieces of one statement, from 0: the order in which the person gave them.
  public var order: Int

  public init(
    id: PieceID, name: String, mediaType: String, size: UInt64, sha256: SHA256Digest,
    nature: Nature?, partial: String?, order: Int = 0
  ) {
    self.id = id
    self.name = name
    self.mediaType = mediaType
    self.size = size
    self.sha256 = sha256
    self.nature = nature
    self.partial = partial
    self.order = order
  }

  public func json() throws -> JSONValue {
    var object = try JSONObject([
      "id": .string(id.description), "media_type": .string(mediaType), "name": .string(name),
      "digest": .string(Base64.encode(sha256.bytes, .urlUnpadded)), "order": .integer(Int64(order)),
      "size": .integer(Int64(clamping: size)),
    ])
    if let nature { object["nature"] = .string(nature.rawValue) }
    if let partial { object["partial"] = .string(partial) }
    return .object(object)
  }

  public init(_ value: JSONValue) throws {
    guard case .object(let object) = value,
      let sha256 = SHA256Digest(try Base64.decode(object.string("digest"), .urlUnpadded)),
      let size = UInt64(exactly: try object.integer("size")),
      let order = Int(exactly: try object.integer("order")), order >= 0
    else { throw EvidenceError.malformed }
    self.init(
      id: try PieceID(text: object.string("id")), name: try object.string("name"),
      mediaType: try object.string("media_type"), size: size, sha256: sha256,
      nature: try object.optionalString("nature").flatMap(Nature.init),
      partial: try object.optionalString("partial"), order: order)
  }
}
