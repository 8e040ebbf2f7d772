// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Hashing
import Remote
import TestSupport
import Testing

@testable import VaultStore

@Suite("Vault store")
struct VaultStoreTests {
  @Test("what was stored is there after it was closed and opened again")
  func reopens() throws {
    let test = try TestFolder()
    let change = try test.created()
    let store = try test.open()
    let state = try store.state()
    #expect(state.vault == change.vault)
    #expect(state.device == change.device)
    #expect(state.log == change.log)
    #expect(state.slot == change.slot)
    #expect(state.keyRing == change.keyRing)
    #expect(state.pendingRecovery == change.pendingRecovery)
    #expect(state.certificates == change.certificates)
    #expect(state.bootRecords.map(\.record) == change.bootRecords.map(\.record))
    #expect(state.bootRecords.map(\.counter) == [1])
    #expect(state.bootRecords.map(\.hash) == change.bootRecords.map { SHA256.hash($0.record.body) })
    #expect(state.logs == change.growths.map(\.log))
    #expect(state.log(change.growths[0].log.id)?.head == change.growths[0].log.head)
    #expect(state.log(try LogID(random: test.random)) == nil)
    #expect(try store.records(of: change.growths[0].log.id) == change.growths[0].records)
    #expect(try store.recordCount() == 5)
    #expect(try store.listedChunks().map(\.id) == change.chunks.map(\.id))
    #expect(try store.listedChunks().map(\.size) == [17])
    #expect(try store.local("draft") == change.local["draft"])
    #expect(try store.localNames() == ["draft"])
    #expect(try store.local("none") == nil)
  }

  @Test("records come in order, from anywhere, and one by one")
  func records() throws {
    let test = try TestFolder()
    let growth = try test.created().growths[0]
    let store = try test.open()
    #expect(try store.records(of: growth.log.id, from: 3) == Array(growth.records[3...]))
    for sequence: UInt64 in [5, 1 << 63, .max] {
      #expect(try store.records(of: growth.log.id, from: sequence).isEmpty)
      #expect(try store.record(growth.log.id, sequence) == nil)
    }
    #expect(try store.record(growth.log.id, 2) == growth.records[2])
    #expect(try store.record(growth.log.id, 4)?.sealed == nil)
    #expect(try store.record(LogID(random: test.random), 2) == nil)
    struct Stop: Error {}
    #expect(throws: Stop.self) { try store.forEachRecord(of: growth.log.id) { _ in throw Stop() } }
  }

  @Test("a log grows, and only its row and its records change")
  func grows() throws {
    let test = try TestFolder()
    let first = try test.created().growths[0]
    let store = try test.open()
    var change = StoredChange()
    let more = try test.growth(of: first.log.id, from: first.log, by: 3)
    let other = try test.growth(of: LogID(random: test.random), by: 2)
    change.growths = [more, other]
    let before = try store.state()
    try store.commit(change)
    let after = try store.state()
    #expect(after.logs == [more.log, other.log].sorted { $0.id < $1.id })
    #expect(after.slot == before.slot && after.keyRing == before.keyRing)
    #expect(after.pendingRecovery == before.pendingRecovery)
    #expect(try store.records(of: first.log.id) == first.records + more.records)
    #expect(try store.records(of: other.log.id) == other.records)
  }

  @Test("a growth that does not start where the log ends, or has a gap, is a conflict")
  func conflicts() throws {
    let test = try TestFolder()
    let first = try test.created().growths[0]
    let store = try test.open()
    let good = try test.growth(of: first.log.id, from: first.log, by: 3)
    let unknown = try LogID(random: test.random)
    func growth(_ previous: UInt64, _ records: [StoredRecord]) -> StoredChange.Growth {
      StoredChange.Growth(log: good.log, previousSize: previous, records: records)
    }
    let moved = StoredLog(
      id: unknown, device: good.log.device, range: good.log.range,
      checkpoint: good.log.checkpoint)
    let skipped = StoredRecord(sequence: 9, leaf: good.records[0].leaf, sealed: nil)
    let bad = [
      growth(4, good.records), growth(6, good.records), growth(0, good.records),
      growth(8, good.records), growth(.max, good.records), growth(5, good.records.dropLast()),
      growth(5, good.records + [skipped]), growth(5, good.records.reversed()),
      growth(5, [skipped] + good.records.dropFirst()), growth(5, []),
      StoredChange.Growth(log: moved, previousSize: 5, records: good.records),
      StoredChange.Growth(log: first.log, previousSize: 0, records: first.records),
    ]
    let before = try test.bytes(test.folder.database)
    for (index, growth) in bad.enumerated() {
      var change = StoredChange()
      change.growths = [growth]
      change.slot = [1]
      #expect(throws: StoreError.conflict, "growth \(index)") { try store.commit(change) }
    }
    #expect(try test.bytes(test.folder.database) == before, "nothing was written")
  }

  @Test("a change that fails anywhere leaves nothing of itself")
  func allOrNothing() throws {
    let test = try TestFolder()
    let first = try test.created()
    let store = try test.open()
    let before = try test.bytes(test.folder.database)
    func change() throws -> StoredChange {
      var change = try test.firstChange()
      change.growths = [
        try test.growth(of: first.growths[0].log.id, from: first.growths[0].log, by: 2)
      ]
      return change
    }
    // After everything else in the transaction: the second log's growth, then a chunk known already.
    var conflict = try change()
    conflict.growths.append(
      StoredChange.Growth(log: first.growths[0].log, previousSize: 1, records: []))
    #expect(throws: StoreError.conflict) { try store.commit(conflict) }
    var constraint = try change()
    constraint.chunks.append(first.chunks[0])
    constraint.droppedChunks = [first.chunks[0].id]
    let file = store.chunks
    try file.write(test.random.bytes(20), as: first.chunks[0].id)
    #expect(throws: StoreError.self) { try store.commit(constraint) }
    #expect(try test.bytes(test.folder.database) == before)
    #expect(file.contains(first.chunks[0].id), "no file goes when the transaction fails")
    #expect(!Files.exists(test.folder.database + "-journal"))
    try store.commit(change())
    #expect(try store.recordCount() == 7)
  }

  @Test("a creation that fails is no vault, and nothing is created over one")
  func creation() throws {
    let test = try TestFolder()
    var bad = try test.firstChange()
    bad.growths[0] = StoredChange.Growth(
      log: bad.growths[0].log, previousSize: 1, records: bad.growths[0].records)
    #expect(throws: StoreError.conflict) { try test.create(bad) }
    #expect(throws: StoreError.notFound) { try test.open() }
    let change = try test.created()
    #expect(throws: StoreError.alreadyExists) { try test.create(test.firstChange()) }
    #expect(try test.open().state().vault == change.vault)
  }

  @Test("a hole keeps its leaf and place, and loses its bytes from the file")
  func holes() throws {
    let test = try TestFolder()
    let first = try test.created().growths[0]
    let store = try test.open()
    let sealed = try #require(first.records[1].sealed)
    let needle = Array(sealed[500..<532])
    #expect(try test.bytes(test.folder.database).firstRange(of: needle) != nil)
    var change = StoredChange()
    change.holes = [(first.log.id, 1), (first.log.id, 99), (try LogID(random: test.random), 1)]
    try store.commit(change)
    let hole = try #require(try store.record(first.log.id, 1))
    #expect(hole.sealed == nil && hole.leaf == first.records[1].leaf)
    #expect(try store.record(first.log.id, 0) == first.records[0])
    #expect(try store.recordCount() == 5)
    #expect(try store.state().logs == [first.log])
    #expect(try test.bytes(test.folder.database).firstRange(of: needle) == nil, "secure_delete")
  }

  @Test("slot, key ring, kit and local state are replaced together, or removed")
  func replaces() throws {
    let test = try TestFolder()
    try test.created()
    let store = try test.open()
    var change = StoredChange()
    change.slot = [1]
    change.keyRing = [2]
    change.pendingRecovery = .some([3])
    change.local = ["draft": [4], "later": [5]]
    try store.commit(change)
    #expect(try store.state().slot == [1])
    #expect(try store.state().keyRing == [2])
    #expect(try store.state().pendingRecovery == [3])
    #expect(try store.localNames() == ["draft", "later"])
    #expect(try store.local("draft") == [4])
    var removal = StoredChange()
    removal.pendingRecovery = .some(nil)
    removal.local = ["draft": nil, "none": nil]
    try store.commit(removal)
    #expect(try store.state().pendingRecovery == nil)
    #expect(try store.localNames() == ["later"])
    #expect(try store.state().slot == [1])
  }

  @Test("certificates and boot records are kept for ever: the first of a name stays")
  func immutable() throws {
    let test = try TestFolder()
    let first = try test.created()
    let store = try test.open()
    let device = try #require(first.device)
    var change = StoredChange()
    change.certificates = [device: test.signed()]
    let second = test.signed()
    change.bootRecords = [(2, second), first.bootRecords[0]]
    try store.commit(change)
    #expect(try store.state().certificates == first.certificates)
    #expect(try store.state().bootRecords.map(\.record) == [first.bootRecords[0].record, second])
  }

  @Test("a dropped chunk loses its row, then its file")
  func droppedChunks() throws {
    let test = try TestFolder()
    let first = try test.created()
    let store = try test.open()
    let id = first.chunks[0].id
    try store.chunks.write([1], as: id)
    var change = StoredChange()
    change.droppedChunks = [id, ChunkID(ofSealed: [9])]
    try store.commit(change)
    #expect(try store.listedChunks().isEmpty)
    #expect(!store.chunks.contains(id))
  }
}
