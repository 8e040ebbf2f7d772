// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Foundation
import GRDB
import Remote
import TestSupport
import Testing

@testable import VaultStore

@Suite("Vault folder")
struct VaultFolderTests {
  /// Every path below the folder, folders included.
  private func tree(_ test: TestFolder) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: test.folder.path)?.compactMap {
      $0 as? String
    }
    return try #require(names).sorted()
  }

  @Test("everything that is created is the owner's alone")
  func modes() throws {
    let test = try TestFolder()
    try test.created()
    let store = try test.open()
    let id = ChunkID(ofSealed: [1])
    try store.chunks.write([1], as: id)
    try store.chunks.quarantine(id)
    try store.chunks.write([1], as: id)
    let paths = try tree(test)
    #expect(paths.count == 7, "\(paths)")
    #expect(try test.mode(test.folder.path) == 0o700)
    for path in paths {
      let full = test.folder.path + "/" + path
      #expect(try test.mode(full) == (Files.isFolder(full) ? 0o700 : 0o600), "\(path)")
    }
  }

  @Test("the journal, while there is one, is the owner's alone too")
  func journalMode() throws {
    let test = try TestFolder()
    try test.created()
    let store = try test.open()
    try store.database.write { database in
      try database.execute(sql: "UPDATE meta SET value = x'00' WHERE name = 'slot'")
      #expect(try test.mode(test.folder.database + "-journal") == 0o600)
    }
  }

  @Test("a second lock is refused, and says which process holds the first")
  func lock() throws {
    let test = try TestFolder()
    var lock: FileLock? = try test.folder.acquireLock()
    #expect(throws: StoreError.busy(holder: getpid())) { try test.folder.acquireLock() }
    try test.temporary.write("vault/lock", Array("garbage".utf8))
    #expect(throws: StoreError.busy(holder: nil)) { try test.folder.acquireLock() }
    #expect(lock != nil)
    lock = nil
    #expect(throws: Never.self) { try test.folder.acquireLock() }
  }

  @Test("a store holds the lock for as long as it exists")
  func storeHoldsLock() throws {
    let test = try TestFolder()
    var store: VaultStore? = try test.create(test.firstChange())
    #expect(throws: StoreError.busy(holder: getpid())) { try test.open() }
    #expect(store != nil)
    store = nil
    #expect(throws: Never.self) { try test.open() }
  }

  @Test("no lock without a folder, nor through a link")
  func noLock() throws {
    let test = try TestFolder()
    let missing = VaultFolder(test.temporary.file("none"))
    #expect(throws: StoreError.notFound) { try missing.acquireLock() }
    try FileManager.default.createSymbolicLink(
      atPath: test.folder.lock, withDestinationPath: test.temporary.file("target"))
    #expect(throws: StoreError.damaged("file")) { try test.folder.acquireLock() }
    #expect(!Files.exists(test.temporary.file("target")))
  }

  @Test("erasing removes every file of the vault, and then the folder")
  func erases() throws {
    let test = try TestFolder()
    try test.created()
    try fill(test)
    try test.folder.erase()
    #expect(!Files.exists(test.folder.path))
    try test.folder.erase()
  }

  @Test("erasing leaves the files of others, and what links point to")
  func erasesOnlyOwn() throws {
    let test = try TestFolder()
    try test.created()
    try fill(test)
    try test.temporary.write("vault/letter.txt", [1])
    try Files.createFolder(test.folder.path + "/photos")
    try test.temporary.write("vault/photos/a.jpg", [2])
    try Files.createFolder(test.temporary.file("outside"))
    try test.temporary.write("outside/kept", [3])
    for link in ["vault/chunks/link", "vault/other"] {
      try FileManager.default.createSymbolicLink(
        atPath: test.temporary.file(link), withDestinationPath: test.temporary.file("outside"))
    }
    try test.folder.erase()
    #expect(try tree(test) == ["letter.txt", "other", "photos", "photos/a.jpg"])
    #expect(try test.temporary.read("outside/kept") == [3])
  }

  @Test("erasing does not follow a chunk folder that is a link")
  func erasesLinkedChunks() throws {
    let test = try TestFolder()
    try Files.createFolder(test.temporary.file("outside"))
    try test.temporary.write("outside/kept", [3])
    try FileManager.default.createSymbolicLink(
      atPath: test.folder.chunks, withDestinationPath: test.temporary.file("outside"))
    try test.folder.erase()
    #expect(try test.temporary.read("outside/kept") == [3])
  }

  /// Every other file that a vault may have.
  private func fill(_ test: TestFolder) throws {
    for name in [
      "device.secret", "device.secret.new", "device.secret.new.tmp", "vault.sqlite-journal",
    ] {
      try test.temporary.write("vault/" + name, [1])
    }
    let store = ChunkFolder(path: test.folder.chunks, quarantine: test.folder.quarantine)
    for byte: UInt8 in 0..<5 {
      let id = ChunkID(ofSealed: [byte])
      try store.write([byte], as: id)
      if byte == 0 { try store.quarantine(id) }
    }
  }
}
