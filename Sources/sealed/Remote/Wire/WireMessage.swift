// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// A JSON body of the protocol (Sync.md §8): canonical, `version` 1, no member that is not known.
public protocol WireMessage: Equatable, Sendable {
  /// The members beside `version`.
  func members() throws -> [String: JSONValue]
  /// Keys other than one's own are refused.
  init(members: JSONObject) throws
}

extension WireMessage {
  public func encoded() throws -> [UInt8] {
    var members = try members()
    members["version"] = .integer(Wire.version)
    let bytes = try CanonicalJSON.encode(.object(JSONObject(members)))
    guard bytes.count <= Wire.jsonLimit else { throw RemoteError.tooLarge }
    return bytes
  }

  /// - Throws: ``RemoteError``.
  public init(encoded bytes: [UInt8]) throws {
    guard bytes.count <= Wire.jsonLimit else { throw RemoteError.tooLarge }
    guard let json = try? CanonicalJSON.decode(bytes, limit: Wire.jsonLimit),
      case .object(var object) = json
    else { throw RemoteError.malformed }
    do {
      guard try object.integer("version") == Wire.version else { throw RemoteError.unknownVersion }
      object["version"] = nil
      try self.init(members: object)
    } catch let error as RemoteError {
      throw error
    } catch {
      throw RemoteError.malformed
    }
  }
}

extension JSONObject {
  /// A size, an offset or a time: 0 to 2⁵³ − 1.
  func count(_ key: String) throws -> UInt64 {
    guard let count = UInt64(exactly: try integer(key)) else { throw RemoteError.malformed }
    return count
  }

  /// The members of a list of objects.
  func objects(_ key: String, limit: Int) throws -> [JSONObject] {
    let values = try array(key)
    guard values.count <= limit else { throw RemoteError.tooLarge }
    return try values.map { value in
      guard case .object(let object) = value else { throw RemoteError.malformed }
      return object
    }
  }

  func strings(_ key: String, limit: Int) throws -> [String] {
    let values = try array(key)
    guard values.count <= limit else { throw RemoteError.tooLarge }
    return try values.map { value in
      guard case .string(let text) = value else { throw RemoteError.malformed }
      return text
    }
  }
}

extension UInt64 {
  /// As JSON has it; beyond 2⁵³ − 1, which nothing of ours reaches, the largest that it has.
  var json: JSONValue { .integer(Int64(Swift.min(self, (1 << 53) - 1))) }
}
