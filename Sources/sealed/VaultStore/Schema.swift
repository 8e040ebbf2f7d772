// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// The tables of `vault.sqlite` (Format.md §7), text for text what SQLite keeps of them.
enum Schema {
  static let applicationID: Int32 = 0x4d45_4d6f
  static let version: Int32 = 1

  static let tables = [
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE certificate (device BLOB NOT NULL PRIMARY KEY, body BLOB NOT NULL, \
    signature BLOB NOT NULL) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE boot_record (hash BLOB NOT NULL PRIMARY KEY, counter INTEGER NOT NULL, \
    body BLOB NOT NULL, signature BLOB NOT NULL) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE log (id BLOB NOT NULL PRIMARY KEY, device BLOB NOT NULL, size INTEGER NOT NULL, \
    range BLOB NOT NULL, checkpoint BLOB NOT NULL) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE record (log BLOB NOT NULL, sequence INTEGER NOT NULL, leaf BLOB NOT NULL, \
    sealed BLOB, PRIMARY KEY (log, sequence)) STRICT
    """,
    "CREATE TABLE chunk (id BLOB NOT NULL PRIMARY KEY, size INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE proof (log BLOB NOT NULL, size INTEGER NOT NULL, kind TEXT NOT NULL, \
    body BLOB NOT NULL, PRIMARY KEY (log, size, kind)) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE local (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
  ]

  /// Inside the transaction that creates the vault.
  static func create(_ database: Database) throws {
    for table in tables { try database.execute(sql: table) }
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// - Throws: ``StoreError/laterVersion(_:)``.
  static func checkVersion(_ database: Database) throws {
    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= Self.version else { throw StoreError.laterVersion(Int(version)) }
  }

  /// - Throws: ``StoreError/notFound`` for a database that was never filled,
  ///   ``StoreError/laterVersion(_:)``, ``StoreError/damaged(_:)``.
  static func check(_ database: Database) throws {
    try checkVersion(database)
    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let found = try String.fetchAll(
      database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    if found.isEmpty && version == 0 && application == 0 { throw StoreError.notFound }
    guard application == applicationID else { throw StoreError.damaged("vault.sqlite") }
    guard version == Self.version, found == tables else {
      throw StoreError.damaged("vault.sqlite")
    }
  }
}
