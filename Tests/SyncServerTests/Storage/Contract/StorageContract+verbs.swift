// SPDX-License-Identifier: Apache-2.0
import SyncServer
import TestSupport
import Testing

extension StorageContract {
  /// What also a store keeps whose writes know no conditions.
  static let unconditional: [Clause] =
    [
      Clause("what was put is read, with its version", "put") { try await $0.putsAndReads() },
      Clause("an object that is not there", "absent") { try await $0.hasNothing() },
      Clause("no byte is lost at any size up to the largest", "sizes") {
        try await $0.takesSizes()
      },
      Clause("an object that is too large is refused", "large") { try await $0.refusesLarge() },
      Clause("deletes, twice if asked, and only what it is told", "delete") {
        try await $0.deletes()
      },
      Clause("legal names that no server of ours uses", "names") { try await $0.takesOddNames() },
    ] + listing

  /// What needs `If-Match` and `If-None-Match` to be kept.
  static let conditional: [Clause] = [
    Clause("a name is taken once", "taken") { try await $0.refusesTaken() },
    Clause("replaces what is as it was read, and nothing else", "replace") {
      try await $0.replaces()
    },
    Clause("replaces nothing that was deleted", "deleted") { try await $0.replacesNoDeleted() },
    Clause("a version that no store made matches nothing", "odd") {
      try await $0.refusesOddVersions()
    },
  ]

  private func putsAndReads() async throws {
    let key = try key("a")
    let version = try #require(try await storage.putIfAbsent(key, [1, 2, 3]))
    #expect(try await storage.get(key) == StoredObject(bytes: [1, 2, 3], version: version))
  }

  private func hasNothing() async throws {
    #expect(try await storage.get(key("a")) == nil)
    #expect(try await storage.list(prefix: prefix, after: nil, limit: 10) == [])
  }

  private func takesSizes() async throws {
    let sizes = [0, 1, 4095, 16_383, 16_384, 16_385, 65_537, 1 << 20, ObjectKey.objectLimit]
    for size in sizes {
      let (key, bytes) = (try key("s\(size)"), Pattern.bytes("\(size)", count: size))
      let version = try #require(try await storage.putIfAbsent(key, bytes))
      let read = try #require(try await storage.get(key))
      #expect(read.bytes == bytes && read.version == version, "\(size)")
      let listed = try await storage.list(prefix: key.description, after: nil, limit: 1)
      #expect(listed == [ListedObject(key: key, size: size)])
    }
  }

  private func refusesLarge() async throws {
    let (small, large) = (try key("small"), try key("large"))
    let bytes = [UInt8](repeating: 7, count: ObjectKey.objectLimit + 1)
    await #expect(throws: StorageError.tooLarge) { try await storage.putIfAbsent(large, bytes) }
    #expect(try await storage.get(large) == nil)
    let version = try #require(try await storage.putIfAbsent(small, [1]))
    await #expect(throws: StorageError.tooLarge) {
      try await storage.replace(small, bytes, ifMatch: version)
    }
    #expect(try await storage.get(small)?.bytes == [1])
  }

  private func deletes() async throws {
    for (name, size) in [("small", 10), ("large", 100_000)] {
      let (key, beside) = (try key(name), try key(name + "r"))
      let bytes = Pattern.bytes(name, count: size)
      _ = try await storage.putIfAbsent(key, bytes)
      _ = try await storage.putIfAbsent(beside, bytes)
      try await storage.delete(key)
      try await storage.delete(key)
      #expect(try await storage.get(key) == nil)
      #expect(try await storage.get(beside)?.bytes == bytes)
      // The name is free again, for other bytes.
      #expect(try await storage.putIfAbsent(key, [9]) != nil)
      #expect(try await storage.get(key)?.bytes == [9])
    }
    #expect(try await names(limit: 10) == ["large", "larger", "small", "smallr"])
  }

  private func takesOddNames() async throws {
    let rest = ObjectKey.limit - prefix.utf8.count
    let odd = [
      "con", "nul/aux", "-", "--", "-rf/-", "0", "list-type", "x--y",
      String(repeating: "d/", count: rest / 2 - 1) + "e",
      String(repeating: "n", count: min(rest, 255)),
      "same/same/same", "xn--a",
    ]
    for name in odd {
      #expect(try await storage.putIfAbsent(key(name), Array(name.utf8)) != nil, "\(name)")
    }
    for name in odd { #expect(try await storage.get(key(name))?.bytes == Array(name.utf8)) }
    #expect(
      try await names(limit: 3) == odd.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  private func refusesTaken() async throws {
    for (name, size) in [("small", 10), ("large", 100_000)] {
      let (key, first) = (try key(name), Pattern.bytes(name, count: size))
      let version = try #require(try await storage.putIfAbsent(key, first))
      #expect(try await storage.putIfAbsent(key, [1]) == nil)
      #expect(try await storage.putIfAbsent(key, Pattern.bytes("other", count: size)) == nil)
      #expect(try await storage.putIfAbsent(key, first) == nil, "whatever its bytes")
      #expect(try await storage.get(key) == StoredObject(bytes: first, version: version))
    }
  }
}
