// SPDX-License-Identifier: Apache-2.0
import Foundation
import SyncServer
import SyncServerSQLite
import TestSupport
import Testing

@Suite("An embedded store")
struct EmbeddedStorageTests {
  let folder: TemporaryFolder
  var path: String { folder.file("data") }

  init() throws { folder = try TemporaryFolder() }

  @Test("keeps the contract", arguments: StorageContract.all)
  func contract(_ clause: StorageContract.Clause) async throws {
    try await clause.hold(for: EmbeddedStorage.open(path))
  }

  @Test("keeps the contract when everything is a file", arguments: StorageContract.all)
  func onlyFiles(_ clause: StorageContract.Clause) async throws {
    try await clause.hold(for: EmbeddedStorage.open(path, rowLimit: -1))
  }

  private func put(_ names: [String: Int]) async throws {
    let storage = try EmbeddedStorage.open(path)
    for (name, size) in names {
      let key = try #require(ObjectKey(name))
      _ = try await storage.putIfAbsent(key, Pattern.bytes(name, count: size))
    }
  }

  @Test("names inside names, which a tree has no place for, are kept and listed as bytes")
  func noTree() async throws {
    try await put(["a": 1, "a/b": 2, "a-b": 3, "a/b/c": 4, "a0": 5])
    let listed = try await EmbeddedStorage.open(path).list(prefix: "", after: nil, limit: 9)
    #expect(listed.map(\.key.description) == ["a", "a-b", "a/b", "a/b/c", "a0"])
  }

  private func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path + "/objects").filter { $0.count > 2 }
  }

  @Test("holds after it was closed what it held")
  func reopened() async throws {
    try await put(["a": 10, "b": 100_000])
    let storage = try EmbeddedStorage.open(path)
    for (name, size) in ["a": 10, "b": 100_000] {
      let key = try #require(ObjectKey(name))
      #expect(try await storage.get(key)?.bytes == Pattern.bytes(name, count: size))
    }
  }

  @Test("no file stays of what was replaced, lost or deleted")
  func noRemains() async throws {
    let storage = try EmbeddedStorage.open(path)
    let (key, bytes) = (try #require(ObjectKey("a")), [UInt8](repeating: 1, count: 100_000))
    let first = try #require(try await storage.putIfAbsent(key, bytes))
    #expect(try files().count == 1)
    let second = try #require(try await storage.replace(key, bytes + [2], ifMatch: first))
    #expect(try await storage.replace(key, bytes + [3], ifMatch: first) == nil)
    #expect(try await storage.putIfAbsent(key, bytes + [4]) == nil)
    #expect(try files().count == 1)
    _ = try await storage.replace(key, [5], ifMatch: second)
    #expect(try files().isEmpty)
    _ = try await storage.putIfAbsent(#require(ObjectKey("b")), bytes)
    try await storage.delete(#require(ObjectKey("b")))
    #expect(try files().isEmpty)
  }

  @Test("the folder is its owner's alone")
  func modes() async throws {
    mkdir(path, 0o755)
    try await put(["a": 10, "b": 100_000])
    for name in try ["."] + FileManager.default.subpathsOfDirectory(atPath: path) {
      let mode = try FileManager.default.attributesOfItem(atPath: path + "/" + name)[
        .posixPermissions]
      #expect((mode as? Int).map { $0 & 0o077 } == 0, "\(name)")
    }
  }

  @Test("two processes do not share a folder, and it is said who has it")
  func locked() throws {
    let child = try Child([Child.products + "/StorageWriter", "hold", path])
    #expect(child.waits(for: "ready"), "\(child.errors)")
    #expect(throws: StorageOpeningError.busy(holder: child.process)) {
      try EmbeddedStorage.open(path)
    }
    child.kill()
    #expect(throws: Never.self) { try EmbeddedStorage.open(path) }
  }

  @Test("a folder of something else is left as it is")
  func foreign() throws {
    mkdir(path, 0o755)
    try folder.write("data/letter.txt", [1])
    #expect(throws: StorageOpeningError.foreign) { try EmbeddedStorage.open(path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["letter.txt"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o755)
    #expect(throws: StorageError.self) { try EmbeddedStorage.open(path + "/letter.txt/below") }
  }

  @Test("what an interruption left is removed; what is not ours stays")
  func swept() async throws {
    try await put(["b": 100_000])
    let kept = try files()
    let orphan = "ab/ab" + String(repeating: "0", count: 30)
    try folder.write("data/objects/\(orphan)", [1])
    try folder.write("data/objects/ab/readme", [1])
    _ = try EmbeddedStorage.open(path)
    #expect(try Set(files()) == Set(kept + ["ab/readme"]))
  }
}
