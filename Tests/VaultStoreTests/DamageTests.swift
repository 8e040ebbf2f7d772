// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Foundation
import GRDB
import Remote
import TestSupport
import Testing

@testable import VaultStore

@Suite("Damaged databases")
struct DamageTests {
  /// Reads everything that the store can read.
  private func readAll(_ store: VaultStore) throws {
    let state = try store.state()
    for log in state.logs {
      _ = try store.records(of: log.id)
      _ = try store.record(log.id, 0)
    }
    _ = try store.recordCount()
    _ = try store.listedChunks()
    for name in try store.localNames() { _ = try store.local(name) }
  }

  private static let columns: [(table: String, column: String, isBlob: Bool)] = [
    ("meta", "name", false), ("meta", "value", true), ("certificate", "device", true),
    ("certificate", "body", true), ("certificate", "signature", true),
    ("boot_record", "hash", true), ("boot_record", "counter", false),
    ("boot_record", "body", true), ("boot_record", "signature", true), ("log", "id", true),
    ("log", "device", true), ("log", "size", false), ("log", "range", true),
    ("log", "checkpoint", true), ("record", "sequence", false), ("record", "leaf", true),
    ("record", "sealed", true), ("chunk", "id", true), ("chunk", "size", false),
    ("local", "name", false), ("local", "value", true),
  ]

  /// Values of every storage class, as SQL.
  private static let values: [(sql: String, isBlob: Bool)] = [
    ("NULL", false), ("17", false), ("-1", false), ("1.5", false), ("'text'", false),
    ("x'00ff'", true), ("x''", true), ("zeroblob(40)", true),
  ]

  @Test("a value of another type is damage in every column, never a trap", arguments: columns)
  func wrongType(_ column: (table: String, column: String, isBlob: Bool)) throws {
    let test = try TestFolder()
    try test.created()
    let whole = try test.bytes(test.folder.database)
    for value in Self.values {
      // A hole, a number and a name of the right type are no damage of that row's shape.
      switch (column.column, value.sql) {
      case ("sealed", "NULL"), ("counter", "17"), ("counter", "-1"), ("sequence", "17"),
        ("size", "17"), ("name", "'text'"):
        continue
      case (_, _) where column.isBlob && value.isBlob: continue
      // A key is never NULL. A record without a number, or below the first, is not damaged but missing.
      case (Self.key(of: column.table), "NULL"), ("sequence", "NULL"), ("sequence", "-1"): continue
      default: break
      }
      // SQLite's own conversions for a column of type TEXT.
      if column.column == "name" && ["17", "-1", "1.5"].contains(value.sql) { continue }
      try Files.replace(test.folder.database, with: whole)
      try test.damage(
        """
        UPDATE \(column.table) SET \(column.column) = \(value.sql)
        WHERE rowid_or_key = (SELECT min(rowid_or_key) FROM \(column.table))
        """.replacing("rowid_or_key", with: Self.key(of: column.table)))
      #expect(
        throws: StoreError.damaged(column.table),
        "\(column.table).\(column.column) = \(value.sql)"
      ) { try readAll(test.open()) }
    }
  }

  private static func key(of table: String) -> String {
    switch table {
    case "meta", "local": "name"
    case "certificate": "device"
    case "boot_record": "hash"
    case "record": "rowid"
    default: "id"
    }
  }

  @Test(
    "a blob of another length is damage wherever the length is fixed",
    arguments: [
      ("meta", "value", "name = 'vault'"), ("meta", "value", "name = 'device'"),
      ("meta", "value", "name = 'log'"), ("certificate", "device", "1"),
      ("boot_record", "hash", "1"), ("boot_record", "body", "1"), ("log", "id", "1"),
      ("log", "device", "1"), ("log", "range", "1"), ("record", "leaf", "sequence = 0"),
      ("chunk", "id", "1"),
    ])
  func wrongLength(_ place: (table: String, column: String, row: String)) throws {
    let test = try TestFolder()
    try test.created()
    let whole = try test.bytes(test.folder.database)
    for value in ["substr(#, 2)", "# || x'00'", "x''", "zeroblob(1000)"] {
      try Files.replace(test.folder.database, with: whole)
      let text = value.replacing("#", with: place.column)
      try test.sql(
        "UPDATE \(place.table) SET \(place.column) = CAST(\(text) AS BLOB) WHERE \(place.row)")
      #expect(throws: StoreError.damaged(place.table), "\(place.table).\(text)") {
        try readAll(test.open())
      }
    }
  }

  @Test("negative and impossible numbers are damage")
  func numbers() throws {
    for (table, sql) in [
      ("log", "UPDATE log SET size = -1"), ("log", "UPDATE log SET size = size + 1"),
      ("log", "UPDATE log SET size = 9223372036854775807"),
      ("chunk", "UPDATE chunk SET size = -1"),
    ] {
      let test = try TestFolder()
      let first = try test.created().growths[0]
      try test.sql(sql)
      let store = try test.open()
      #expect(throws: StoreError.damaged(table), "\(sql)") { try readAll(store) }
      // Growing such a log is refused, not attempted.
      guard table == "log" else { continue }
      var change = StoredChange()
      change.growths = [try test.growth(of: first.log.id, from: first.log, by: 1)]
      #expect(throws: StoreError.conflict) { try store.commit(change) }
    }
  }

  @Test("a row of `meta` too few or too many is damage")
  func meta() throws {
    for name in ["vault", "device", "log", "slot", "key_ring"] {
      let test = try TestFolder()
      try test.created()
      try test.sql("DELETE FROM meta WHERE name = ?", [name])
      #expect(throws: StoreError.damaged("meta"), "\(name)") { try test.open().state() }
    }
    let test = try TestFolder()
    try test.created()
    try test.sql("DELETE FROM meta WHERE name = 'pending_recovery'")
    #expect(try test.open().state().pendingRecovery == nil)
    try test.sql("INSERT INTO meta VALUES ('later', x'00')")
    #expect(throws: StoreError.damaged("meta")) { try test.open().state() }
  }

  @Test("a vault key that is no key is damage")
  func vaultKey() throws {
    let test = try TestFolder()
    try test.created()
    try test.sql("UPDATE meta SET value = zeroblob(32) WHERE name = 'vault'")
    #expect(throws: StoreError.damaged("meta")) { try test.open().state() }
  }

  @Test("a file cut anywhere, or with bytes changed, throws or reads: it never traps")
  func files() throws {
    let test = try TestFolder()
    try test.created()
    let whole = try test.bytes(test.folder.database)
    var hostile = stride(from: 0, to: whole.count, by: 509).map { Array(whole[..<$0]) }
    for _ in 0..<150 {
      var bytes = whole
      for _ in 0...test.random.number(below: 4) {
        bytes[test.random.number(below: bytes.count)] = test.random.bytes(1)[0]
      }
      hostile.append(bytes)
    }
    // Bytes of the first page steer the reading of all others.
    for index in stride(from: 0, to: 108, by: 3) {
      var bytes = whole
      bytes[index] ^= 0xFF
      hostile.append(bytes)
    }
    var refused = 0
    for bytes in hostile {
      try? FileManager.default.removeItem(atPath: test.folder.database + "-journal")
      try test.temporary.write("vault/vault.sqlite", bytes)
      do {
        let store = try test.open()
        try readAll(store)
        try store.checkStructure()
      } catch {
        #expect(error is StoreError, "\(error)")
        refused += 1
      }
    }
    #expect(refused > 50)
  }
}
