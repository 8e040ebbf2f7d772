// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Foundation
import Remote
import TestSupport
import Testing

@testable import VaultStore

@Suite("Chunk folder")
struct ChunkFolderTests {
  private func folder(_ test: TestFolder) throws -> ChunkFolder {
    try Files.createFolder(test.folder.chunks)
    return ChunkFolder(path: test.folder.chunks, quarantine: test.folder.quarantine)
  }

  private func file(_ id: ChunkID, _ test: TestFolder) -> String {
    "\(test.folder.chunks)/\(id.description.prefix(2))/\(id)"
  }

  @Test("a chunk comes back from under the name that its hash gives")
  func roundTrip() throws {
    let test = try TestFolder()
    let chunks = try folder(test)
    var ids: Set<ChunkID> = []
    for size in [0, 1, 16, 70_000, ChunkFolder.limit] {
      let sealed = test.random.bytes(size)
      let id = ChunkID(ofSealed: sealed)
      #expect(!chunks.contains(id))
      try chunks.write(sealed, as: id)
      try chunks.synchronize([id])
      #expect(chunks.contains(id))
      #expect(try chunks.read(id) == sealed)
      #expect(try test.bytes(file(id, test)) == sealed)
      ids.insert(id)
    }
    #expect(try Set(chunks.present()) == ids)
  }

  @Test("a chunk is written once")
  func writtenOnce() throws {
    let test = try TestFolder()
    let chunks = try folder(test)
    let id = ChunkID(ofSealed: [1])
    try chunks.write([1], as: id)
    #expect(throws: StoreError.alreadyExists) { try chunks.write([1], as: id) }
    #expect(throws: StoreError.alreadyExists) { try chunks.write([2], as: id) }
    #expect(try chunks.read(id) == [1])
  }

  @Test("a chunk that is missing, altered, cut, or no file is damage, and is named")
  func damage() throws {
    let test = try TestFolder()
    let chunks = try folder(test)
    let sealed = test.random.bytes(300)
    let id = ChunkID(ofSealed: sealed)
    let damaged = StoreError.damaged("chunks/\(id)")
    #expect(throws: damaged) { try chunks.read(id) }
    try chunks.write(sealed, as: id)
    let path = file(id, test)
    for bytes in Fuzzing.flips(of: sealed) + [[], sealed.dropLast(), sealed + [0]] {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(throws: damaged) { try chunks.read(id) }
    }
    try Data(count: ChunkFolder.limit + 1).write(to: URL(fileURLWithPath: path))
    #expect(throws: damaged) { try chunks.read(id) }
    try Files.remove(path)
    try Files.createFolder(path)
    #expect(throws: damaged) { try chunks.read(id) }
    try Files.removeFolder(path)
    try test.temporary.write("elsewhere", sealed)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: test.temporary.file("elsewhere"))
    #expect(throws: damaged) { try chunks.read(id) }
  }

  @Test("a file that could not be opened for another reason is not called damaged")
  func unreadable() throws {
    let test = try TestFolder()
    // Longer than the system's longest path.
    let deep = String(repeating: "/" + String(repeating: "a", count: 200), count: 21)
    let chunks = ChunkFolder(path: test.folder.chunks + deep, quarantine: test.folder.quarantine)
    #expect(throws: StoreError.disk) { try chunks.read(ChunkID(ofSealed: [1])) }
  }

  @Test("an altered chunk is moved aside whole, and a good copy can take its name")
  func quarantine() throws {
    let test = try TestFolder()
    let chunks = try folder(test)
    let sealed = test.random.bytes(300)
    let id = ChunkID(ofSealed: sealed)
    try chunks.write([9, 9], as: id)
    try chunks.quarantine(id)
    #expect(!chunks.contains(id))
    #expect(try test.bytes("\(test.folder.quarantine)/\(id)") == [9, 9])
    try chunks.write(sealed, as: id)
    #expect(try chunks.read(id) == sealed)
    #expect(try test.mode(test.folder.quarantine) == 0o700)
    #expect(throws: StoreError.notFound) { try chunks.quarantine(ChunkID(ofSealed: [])) }
  }

  @Test("only files with the name of a chunk count as present")
  func present() throws {
    let test = try TestFolder()
    let chunks = try folder(test)
    let id = ChunkID(ofSealed: [1])
    try chunks.write([1], as: id)
    let folder = "vault/chunks/\(id.description.prefix(2))"
    for name in ["note.txt", id.description.uppercased(), id.description + ".tmp", "a"] {
      try test.temporary.write("\(folder)/\(name)", [1])
    }
    try test.temporary.write("vault/chunks/stray", [1])
    #expect(try chunks.present() == [id])
  }

  @Test("removing a chunk that is not there is fine")
  func remove() throws {
    let test = try TestFolder()
    let chunks = try folder(test)
    let id = ChunkID(ofSealed: [1])
    try chunks.remove(id)
    try chunks.write([1], as: id)
    try chunks.remove(id)
    #expect(!chunks.contains(id))
  }
}
