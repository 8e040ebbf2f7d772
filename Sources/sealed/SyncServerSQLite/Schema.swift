// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import SyncServer

/// The table of `storage.sqlite`, text for text what SQLite keeps of it.
enum Schema {
  static let applicationID: Int32 = 0x4d45_4d73
  static let version: Int32 = 1

  static let table = """
    CREATE TABLE object (name TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, checksum BLOB NOT NULL, \
    file BLOB, body BLOB) STRICT
    """

  static func create(_ database: Database) throws {
    try database.execute(sql: table)
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// - Throws: ``StorageOpeningError/laterVersion(_:)``.
  static func checkVersion(_ database: Database) throws {
    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= Self.version else { throw StorageOpeningError.laterVersion(Int(version)) }
  }

  /// Whether nothing was ever made in it.
  static func isEmpty(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
      && Int32.fetchOne(database, sql: "PRAGMA user_version") == 0
      && Int32.fetchOne(database, sql: "PRAGMA application_id") == 0
  }

  /// - Throws: ``StorageOpeningError/foreign``, ``StorageError/damaged``.
  static func check(_ database: Database) throws {
    guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == applicationID else {
      throw StorageOpeningError.foreign
    }
    let found = try String.fetchAll(
      database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    guard try Int32.fetchOne(database, sql: "PRAGMA user_version") == version, found == [table]
    else { throw StorageError.damaged }
  }
}
