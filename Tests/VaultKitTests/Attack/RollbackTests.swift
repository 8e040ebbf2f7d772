// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Dossier
import Evidence
import Foundation
import GRDB
import Remote
import Seal
import TestSupport
import Testing
import VaultKit

/// Older states of a vault served again. Nothing inside a copy tells that it is old: a dossier made later
/// does, and so does a later log of the same vault.
@Suite struct RollbackTests {
  private let test: TestVault
  private let folder: TemporaryFolder

  init() throws {
    test = try TestVault()
    folder = test.folder
  }

  private func codes(against dossier: String? = nil) async throws -> Set<Problem.Code> {
    let vault = try await test.open()
    let dossier = try dossier.map { try Recipient.read(folder.read($0)) }
    return Set(try await vault.check(deep: true, against: dossier).problems.map(\.code))
  }

  private func keep(_ name: String, as copy: String) throws {
    try FileManager.default.copyItem(atPath: test.path + name, toPath: folder.file(copy))
  }

  private func putBack(_ copy: String, as name: String) throws {
    try FileManager.default.removeItem(atPath: test.path + name)
    try FileManager.default.copyItem(atPath: folder.file(copy), toPath: test.path + name)
  }

  private func add(_ title: String, piece: String? = nil, dossier: String? = nil) async throws {
    let vault = try await test.open()
    let pieces = try piece.map {
      [AttachRequest(path: try folder.write($0, SeededRandom(seed: $0).bytes(40_000)))]
    }
    _ = try await vault.add([NewEntry(.sample(title), pieces: pieces ?? [])])
    if let dossier { try await Recipient.dossier(of: vault, at: folder.file(dossier)) }
  }

  @Test("the whole folder set back is found with a dossier made later, and only then")
  func wholeFolder() async throws {
    _ = try await test.create()
    try await add("Un", piece: "a.bin")
    try keep("", as: "old")
    try await add("Deux", piece: "b.bin", dossier: "later")
    #expect(try await codes(against: "later").isEmpty)
    try putBack("old", as: "")
    #expect(try await codes().isEmpty)
    #expect(try await codes(against: "later") == [.rollback])
    try await add("Trois", dossier: "again")
    try await add("Quatre")
    try await add("Cinq")
    #expect(try await codes(against: "again").isEmpty)
    let other = try await codes(against: "later")
    #expect(other == [.fork] || other == [.rollback])
  }

  @Test("an older database beside newer chunks is found with a dossier made later")
  func database() async throws {
    _ = try await test.create()
    try await add("Un", piece: "a.bin")
    try keep("/vault.sqlite", as: "old")
    try await add("Deux", piece: "b.bin", dossier: "later")
    try putBack("old", as: "/vault.sqlite")
    #expect(try await codes(against: "later") == [.rollback])
    #expect(try await test.open().check(deep: true).unreferencedChunks == 1)
  }

  @Test("a newer database beside older chunks lacks pieces")
  func chunks() async throws {
    _ = try await test.create()
    try await add("Un", piece: "a.bin")
    try keep("/chunks", as: "old")
    try await add("Deux", piece: "b.bin")
    try putBack("old", as: "/chunks")
    #expect(try await codes() == [.chunkMissing, .pieceDamaged])
  }

  @Test("a log set back to an older head with its rows, in a newer database")
  func log() async throws {
    _ = try await test.create()
    try await add("Un")
    try keep("/vault.sqlite", as: "old")
    try await add("Deux", dossier: "later")
    try sql("DELETE FROM main.log; INSERT INTO main.log SELECT * FROM old.log")
    #expect(try await codes() == [.recordUnlisted])
    try sql("DELETE FROM main.record; INSERT INTO main.record SELECT * FROM old.record")
    #expect(try await codes(against: "later") == [.rollback])
  }

  @Test("a revoked device's log set back is found by what the next device saw of it")
  func revokedLog() async throws {
    let kit = try #require(try await test.create().pendingKit()?.text())
    try await add("Un")
    try keep("/vault.sqlite", as: "old")
    try await add("Deux")
    _ = try await LockedVault(test.path, environment: TestVault.environment).recover(
      RecoverySecret(kitText: kit), newPassphrase: TestVault.secret(TestVault.passphrase))
    #expect(try await codes().isEmpty)
    try sql(
      """
      DELETE FROM main.record WHERE log IN (SELECT id FROM old.log);
      INSERT INTO main.record SELECT * FROM old.record;
      DELETE FROM main.log WHERE id IN (SELECT id FROM old.log);
      INSERT INTO main.log SELECT * FROM old.log
      """)
    #expect(try await codes() == [.rollback])
  }

  @Test(
    "a passphrase slot set back with its secret opens with the old passphrase, and nothing is lost")
  func slot() async throws {
    _ = try await test.create()
    try await add("Un")
    try keep("/vault.sqlite", as: "old")
    try keep("/device.secret", as: "old-secret")
    try await test.open().changePassphrase(to: TestVault.secret("neuve"))
    try putBack("old", as: "/vault.sqlite")
    await #expect(throws: VaultError.damaged("device.secret missing")) { try await test.open() }
    try putBack("old-secret", as: "/device.secret")
    #expect(try await codes().isEmpty)
  }

  @Test("a dossier that is altered, or of another vault, is not compared with in silence")
  func otherDossier() async throws {
    _ = try await test.create()
    try await add("Un", dossier: "own")
    let foreign = try await AttackedVault.made(.foreign).copy()
    try await Recipient.dossier(of: foreign.open(), at: folder.file("foreign"))
    #expect(try await codes(against: "foreign") == [.dossier])
    var archive = try Recipient.open(folder.read("own"))
    let signature = try #require(Data(archive).range(of: Data("trusted comment: ".utf8)))
    archive[signature.upperBound] ^= 1
    let dossier = try DossierReader.read(archive: ArraySource(archive))
    let report = try await test.open().check(against: dossier)
    #expect(report.problems.map(\.code) == [.dossier])
  }

  /// Runs `sql` with the older database attached as `old`.
  private func sql(_ sql: String) throws {
    let queue = try DatabaseQueue(path: test.path + "/vault.sqlite")
    try queue.inDatabase {
      try $0.execute(sql: "ATTACH DATABASE ? AS old", arguments: [folder.file("old")])
      try $0.execute(sql: sql)
    }
  }
}
