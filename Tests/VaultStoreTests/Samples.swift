// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Foundation
import GRDB
import Hashing
import Remote
import Sodium
import TestSupport
import TransparencyLog

@testable import VaultStore

/// A vault's folder with sealed-looking bytes in it: the store never looks inside them.
struct TestFolder {
  let temporary: TemporaryFolder
  let folder: VaultFolder
  let random: SeededRandom

  init(_ seed: String = "store") throws {
    temporary = try TemporaryFolder()
    folder = VaultFolder(temporary.path + "/vault")
    random = SeededRandom(seed: seed)
    try Files.createFolder(folder.path)
  }

  // MARK: What is stored

  /// A growth of a log by random leaves, continuing `log`.
  func growth(
    of id: LogID, from log: StoredLog? = nil, by count: Int, hole: Int? = nil
  ) throws -> StoredChange.Growth {
    var range = log?.range ?? CompactRange()
    let previous = range.size
    let records = (0..<count).map { index in
      let leaf = SHA256.hash(random.bytes(8))
      range.append(leaf)
      return StoredRecord(
        sequence: previous + UInt64(index), leaf: leaf,
        sealed: index == hole ? nil : random.bytes(1081))
    }
    let grown = StoredLog(
      id: id, device: try log?.device ?? DeviceID(random: random), range: range,
      checkpoint: random.bytes(200))
    return StoredChange.Growth(log: grown, previousSize: previous, records: records)
  }

  /// A first change: one log of five records, the last a hole, and one row of everything.
  func firstChange() throws -> StoredChange {
    var change = StoredChange()
    change.vault = VaultID(root: try Ed25519.SigningKey(seed: random.secret(32)).publicKey)
    let growth = try growth(of: LogID(random: random), by: 5, hole: 4)
    change.growths = [growth]
    change.device = growth.log.device
    change.log = growth.log.id
    change.slot = random.bytes(170)
    change.keyRing = random.bytes(300)
    change.pendingRecovery = .some(random.bytes(105))
    change.certificates = [growth.log.device: signed()]
    change.bootRecords = [(1, signed())]
    change.chunks = [(ChunkID(ofSealed: random.bytes(9)), 17)]
    change.local = ["draft": random.bytes(1065)]
    return change
  }

  func signed() -> RootSigned { RootSigned(body: random.bytes(300), signature: random.bytes(250)) }

  // MARK: Opening

  func create(_ change: StoredChange) throws -> VaultStore {
    try VaultStore.create(folder, lock: folder.acquireLock(), first: change)
  }

  /// Creates, closes, and gives what was stored.
  @discardableResult
  func created() throws -> StoredChange {
    let change = try firstChange()
    _ = try create(change)
    return change
  }

  func open() throws -> VaultStore { try VaultStore.open(folder, lock: folder.acquireLock()) }

  /// Runs SQL behind the store's back.
  func sql(_ text: String, _ arguments: StatementArguments = []) throws {
    try DatabaseQueue(path: folder.database).writeWithoutTransaction {
      try $0.execute(sql: text, arguments: arguments)
    }
  }

  /// Runs SQL as a damaged file would have it: columns take any type and NULL, and then the schema says
  /// again what it said before.
  func damage(_ text: String, _ arguments: StatementArguments = []) throws {
    func rewriteSchema(_ sql: String) throws {
      try self.sql("PRAGMA writable_schema = ON; " + sql)
    }
    try rewriteSchema(
      """
      UPDATE sqlite_schema SET sql = replace(replace(replace(sql, 'STRICT, WITHOUT', 'WITHOUT'),
      ') STRICT', ')'), ' NOT NULL', '')
      """)
    try sql(text, arguments)
    for table in Schema.tables {
      let name = table.split(separator: " ")[2]
      try rewriteSchema("UPDATE sqlite_schema SET sql = '\(table)' WHERE name = '\(name)'")
    }
  }

  /// Low nine bits of a file's mode.
  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int ?? -1) & 0o777
  }

  func bytes(_ path: String) throws -> [UInt8] {
    try Array(Foundation.Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

extension VaultStore {
  func records(of log: LogID, from sequence: UInt64 = 0) throws -> [StoredRecord] {
    var records: [StoredRecord] = []
    try forEachRecord(of: log, from: sequence) { records.append($0) }
    return records
  }
}
