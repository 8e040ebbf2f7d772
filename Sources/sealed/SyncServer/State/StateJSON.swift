// SPDX-License-Identifier: Apache-2.0
internal import TransparencyLog

/// What the server keeps for itself is canonical JSON too: one reader, one spelling.
enum StateJSON {
  static let version: Int64 = 1

  static func encode(_ members: [String: JSONValue]) throws -> [UInt8] {
    var members = members
    members["version"] = .integer(version)
    return try CanonicalJSON.encode(.object(JSONObject(members)))
  }

  /// - Throws: ``StorageError/damaged``: nobody but a server writes these.
  static func decode(_ bytes: [UInt8]) throws -> JSONObject {
    guard let json = try? CanonicalJSON.decode(bytes, limit: ObjectKey.objectLimit),
      case .object(var object) = json, try object.integer("version") == version
    else { throw StorageError.damaged }
    object["version"] = nil
    return object
  }
}

extension JSONObject {
  func number(_ key: String) throws -> UInt64 {
    guard let number = UInt64(exactly: try integer(key)) else { throw StorageError.damaged }
    return number
  }

  func objects(of key: String) throws -> [JSONObject] {
    try array(key).map { value in
      guard case .object(let object) = value else { throw StorageError.damaged }
      return object
    }
  }

  func texts(of key: String) throws -> [String] {
    try array(key).map { value in
      guard case .string(let text) = value else { throw StorageError.damaged }
      return text
    }
  }
}

extension UInt64 {
  /// Sizes, places and times: below 2⁵³, as canonical JSON has them.
  var state: JSONValue { .integer(Int64(clamping: self)) }
}
