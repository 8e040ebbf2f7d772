// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Sodium
public import TransparencyLog

/// One field of a statement with its salt, written as SD-JWT writes a disclosure (RFC 9901).
public struct Opening: Equatable, Sendable {
  static let saltCount = 16

  public let name: FieldName
  public let value: JSONValue
  /// base64url of the canonical array `[salt, name, value]`; its SHA-256 stands in the header.
  public let disclosure: String
  public let digest: SHA256Digest

  /// A new opening under a fresh salt.
  public init(_ name: FieldName, _ value: JSONValue, random: any RandomSource) throws {
    let salt = Base64.encode(random.bytes(Self.saltCount), .urlUnpadded)
    let array = JSONValue.array([.string(salt), .string(name.rawValue), value])
    self.name = name
    self.value = value
    disclosure = try Base64.encode(CanonicalJSON.encode(array), .urlUnpadded)
    digest = SHA256.hash(Array(disclosure.utf8))
  }

  /// - Throws: ``EvidenceError/malformed``.
  public init(disclosure: String) throws {
    guard disclosure.utf8.count <= Statement.openingsLimit,
      let bytes = try? Base64.decode(disclosure, .urlUnpadded),
      let json = try? CanonicalJSON.decode(bytes, limit: Statement.openingsLimit),
      case .array(let parts) = json, parts.count == 3,
      case .string(let salt) = parts[0], case .string(let name) = parts[1],
      let fieldName = FieldName(rawValue: name),
      let saltBytes = try? Base64.decode(salt, .urlUnpadded), saltBytes.count == Self.saltCount
    else { throw EvidenceError.malformed }
    self.name = fieldName
    value = parts[2]
    self.disclosure = disclosure
    digest = SHA256.hash(Array(disclosure.utf8))
  }

  public var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  public var object: JSONObject? {
    if case .object(let object) = value { object } else { nil }
  }
}
