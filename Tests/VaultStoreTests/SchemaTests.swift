// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import TestSupport
import Testing

@testable import VaultStore

@Suite("Schema")
struct SchemaTests {
  @Test("is, text for text, the one in Format.md")
  func documented() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/Format.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let block = try #require(
      text.components(separatedBy: "```sql\n").dropFirst().first?
        .components(separatedBy: "\n```").first)
    #expect(block.split(separator: "\n").map(String.init) == Schema.tables)
  }

  @Test("is what SQLite keeps in the file, with its two numbers")
  func kept() throws {
    let test = try TestFolder()
    try test.created()
    try DatabaseQueue(path: test.folder.database).read { database in
      let kept = try String.fetchAll(
        database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
      #expect(kept == Schema.tables)
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 1)
      #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x4d45_4d6f)
      #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "delete")
    }
    try test.open().checkStructure()
  }

  @Test(
    "a later version is refused as such, whatever its tables", arguments: [2, 3, 2_147_483_647])
  func laterVersion(_ version: Int) throws {
    let test = try TestFolder()
    try test.created()
    try test.sql("PRAGMA user_version = \(version); CREATE TABLE later (a BLOB)")
    let before = try test.bytes(test.folder.database)
    #expect(throws: StoreError.laterVersion(version)) { try test.open() }
    #expect(try test.bytes(test.folder.database) == before)
  }

  @Test("an earlier or negative version is damage: there never was one", arguments: [0, -1])
  func earlierVersion(_ version: Int) throws {
    let test = try TestFolder()
    try test.created()
    try test.sql("PRAGMA user_version = \(version)")
    #expect(throws: StoreError.damaged("vault.sqlite")) { try test.open() }
  }

  @Test("another program's database is refused", arguments: [0, 1, -1])
  func foreign(_ application: Int) throws {
    let test = try TestFolder()
    try test.created()
    try test.sql("PRAGMA application_id = \(application)")
    #expect(throws: StoreError.damaged("vault.sqlite")) { try test.open() }
  }

  @Test(
    "any other schema is damage",
    arguments: [
      "CREATE TABLE extra (a BLOB)", "CREATE VIEW extra AS SELECT 1",
      "CREATE INDEX extra ON record (leaf)",
      "CREATE TRIGGER extra AFTER INSERT ON record BEGIN DELETE FROM chunk; END",
      "DROP TABLE chunk", "ALTER TABLE chunk ADD COLUMN extra BLOB",
      "ALTER TABLE meta RENAME COLUMN value TO content", "ANALYZE",
    ])
  func otherSchema(_ sql: String) throws {
    let test = try TestFolder()
    try test.created()
    try test.sql(sql)
    #expect(throws: StoreError.damaged("vault.sqlite")) { try test.open() }
  }

  @Test("no file, and a file that was never filled, are no vault")
  func neverFilled() throws {
    let test = try TestFolder()
    #expect(throws: StoreError.notFound) { try test.open() }
    #expect(!test.folder.holdsVault)
    try test.temporary.write("vault/vault.sqlite", [])
    #expect(throws: StoreError.notFound) { try test.open() }
  }

  @Test("a file that is no database is damage, and is left as it was")
  func noDatabase() throws {
    let test = try TestFolder()
    let bytes = test.random.bytes(4096)
    try test.temporary.write("vault/vault.sqlite", bytes)
    #expect(throws: StoreError.damaged("vault.sqlite")) { try test.open() }
    #expect(throws: StoreError.damaged("vault.sqlite")) {
      try test.create(test.firstChange())
    }
    #expect(try test.bytes(test.folder.database) == bytes)
  }
}
