// SPDX-License-Identifier: Apache-2.0
import VaultKit
import Foundation

/// Text that comes by standard input, so that nothing personal needs argv.
enum StandardInput {
  static let limit = 16 << 20

  static func text() throws -> String {
    let data = try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
    guard data.count <= limit else { throw Failure(vault: .tooLarge) }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure(
        .usage, "encoding", words.inputNotUtf8)
    }
    return text
  }

  /// One JSON object: keys as the long options, lists for repeatable ones.
  static func object(allowing keys: Set<String>) throws -> StdinObject {
    try StdinObject(json: Data(try text().utf8), allowing: keys)
  }

  static var notAnObject: Failure {
    Failure(
      .usage, "json", words.notJsonObject,
      #"{"title": "…", "when": "2021-03~"}"#)
  }
}

/// The members of that object, typed; `paid_to` is taken for `paid-to`.
struct StdinObject {
  private var members: [String: Any] = [:]

  /// One object as it was written.
  init(json: Data, allowing keys: Set<String>) throws {
    guard let object = try? JSONSerialization.jsonObject(with: json) as? [String: Any] else {
      throw StandardInput.notAnObject
    }
    // Of two members of one name a parser keeps either: what would be logged is not for it to choose.
    if let twice = TopLevelKeys(json).repeated { throw Self.repeated(twice) }
    try self.init(object, allowing: keys)
  }

  init(_ object: [String: Any], allowing keys: Set<String>) throws {
    for (key, value) in object {
      let name = key.split(separator: "_").joined(separator: "-")
      guard keys.contains(name) else {
        throw Failure(
          .usage, "json",
          words.unknownMemberJsonObject,
          words.members + keys.sorted().joined(separator: ", "), detail: key)
      }
      guard members.updateValue(value, forKey: name) == nil else { throw Self.repeated(key) }
    }
  }

  private static func repeated(_ key: String) -> Failure {
    Failure(
      .usage, "json",
      words.memberGivenTwiceJson,
      detail: key)
  }

  func string(_ key: String) throws -> String? {
    guard let value = members[key] else { return nil }
    if let text = value as? String { return text }
    if let number = value as? NSNumber, !(value is Bool) { return number.stringValue }
    throw Self.wrongType(key)
  }

  func strings(_ key: String) throws -> [String] {
    switch members[key] {
    case nil: return []
    case let text as String: return [text]
    case let list as [String]: return list
    default: throw Self.wrongType(key)
    }
  }

  func flag(_ key: String) throws -> Bool {
    guard let value = members[key] else { return false }
    guard let flag = value as? Bool else { throw Self.wrongType(key) }
    return flag
  }

  private static func wrongType(_ key: String) -> Failure {
    Failure(
      .usage, "json", words.valueAnotherType + " \(key)")
  }
}
