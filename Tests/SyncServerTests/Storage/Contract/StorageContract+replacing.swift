// SPDX-License-Identifier: Apache-2.0
import SyncServer
import TestSupport
import Testing

extension StorageContract {
  func replaces() async throws {
    let key = try key("a")
    // From small to large and back: a store may keep them differently.
    let bytes = [10, 100_000, 0, 200_000, 300_000, 3].map { Pattern.bytes("\($0)", count: $0) }
    var versions = [try #require(try await storage.putIfAbsent(key, bytes[0]))]
    for next in bytes.dropFirst() {
      let last = try #require(versions.last)
      let version = try #require(try await storage.replace(key, next, ifMatch: last))
      #expect(!versions.contains(version), "a version changes with the bytes")
      #expect(try await storage.get(key) == StoredObject(bytes: next, version: version))
      for old in versions {
        #expect(try await storage.replace(key, [66], ifMatch: old) == nil)
      }
      versions.append(version)
    }
    #expect(try await storage.get(key)?.bytes == bytes.last)
    let size = try await storage.list(prefix: key.description, after: nil, limit: 1)
    #expect(size == [ListedObject(key: key, size: 3)])
  }

  func replacesNoDeleted() async throws {
    for (name, size) in [("small", 10), ("large", 100_000)] {
      let key = try key(name)
      let version = try #require(
        try await storage.putIfAbsent(key, Pattern.bytes(name, count: size)))
      try await storage.delete(key)
      #expect(try await storage.replace(key, [1], ifMatch: version) == nil)
      #expect(try await storage.get(key) == nil)
      // A later object under that name is another one.
      _ = try await storage.putIfAbsent(key, [2])
      #expect(try await storage.replace(key, [3], ifMatch: version) == nil)
      #expect(try await storage.get(key)?.bytes == [2])
    }
  }

  func refusesOddVersions() async throws {
    let (there, gone) = (try key("there"), try key("gone"))
    let version = try #require(try await storage.putIfAbsent(there, [1]))
    let odd = [
      "", "*", "\"", "\"\"", "a\r\nIf-Match: *", "W/\(version.text)",
      "\(version.text), \(version.text)",
      "0", "\u{e9}", "\"*\"", String(repeating: "f", count: 10_000), "\0", "' OR 1=1 --",
    ]
    for text in odd {
      let version = ObjectVersion(text)
      #expect(try await storage.replace(there, [2], ifMatch: version) == nil, "\(text.prefix(20))")
      #expect(try await storage.replace(gone, [2], ifMatch: version) == nil)
    }
    #expect(try await storage.get(there)?.bytes == [1])
    #expect(try await storage.get(gone) == nil)
  }
}
