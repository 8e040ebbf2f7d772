// SPDX-License-Identifier: Apache-2.0
import Foundation
import SyncServer
import SyncServerSQLite
import TestSupport
import Testing

/// What `StorageWriter` said that it did: what each name must hold, and what it may hold.
struct KnownObjects {
  /// Acknowledged; `-` where there is none.
  private(set) var values: [String: String] = [:]
  /// Begun when it was killed.
  private var begun: [String: String] = [:]
  private(set) var operations = 0

  mutating func read(_ lines: [String]) throws {
    for line in lines where line != "ready" {
      let words = line.split(separator: " ").map(String.init)
      try #require(words.count == 3, "\(line)")
      if words[0] == "begin" {
        begun[words[1]] = words[2]
      } else {
        values[words[1]] = words[2]
        begun[words[1]] = nil
        operations += 1
      }
    }
  }

  /// Whole, and the one or the other; what it turned out to be is known from then on.
  mutating func compare(with path: String) async throws {
    let storage = try EmbeddedStorage.open(path)
    for name in Set(values.keys).union(begun.keys) {
      let key = try #require(ObjectKey(name))
      let read = try await storage.get(key)?.bytes
      let fitting = [values[name] ?? "-", begun[name]].compactMap { $0 }
        .first { Self.bytes($0) == read }
      #expect(fitting != nil, "\(name) is \(read?.count ?? -1) bytes")
      values[name] = fitting
      begun[name] = nil
    }
    let listed = try await storage.list(prefix: "", after: nil, limit: 1000)
    let expected = values.filter { $0.value != "-" }
    #expect(Set(listed.map(\.key.description)) == Set(expected.keys))
    // Nothing else is kept, either.
    let files = try FileManager.default.subpathsOfDirectory(atPath: path + "/objects")
    #expect(files.filter { $0.count > 2 }.count == listed.filter { $0.size > 16 << 10 }.count)
  }

  private static func bytes(_ value: String) -> [UInt8]? {
    guard let size = Int(value.prefix { $0 != "." }) else { return nil }
    return Pattern.bytes(value, count: size)
  }
}
