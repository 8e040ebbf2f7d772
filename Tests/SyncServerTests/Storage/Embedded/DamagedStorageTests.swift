// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import SyncServer
import SyncServerSQLite
import TestSupport
import Testing

/// A store that somebody changed, or a disk: named, never believed, never a trap.
@Suite("A damaged embedded store")
struct DamagedStorageTests {
  let folder: TemporaryFolder
  var path: String { folder.file("data") }
  var database: String { path + "/storage.sqlite" }
  static let sizes = ["a": 10, "b": 100_000, "c/d": 9_000, "c/e": 0, "f": 40_000]

  init() async throws {
    folder = try TemporaryFolder()
    let storage = try EmbeddedStorage.open(path)
    for (name, size) in Self.sizes {
      let key = try #require(ObjectKey(name))
      _ = try await storage.putIfAbsent(key, Pattern.bytes(name, count: size))
    }
  }

  private func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path + "/objects").filter { $0.count > 2 }
      .map { "data/objects/" + $0 }
  }

  private func execute(_ sql: String) throws {
    try DatabaseQueue(path: database).writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  private func get(_ name: String) async throws -> [UInt8]? {
    let key = try #require(ObjectKey(name))
    return try await EmbeddedStorage.open(path).get(key)?.bytes
  }

  /// Reads, lists and writes; only what was written comes back.
  /// - Returns: how often damage was named.
  private func use(_ what: String) async throws -> Int {
    var named = 0
    do {
      let storage = try EmbeddedStorage.open(path)
      for (name, size) in Self.sizes {
        let key = try #require(ObjectKey(name))
        do {
          let read = try await storage.get(key)?.bytes
          #expect(read == nil || read == Pattern.bytes(name, count: size), "\(what): \(name)")
        } catch is StorageError { named += 1 }
      }
      do {
        _ = try await storage.list(prefix: "", after: nil, limit: 1000)
        let key = try #require(ObjectKey("g"))
        if let version = try await storage.putIfAbsent(key, [1]) {
          _ = try await storage.replace(key, [2], ifMatch: version)
        }
        try await storage.delete(key)
      } catch is StorageError { named += 1 }
    } catch is StorageError {
      named += 1
    } catch is StorageOpeningError { named += 1 }
    return named
  }

  @Test("a flipped byte anywhere brings no wrong byte out")
  func flipped() async throws {
    let whole = try folder.read("data/storage.sqlite")
    var named = 0
    for place in LongTests.places(below: whole.count, oneIn: 211) {
      var bytes = whole
      bytes[place] ^= UInt8(1 << (place % 8))
      try folder.write("data/storage.sqlite", bytes)
      named += try await use("byte \(place)")
    }
    #expect(named > 0)
    print("flipped bytes of an embedded store: damage was named \(named) times")
  }

  @Test("a truncated or random database throws", arguments: [0, 1, 100, 4096, 5000, 8192])
  func truncated(_ count: Int) async throws {
    let whole = try folder.read("data/storage.sqlite")
    try folder.write("data/storage.sqlite", Array(whole.prefix(count)))
    #expect(try await use("\(count) bytes") > 0)
    try folder.write("data/storage.sqlite", SeededRandom(seed: "\(count)").bytes(count + 20))
    #expect(try await use("\(count) random bytes") > 0)
    #expect(try files().count == 2, "the files stay for whoever repairs")
  }

  @Test("files without their database are not an empty store")
  func lostDatabase() async throws {
    try FileManager.default.removeItem(atPath: database)
    #expect(throws: StorageError.damaged) { try EmbeddedStorage.open(path) }
    #expect(throws: StorageError.damaged) { try EmbeddedStorage.open(path) }
    #expect(try files().count == 2)
  }

  @Test("a changed, shortened, lengthened or missing file is damage; the rest is read")
  func changedFiles() async throws {
    for file in try files() {
      let whole = try folder.read(file)
      var flipped = whole
      flipped[whole.count / 2] ^= 1
      for bytes in [flipped, Array(whole.dropLast()), whole + [0], [], nil] {
        if let bytes {
          try folder.write(file, bytes)
        } else {
          try FileManager.default.removeItem(atPath: folder.file(file))
        }
        #expect(try await use(file) == 1)
      }
      try folder.write(file, whole)
    }
    #expect(try await use("as it was") == 0)
  }

  @Test("while a file is missing, none is swept away")
  func noSweep() async throws {
    let (first, last) = (try #require(try files().first), try #require(try files().last))
    try execute("UPDATE object SET file = zeroblob(16) WHERE name = 'b'")
    #expect(try await use("renamed") == 1)
    #expect(try files().contains(first) && files().contains(last))
  }

  @Test(
    "rows that no version of ours wrote are damage",
    arguments: [
      "size = -1", "size = 9000000000000000000", "size = 11", "checksum = x''",
      "checksum = zeroblob(32)", "body = NULL", "file = zeroblob(16)", "file = x'00', body = NULL",
      "body = x'00'", "name = 'A B'", "name = 'moved'",
    ])
  func hostileRow(_ change: String) async throws {
    try execute("UPDATE object SET \(change) WHERE name = 'a'")
    #expect(try await use(change) > 0 || change == "name = 'moved'")
    if change == "name = 'moved'" {
      await #expect(throws: StorageError.damaged) { try await get("moved") }
    }
    // What is damaged can be deleted and written again.
    let (storage, key) = (try EmbeddedStorage.open(path), try #require(ObjectKey("a")))
    try await storage.delete(key)
    #expect(try await storage.putIfAbsent(key, [1]) != nil)
    #expect(try await storage.get(key)?.bytes == [1])
  }

  @Test("a schema that is not ours, letter for letter, is refused")
  func hostileSchema() throws {
    try execute("CREATE TRIGGER t AFTER DELETE ON object BEGIN DELETE FROM object; END")
    #expect(throws: StorageError.damaged) { try EmbeddedStorage.open(path) }
    try execute("DROP TRIGGER t; PRAGMA user_version = 2")
    #expect(throws: StorageOpeningError.laterVersion(2)) { try EmbeddedStorage.open(path) }
    try execute("PRAGMA user_version = 1; PRAGMA application_id = 7")
    #expect(throws: StorageOpeningError.foreign) { try EmbeddedStorage.open(path) }
    try execute("PRAGMA application_id = \(0x4d45_4d73)")
    #expect(throws: Never.self) { try EmbeddedStorage.open(path) }
  }
}
