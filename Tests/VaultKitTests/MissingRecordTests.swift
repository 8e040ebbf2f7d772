// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Remote
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
    await #expect(throws: VaultError.damaged("record missing")) { try await opened.list() }
    await #expect(throws: VaultError.damaged("record missing")) {
      try await opened.withdraw(id, reason: nil)
    }
    #expect(chunkFiles(test) == 1)
    let problems = try await opened.check().problems
    #expect(problems.contains { $0.code == .recordMissing })
  }
}
