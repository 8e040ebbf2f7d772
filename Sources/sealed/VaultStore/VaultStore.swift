// SPDX-License-Identifier: Apache-2.0
public import DurableFiles
internal import Foundation
internal import GRDB
public import Hashing
public import Remote
internal import TransparencyLog

/// Sealed bytes on disk: one SQLite database, chunk files, the device secret, and the order of durable
/// writes (Format.md §7). It never sees a key.
///
/// One process at a time: it holds the folder's lock for as long as it exists.
public final class VaultStore: Sendable {
  public let folder: VaultFolder
  public let chunks: ChunkFolder
  let database: DatabaseQueue
  private let lock: FileLock

  private init(folder: VaultFolder, lock: FileLock, database: DatabaseQueue) {
    self.folder = folder
    self.lock = lock
    self.database = database
    chunks = ChunkFolder(path: folder.chunks, quarantine: folder.quarantine)
  }

  // MARK: Opening

  /// Opens the vault in `folder`, whose lock the caller has taken.
  /// - Throws: ``StoreError``.
  public static func open(_ folder: VaultFolder, lock: FileLock) throws -> VaultStore {
    guard Files.exists(folder.database) else { throw StoreError.notFound }
    return try StoreError.mapping {
      let store = try VaultStore(folder: folder, lock: lock, database: connect(folder))
      do {
        try store.database.read(Schema.check)
      } catch StoreError.notFound where folder.holdsRemains {
        // An emptied database beside chunks or a device secret was a vault once.
        throw StoreError.damaged("vault.sqlite")
      }
      return store
    }
  }

  /// Creates the vault: tables and first rows in one transaction. The device secret is there already.
  /// - Throws: ``StoreError/alreadyExists`` when there is one.
  public static func create(
    _ folder: VaultFolder, lock: FileLock, first change: StoredChange
  ) throws -> VaultStore {
    try StoreError.mapping {
      try Files.createFolder(folder.chunks)
      // SQLite would make it with the process's mask; its journal then takes the mode of this file.
      if !Files.exists(folder.database) { _ = try OpenFile.creating(folder.database) }
      let store = try VaultStore(folder: folder, lock: lock, database: connect(folder))
      try store.database.write { database in
        guard try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0 else {
          throw StoreError.alreadyExists
        }
        try Schema.create(database)
        try apply(change, to: database)
      }
      try Files.synchronizeFolder(folder.path)
      return store
    }
  }

  private static func connect(_ folder: VaultFolder) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // Before anything that could write: a later version may keep its journal otherwise.
      try Schema.checkVersion(database)
      // A rollback journal: SQLite before 3.51.3 has a WAL-reset bug with several connections.
      try database.execute(
        sql: """
          PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
          """)
    }
    return try DatabaseQueue(path: folder.database, configuration: configuration)
  }

  // MARK: State

  /// - Throws: ``StoreError/damaged(_:)`` when a row is missing or not of its shape.
  public func state() throws -> StoredState {
    try StoreError.mapping { try database.read(StoredState.init) }
  }

  /// Commits a change, durably, all or nothing.
  /// - Throws: ``StoreError/conflict`` when a log is not at the size that the change starts from.
  public func commit(_ change: StoredChange) throws {
    try StoreError.mapping { try database.write { try Self.apply(change, to: $0) } }
    for id in change.droppedChunks { try? chunks.remove(id) }
  }

  // MARK: Records

  /// Calls `body` with every record of a log in a range of places, in order, without holding them all. A place that is
  /// no number is met as well: it is damage, and must not be passed over.
  public func forEachRecord(
    of log: LogID, from sequence: UInt64 = 0, below end: UInt64 = .max,
    _ body: (StoredRecord) throws -> Void
  ) throws {
    try StoreError.mapping {
      try database.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT sequence, leaf, sealed FROM record
            WHERE log = ? AND sequence >= ? AND (sequence < ? OR typeof(sequence) <> 'integer')
            ORDER BY sequence
            """,
          arguments: [Data(log.bytes), Int64(clamping: sequence), Int64(clamping: end)])
        while let row = try rows.next() { try body(StoredRecord(row)) }
      }
    }
  }

  /// Calls `body` with every leaf of a log, in order, without reading its records.
  public func forEachLeaf(
    of log: LogID, _ body: (UInt64, SHA256Digest) throws -> Void
  ) throws {
    try StoreError.mapping {
      try database.read { database in
        let rows = try Row.fetchCursor(
          database, sql: "SELECT sequence, leaf FROM record WHERE log = ? ORDER BY sequence",
          arguments: [Data(log.bytes)])
        while let row = try rows.next() {
          let (sequence, leaf) = try row.reading("record") { row in
            guard let leaf = SHA256Digest(try row.blob("leaf")),
              let sequence = UInt64(exactly: try row.integer("sequence"))
            else { throw StoreError.damaged("record") }
            return (sequence, leaf)
          }
          try body(sequence, leaf)
        }
      }
    }
  }

  public func record(_ log: LogID, _ sequence: UInt64) throws -> StoredRecord? {
    try StoreError.mapping {
      try database.read { database in
        try Row.fetchOne(
          database, sql: "SELECT sequence, leaf, sealed FROM record WHERE log = ? AND sequence = ?",
          arguments: [Data(log.bytes), Int64(clamping: sequence)]
        ).map(StoredRecord.init)
      }
    }
  }

  /// A signed head that was kept beside the current one; `nil` when there is none of that size.
  public func head(of log: LogID, at size: UInt64) throws -> [UInt8]? {
    try StoreError.mapping {
      try database.read { database in
        try Row.fetchOne(
          database, sql: "SELECT body FROM proof WHERE log = ? AND size = ? AND kind = 'head'",
          arguments: [Data(log.bytes), Int64(clamping: size)]
        ).map { try $0.reading("proof") { try $0.blob("body") } }
      }
    }
  }

  /// Orders to erase that came; nothing is believed of them yet.
  public func orders() throws -> [RootSigned] {
    try StoreError.mapping {
      try database.read { database in
        try Row.fetchAll(
          database, sql: "SELECT body FROM proof WHERE kind = 'erasure' ORDER BY log"
        ).map { row in
          try row.reading("proof") { row in
            guard let signed = try? RootSigned(encoded: row.blob("body")) else {
              throw StoreError.damaged("proof")
            }
            return signed
          }
        }
      }
    }
  }

  /// The logs that records say they are of, whether or not there is such a log.
  public func logsOfRecords() throws -> [LogID] {
    try StoreError.mapping {
      try database.read { database in
        try Row.fetchAll(database, sql: "SELECT DISTINCT log FROM record").map { row in
          guard let id = try? LogID(row.blob("log")) else {
            throw StoreError.damaged("record")
          }
          return id
        }
      }
    }
  }

  /// Number of records, holes included.
  public func recordCount() throws -> Int {
    try StoreError.mapping {
      try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM record") ?? 0 }
    }
  }

  /// Every chunk that a record refers to, with the size of its file.
  public func listedChunks() throws -> [(id: ChunkID, size: Int)] {
    try StoreError.mapping {
      try database.read { database in
        try Row.fetchAll(database, sql: "SELECT id, size FROM chunk").map { row in
          try row.reading("chunk") { row in
            guard let size = Int(exactly: try row.integer("size")), size >= 0 else {
              throw StoreError.damaged("chunk")
            }
            return (try ChunkID(row.blob("id")), size)
          }
        }
      }
    }
  }
}
