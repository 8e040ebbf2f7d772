// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Evidence
import Foundation
import GRDB
import Remote
import TestSupport
import Testing
import VaultKit

/// The rows beside the records, attacked by someone with `sqlite3` and no key.
@Suite struct StateAttackTests {
  private func copy(_ kind: AttackedVault.Kind) async throws -> AttackedVault.Copy {
    try await AttackedVault.made(kind).copy()
  }

  @Test(
    "a row of another vault in the place of one's own is named or refused",
    arguments: [
      (
        "UPDATE main.certificate SET (body, signature) = (SELECT body, signature FROM other.certificate)",
        .named([.certificate])
      ),
      (
        "UPDATE main.boot_record SET (hash, body, signature) = (SELECT hash, body, signature FROM other.boot_record)",
        .named([.bootRecord])
      ),
      (
        "DELETE FROM main.log; INSERT INTO main.log SELECT * FROM other.log",
        .refused(.damaged("log"))
      ),
      ("UPDATE main.log SET checkpoint = (SELECT checkpoint FROM other.log)", .named([.head])),
      (
        "UPDATE main.log SET (size, range) = (SELECT size, range FROM other.log)",
        .named([.head, .recordUnlisted])
      ),
      (
        "UPDATE main.meta SET value = (SELECT value FROM other.meta AS o WHERE o.name = 'vault') WHERE name = 'vault'",
        .refused(.damaged("seal"))
      ),
      (
        "UPDATE main.meta SET value = (SELECT value FROM other.meta AS o WHERE o.name = 'device') WHERE name = 'device'",
        .refused(.damaged("seal"))
      ),
      (
        "UPDATE main.meta SET value = (SELECT value FROM other.meta AS o WHERE o.name = 'log') WHERE name = 'log'",
        .refused(.damaged("log"))
      ),
      (
        "UPDATE main.meta SET value = (SELECT value FROM other.meta AS o WHERE o.name = 'key_ring') WHERE name = 'key_ring'",
        .refused(.damaged("seal"))
      ),
    ] as [(String, Verdict)])
  func foreign(sql: String, expected: Verdict) async throws {
    let copy = try await copy(.young)
    try copy.sql(sql, with: try await self.copy(.foreign))
    let verdict = await Verdict.of(copy)
    #expect(verdict == expected)
  }

  @Test(
    "a row taken away or added is named or refused",
    arguments: [
      ("DELETE FROM certificate", .named([.certificate])),
      ("DELETE FROM boot_record", .named([.bootRecord])),
      ("DELETE FROM boot_record WHERE counter = 2", .named([.bootRecord])),
      (
        "DELETE FROM boot_record WHERE counter = 2; DELETE FROM certificate WHERE device = (SELECT value FROM meta WHERE name = 'device')",
        .named([.certificate])
      ),
      (
        "DELETE FROM log WHERE id = (SELECT value FROM meta WHERE name = 'log')",
        .refused(.damaged("log"))
      ),
      ("DELETE FROM meta WHERE name = 'slot'", .refused(.damaged("meta"))),
      ("INSERT INTO meta VALUES ('more', x'00')", .refused(.damaged("meta"))),
      (
        "INSERT INTO log SELECT randomblob(16), device, size, range, checkpoint FROM log LIMIT 1",
        .named([.head, .recordMissing])
      ),
      ("UPDATE log SET size = size + 1", .refused(.damaged("log"))),
      (
        "UPDATE log SET size = 1 << 62, range = CAST(x'0000000000000040' || zeroblob(32) AS BLOB)",
        .named([.head, .recordMissing])
      ),
      ("UPDATE log SET size = -1", .refused(.damaged("log"))),
      ("CREATE TABLE more (x)", .refused(.damaged("vault.sqlite"))),
      (
        "CREATE TRIGGER more AFTER INSERT ON record BEGIN DELETE FROM record; END",
        .refused(.damaged("vault.sqlite"))
      ),
      ("CREATE VIEW more AS SELECT 1", .refused(.damaged("vault.sqlite"))),
      ("DROP TABLE chunk", .refused(.damaged("vault.sqlite"))),
      ("PRAGMA application_id = 1", .refused(.damaged("vault.sqlite"))),
      ("PRAGMA user_version = 0", .refused(.damaged("vault.sqlite"))),
    ] as [(String, Verdict)])
  func added(sql: String, expected: Verdict) async throws {
    let copy = try await copy(.recovered)
    try copy.sql(sql)
    let verdict = await Verdict.of(copy)
    #expect(verdict == expected)
  }

  @Test("a later version of the format is not opened")
  func laterVersion() async throws {
    let copy = try await copy(.young)
    try copy.sql("PRAGMA user_version = 2")
    let verdict = await Verdict.of(copy)
    #expect(verdict == .refused(.laterVersion))
  }

  @Test("the row of a revoked device's log deleted, with and without its records")
  func oldLog() async throws {
    let copy = try await copy(.recovered)
    let old = try copy.original.place(of: .entryLogged).log
    try copy.sql("DELETE FROM log WHERE id = ?", [Data(old.bytes)])
    #expect(try await codes(copy) == [.recordUnlisted])
    try copy.sql("DELETE FROM record WHERE log = ?", [Data(old.bytes)])
    #expect(try await codes(copy).contains(.rollback))
  }

  @Test("the first boot record deleted after a second replaced it")
  func firstBootRecord() async throws {
    let copy = try await copy(.recovered)
    try copy.sql("DELETE FROM boot_record WHERE counter = 1")
    let verdict = await Verdict.of(copy)
    #expect(verdict == .named([.bootRecord]))
  }

  @Test("a slot or a kit of another vault, and a draft that is none")
  func secrets() async throws {
    let foreign = try await copy(.foreign)
    for (name, code) in [("slot", Problem.Code.deviceSecret), ("pending_recovery", .meta)] {
      let copy = try await copy(.young)
      try copy.sql(
        "UPDATE main.meta SET value = (SELECT value FROM other.meta AS o WHERE o.name = '\(name)') "
          + "WHERE name = '\(name)'", with: foreign)
      let verdict = await Verdict.of(copy)
      #expect(verdict == .named([code]))
    }
    let copy = try await copy(.young)
    try copy.sql("UPDATE local SET value = randomblob(length(value))")
    let verdict = await Verdict.of(copy)
    #expect(verdict == .named([.meta]))
  }

  @Test("a device secret that is another's, missing, or a link")
  func deviceSecret() async throws {
    let foreign = try await copy(.foreign)
    for attack in ["foreign", "missing", "link"] {
      let copy = try await copy(.young)
      let path = copy.path + "/device.secret"
      let bytes = try Files.read(path, limit: 4096)
      try Files.remove(path)
      switch attack {
      case "foreign":
        try FileManager.default.copyItem(atPath: foreign.path + "/device.secret", toPath: path)
      case "link":
        try copy.folder.write("elsewhere", bytes)
        try FileManager.default.createSymbolicLink(
          atPath: path, withDestinationPath: copy.folder.file("elsewhere"))
      default: break
      }
      let verdict = await Verdict.of(copy)
      #expect(verdict == .named([.deviceSecret]), "\(attack)")
    }
  }

  @Test("a database emptied, cut short or taken away, and a vault made over it")
  func truncated() async throws {
    let copy = try await copy(.young)
    let whole = try Files.read(copy.database, limit: 1 << 24)
    for count in [0, 1, 99, 4096, whole.count / 2, whole.count - 4097] {
      try Data(whole.prefix(count)).write(to: URL(fileURLWithPath: copy.database))
      let verdict = await Verdict.of(copy)
      #expect(verdict == .refused(.damaged("vault.sqlite")), "\(count)")
      await #expect(throws: VaultError.vaultExists) { try await Self.create(copy.path) }
    }
    try Files.remove(copy.database)
    await #expect(throws: VaultError.damaged("vault.sqlite missing")) { try await copy.open() }
    await #expect(throws: VaultError.vaultExists) { try await Self.create(copy.path) }
    try Data(whole).write(to: URL(fileURLWithPath: copy.database))
    let verdict = await Verdict.of(copy)
    #expect(verdict == .harmless)
  }

  private static func create(_ path: String) async throws {
    _ = try await NewVault.create(
      at: path, passphrase: TestVault.secret("x"), environment: TestVault.environment)
  }

  /// What check names, whatever the other answers are.
  private func codes(_ copy: AttackedVault.Copy) async throws -> Set<Problem.Code> {
    Set(try await copy.open().check(deep: true).problems.map(\.code))
  }
}
