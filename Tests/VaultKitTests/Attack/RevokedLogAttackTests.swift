// SPDX-License-Identifier: Apache-2.0
import Dossier
import Evidence
import Foundation
import GRDB
import Remote
import Seal
import TestSupport
import Testing
import VaultKit

/// The log of a device that was replaced, attacked by someone who has the file, or who knew the old
/// passphrase: no answer leaves it out, sets it back or adds to it without saying so.
@Suite("The log of a revoked device")
struct RevokedLogAttackTests {
  private let test: TestVault
  private let kit: RecoverySecret

  /// One entry, changed once, with a piece, before the passphrase was lost.
  init() async throws {
    test = try TestVault()
    let vault = try await test.create()
    let id = try await vault.add(.sample("Première version"))
    let piece = try test.folder.write("lettre.pdf", [1, 2, 3])
    _ = try await vault.attach([AttachRequest(path: piece)], to: "\(id)")
    kit = try RecoverySecret(kitText: try #require(try await vault.pendingKit()).text())
    try FileManager.default.copyItem(atPath: test.path, toPath: test.folder.file("old"))
    _ = try await vault.amend("\(id)", reason: nil) { $0.title = "Le fait important" }
  }

  private func recover() async throws {
    let vault = try await LockedVault(test.path, environment: TestVault.environment)
      .recover(kit, newPassphrase: TestVault.secret("neuve"))
    _ = try await vault.add(.sample("Après"))
  }

  private var database: String { test.path + "/vault.sqlite" }

  private func sql(_ sql: String) throws {
    let queue = try DatabaseQueue(path: database)
    try queue.write { try $0.execute(sql: sql) }
  }

  /// The rows of the revoked device's log, from another copy of the vault.
  private func transplant(from path: String) throws {
    let queue = try DatabaseQueue(path: database)
    try queue.writeWithoutTransaction {
      try $0.execute(
        sql: """
          ATTACH ? AS other;
          DELETE FROM main.record WHERE log IN (SELECT id FROM other.log);
          DELETE FROM main.log WHERE id IN (SELECT id FROM other.log);
          INSERT INTO main.log SELECT * FROM other.log;
          INSERT INTO main.record SELECT * FROM other.record;
          DETACH other;
          """, arguments: [path + "/vault.sqlite"])
    }
  }

  /// Only the records: the log keeps the size, the range and the head that its device signed.
  private func transplantRows(from path: String) throws {
    let queue = try DatabaseQueue(path: database)
    try queue.writeWithoutTransaction {
      try $0.execute(
        sql: """
          ATTACH ? AS other;
          DELETE FROM main.record WHERE log IN (SELECT id FROM other.log);
          INSERT INTO main.record SELECT * FROM other.record AS r
            WHERE r.sequence < (SELECT size FROM main.log WHERE id = r.log);
          DETACH other;
          """, arguments: [path + "/vault.sqlite"])
    }
  }

  /// What a thief with an old copy and its passphrase can write: an entry on the old device's log.
  private func forge(_ title: String, in path: String) async throws {
    let thief = try await LockedVault(path, environment: TestVault.environment)
      .unlock(passphrase: TestVault.secret(TestVault.passphrase))
    _ = try await thief.add(.sample(title))
    for number in 0..<3 { _ = try await thief.add(.sample("\(title) \(number)")) }
  }

  /// Named by `list` as by `check`; nothing is changed or handed over on that ground.
  private func expectNamed(_ codes: Set<Problem.Code>) async throws {
    let vault = try await test.open("neuve")
    #expect(Set(try await vault.damage().map(\.code)) == codes)
    #expect(codes.isSubset(of: try await vault.check().problems.map(\.code)))
    let shown = try await vault.list()
    #expect(!shown.contains { $0.title?.hasPrefix("Mensonge") == true })
    let own = try #require(shown.first { $0.title == "Après" }).id
    await #expect(throws: VaultError.self) { try await vault.withdraw("\(own)", reason: nil) }
    await #expect(throws: VaultError.self) {
      try await Recipient.dossier(of: vault, at: test.folder.file("d.tar.age"))
    }
  }

  @Test("dropped whole is a rollback")
  func dropped() async throws {
    try await recover()
    try sql(
      """
      DELETE FROM record WHERE log <> (SELECT value FROM meta WHERE name = 'log');
      DELETE FROM log WHERE id <> (SELECT value FROM meta WHERE name = 'log');
      """)
    try await expectNamed([.rollback])
  }

  @Test("set back to an earlier state is a rollback")
  func setBack() async throws {
    try await recover()
    try transplant(from: test.folder.file("old"))
    try await expectNamed([.rollback])
  }

  @Test("another history is a fork, and none of it is believed")
  func forked() async throws {
    try await recover()
    try await forge("Mensonge", in: test.folder.file("old"))
    try transplant(from: test.folder.file("old"))
    try await expectNamed([.fork])
  }

  @Test("another history under the head that was signed is a fork, and none of it is believed")
  func forkedUnderHead() async throws {
    try await recover()
    let old = test.folder.file("old")
    try await forge("Mensonge", in: old)
    try transplantRows(from: old)
    try await expectNamed([.fork, .head])
  }

  @Test(
    "a tail written after the revocation is set apart and counted, and what came before is still proved",
    arguments: [false, true])
  func tail(bootRecordDamaged: Bool) async throws {
    try FileManager.default.copyItem(atPath: test.path, toPath: test.folder.file("thief"))
    try await recover()
    try await forge("Mensonge", in: test.folder.file("thief"))
    try transplant(from: test.folder.file("thief"))
    if bootRecordDamaged {
      try sql(
        "UPDATE boot_record SET signature = zeroblob(64) WHERE counter = (SELECT max(counter) FROM boot_record)"
      )
      // The device's own log tells of the revocation as well.
      return try await expectNamed([.bootRecord])
    }
    let vault = try await test.open("neuve")
    #expect(try await vault.damage() == [])
    #expect(try await vault.list().compactMap(\.title).sorted() == ["Après", "Le fait important"])
    let report = try await vault.check(deep: true)
    #expect(report.ok && report.setApart >= 4)
    try await Recipient.dossier(of: vault, at: test.folder.file("d.tar.age"))
    let dossier = try Recipient.read(test.folder.read("d.tar.age"))
    #expect(dossier.verify(vault: vault.id).findings.filter { $0.severity != .notice } == [])
  }

  @Test("an emptied chunk table is noticed without opening every piece")
  func chunkTable() async throws {
    try await recover()
    try sql("DELETE FROM chunk")
    try FileManager.default.removeItem(atPath: test.path + "/chunks")
    let report = try await test.open("neuve").check()
    #expect(report.problems.map(\.code) == [.chunkUnlisted])
  }
}
