// SPDX-License-Identifier: Apache-2.0
import Dossier
import DurableFiles
import Evidence
import Foundation
import GRDB
import Remote
import TestSupport
import Testing
import VaultKit

/// What a person can still do with a vault of which a part is damaged.
@Suite("A damaged vault")
struct DamagedVaultTests {
  private let copy: AttackedVault.Copy

  init() async throws { copy = try await AttackedVault.made(.recovered).copy() }

  private func damageEntry() throws {
    let place = try copy.original.place(of: .entryLogged)
    try copy.sql(
      "UPDATE record SET sealed = randomblob(length(sealed)) WHERE log = ? AND sequence = ?",
      at: place)
  }

  @Test("shows the rest and names what it cannot show")
  func rest() async throws {
    try damageEntry()
    let vault = try await copy.open()
    let shown = try await vault.list().compactMap(\.title)
    #expect(shown.contains("Deuxième"))
    #expect(shown.contains("Après la reprise"))
    #expect(try await vault.damage().map(\.code) == [.recordDamaged])
    let (items, problems) = try await vault.history()
    #expect(items.filter(\.isUnreadable).count == 1)
    #expect(problems.map(\.code) == [.recordDamaged])
  }

  @Test("takes new entries, and changes nothing that it cannot see whole")
  func writing() async throws {
    try damageEntry()
    let vault = try await copy.open()
    let added = try await vault.add(.sample("Encore"))
    #expect(try await vault.entry("\(added)").latest?.entry.title == "Encore")
    let other = try #require(try await vault.list().first { $0.title == "Deuxième" }).id
    await #expect(throws: VaultError.damaged("record")) {
      try await vault.amend("\(other)", reason: nil) { $0.title = "x" }
    }
    await #expect(throws: VaultError.damaged("record")) {
      try await vault.withdraw("\(other)", reason: nil)
    }
    #expect(try await vault.check(deep: true).problems.map(\.code) == [.recordDamaged])
  }

  @Test("hands over the rest only when asked to, and that verifies")
  func export() async throws {
    try damageEntry()
    let vault = try await copy.open()
    let path = copy.folder.file("dossier.tar.age")
    await #expect(throws: VaultError.damaged("record")) {
      try await Recipient.dossier(of: vault, at: path)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    let result = try await Recipient.dossier(of: vault, at: path, despiteDamage: true)
    #expect(result.entries == copy.original.answers.entryCount)
    // The first entry is there in its corrected version, whose statement is another.
    let dossier = try Recipient.read(copy.folder.read("dossier.tar.age"))
    #expect(dossier.heads(of: vault.id)?.isEmpty == false)
  }

  @Test(
    "opens when what the root key signed is damaged",
    arguments: [
      ("UPDATE certificate SET signature = zeroblob(10)", Problem.Code.certificate),
      ("UPDATE boot_record SET signature = zeroblob(10)", .bootRecord),
    ])
  func root(sql: String, code: Problem.Code) async throws {
    try copy.sql(sql)
    let vault = try await copy.open()
    #expect(try await vault.list().count == copy.original.answers.entryCount)
    #expect(try await vault.damage().map(\.code) == [code])
    _ = try await vault.add(.sample("Encore"))
    #expect(try await vault.list().count == copy.original.answers.entryCount + 1)
    await #expect(throws: VaultError.self) {
      try await Recipient.dossier(of: vault, at: copy.folder.file("dossier.tar.age"))
    }
  }

  @Test("signs no new head over one that is not its own")
  func head() async throws {
    try copy.sql(
      "UPDATE log SET checkpoint = zeroblob(10) WHERE id = (SELECT value FROM meta WHERE name = 'log')"
    )
    let vault = try await copy.open()
    #expect(try await vault.list().count == copy.original.answers.entryCount)
    #expect(try await vault.damage().map(\.code) == [.head])
    await #expect(throws: VaultError.damaged("log")) { try await vault.add(.sample("Encore")) }
  }

  @Test("a database that is gone or empty is not taken for no vault, and nothing is made over it")
  func noDatabase() async throws {
    let secret = copy.path + "/device.secret"
    let bytes = try Files.read(secret, limit: 4096)
    for folder in ["chunks", "quarantine"] {
      try? FileManager.default.removeItem(atPath: copy.path + "/" + folder)
    }
    for isEmpty in [false, true] {
      try Files.remove(copy.database)
      if isEmpty { try Data().write(to: URL(fileURLWithPath: copy.database)) }
      await #expect(throws: VaultError.self) { try await copy.open() }
      await #expect(throws: VaultError.vaultExists) {
        try await NewVault.create(
          at: copy.path, passphrase: TestVault.secret("x"), environment: TestVault.environment)
      }
      #expect(try Files.read(secret, limit: 4096) == bytes)
    }
  }

  @Test(
    "a removal that was interrupted is finished by asking again",
    arguments: ["device.secret", "chunks", "vault.sqlite"])
  func erasedHalf(_ last: String) async throws {
    for name in ["device.secret", "chunks", "vault.sqlite"] {
      try FileManager.default.removeItem(atPath: copy.path + "/" + name)
      if name == last { break }
    }
    if last == "vault.sqlite" {
      // All that is left is the lock; a new vault can be made.
      await #expect(throws: VaultError.noVault) { try await Erasure.erase(copy.path) }
      let vault = try await NewVault.create(
        at: copy.path, passphrase: TestVault.secret("x"), environment: TestVault.environment)
      #expect(try await vault.list().isEmpty)
    } else {
      try await Erasure.erase(copy.path)
      #expect(!FileManager.default.fileExists(atPath: copy.path))
    }
  }
}
