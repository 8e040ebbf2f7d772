// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Remote
import Seal
import TestSupport
import Testing
import VaultKit

@Suite("Missing records")
struct MissingRecordTests {
  private func chunkFiles(_ test: TestVault) -> Int {
    let names = FileManager.default.enumerator(atPath: test.path + "/chunks")
    return names?.filter { ($0 as? String)?.contains("/") == true }.count ?? 0
  }

  @Test(
    "a row gone from the middle or the end of a log is named, and no chunk is deleted meanwhile",
    arguments: ["sequence = 1", "sequence = (SELECT max(sequence) FROM record)"])
  func deleted(_ condition: String) async throws {
    let test = try TestVault()
    var vault: Vault? = try await test.create()
    _ = try await vault?.add(.sample("Premier"))
    let id = try #require(try await vault?.add(.sample("Second"))).description
    let path = try test.folder.write("lettre.pdf", [1, 2, 3])
    _ = try await vault?.attach([AttachRequest(path: path)], to: id)
    // What comes last may be a blank, or the piece itself.
    _ = try await vault?.add(.sample("Troisième"))
    vault = nil
    try await DatabaseQueue(path: test.path + "/vault.sqlite").write {
      try $0.execute(sql: "DELETE FROM record WHERE \(condition)")
    }
    let opened = try await test.open()
    // The rest is still there to be read.
    #expect(try await opened.list().count >= 2)
    #expect(try await opened.damage().map(\.code).contains(.recordMissing))
    await #expect(throws: VaultError.self) {
      try await opened.withdraw(id, reason: nil)
    }
    #expect(chunkFiles(test) == 1)
    let problems = try await opened.check().problems
    #expect(problems.contains { $0.code == .recordMissing })
  }

  @Test("a whole log gone, of a device that was replaced, is named by check")
  func deletedLog() async throws {
    let test = try TestVault()
    var vault: Vault? = try await test.create()
    _ = try await vault?.add(.sample("Avant"))
    let kit = try #require(try await vault?.pendingKit()?.text())
    vault = nil
    vault = try await LockedVault(test.path, environment: TestVault.environment)
      .recover(RecoverySecret(kitText: kit), newPassphrase: TestVault.secret("neuve"))
    #expect(try await vault?.check().problems.isEmpty == true)
    vault = nil
    try await DatabaseQueue(path: test.path + "/vault.sqlite").write {
      for (table, log) in [("record", "log"), ("log", "id")] {
        try $0.execute(
          sql: "DELETE FROM \(table) WHERE \(log) <> (SELECT value FROM meta WHERE name = 'log')")
      }
    }
    let problems = try await test.open("neuve").check().problems
    #expect(problems.map(\.code) == [.rollback])
  }
}
