// SPDX-License-Identifier: Apache-2.0

/// Members in ascending order of their keys, which are `[a-z_]+` and unique.
public struct JSONObject: Equatable, Sendable {
  public private(set) var members: [(key: String, value: JSONValue)] = []

  public init() {}

  /// - Throws: ``JSONError/invalidKey``.
  public init(_ dictionary: [String: JSONValue]) throws {
    guard dictionary.keys.allSatisfy(Self.isKey) else { throw JSONError.invalidKey }
    members = dictionary.sorted { Self.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
  }

  /// Keys already checked and ascending.
  init(ascending members: [(key: String, value: JSONValue)]) { self.members = members }

  public var keys: [String] { members.map(\.key) }

  public subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      precondition(Self.isKey(key), "keys are [a-z_]+")
      members.removeAll { $0.key == key }
      guard let newValue else { return }
      let index = members.firstIndex { Self.precedes(key, $0.key) } ?? members.endIndex
      members.insert((key, newValue), at: index)
    }
  }

  static func isKey(_ key: String) -> Bool { !key.isEmpty && key.utf8.allSatisfy(isKeyByte) }

  static func isKeyByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.count == right.members.count
      && zip(left.members, right.members).allSatisfy { $0.key == $1.key && $0.value == $1.value }
  }
}

/// Typed access; what is absent or of another type throws.
extension JSONObject {
  private func member(_ key: String) throws -> JSONValue {
    guard let value = self[key] else { throw JSONError.missingMember }
    return value
  }

  public func string(_ key: String) throws -> String {
    guard case .string(let value) = try member(key) else { throw JSONError.wrongType }
    return value
  }

  public func integer(_ key: String) throws -> Int64 {
    guard case .integer(let value) = try member(key) else { throw JSONError.wrongType }
    return value
  }

  public func boolean(_ key: String) throws -> Bool {
    guard case .boolean(let value) = try member(key) else { throw JSONError.wrongType }
    return value
  }

  public func array(_ key: String) throws -> [JSONValue] {
    guard case .array(let value) = try member(key) else { throw JSONError.wrongType }
    return value
  }

  public func object(_ key: String) throws -> JSONObject {
    guard case .object(let value) = try member(key) else { throw JSONError.wrongType }
    return value
  }

  /// `nil` when absent; still throws for another type.
  public func optionalString(_ key: String) throws -> String? {
    try self[key].map { _ in try string(key) }
  }

  public func optionalInteger(_ key: String) throws -> Int64? {
    try self[key].map { _ in try integer(key) }
  }

  public func optionalBoolean(_ key: String) throws -> Bool? {
    try self[key].map { _ in try boolean(key) }
  }

  /// - Throws: ``JSONError/unexpectedMember`` when there is any other key.
  public func requireOnly(keys: Set<String>) throws {
    guard members.allSatisfy({ keys.contains($0.key) }) else { throw JSONError.unexpectedMember }
  }
}
