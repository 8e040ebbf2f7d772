// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import Seal
import TestSupport
import Testing
import VaultKit

@Suite("Copies, joining and exchange through a folder") struct CopyTests {
  @Test("a copy holds everything, a second one only what is new, and nothing is deleted")
  func incremental() async throws {
    let scene = try await CopyScene()
    let vault = try await scene.open()
    let first = try await vault.copy(to: scene.stick)
    #expect(first.objects == 4 && first.problems == [])
    let before = try scene.files()
    #expect(before.count == 5)
    #expect(try await vault.copy(to: scene.stick).objects == 0)
    _ = try await vault.add(.sample("Troisième"))
    #expect(try await vault.copy(to: scene.stick).objects == 2)
    #expect(Set(try scene.files()).isSuperset(of: before))
    #expect(try scene.files().filter { $0.hasSuffix(".tmp") } == [])
  }

  @Test("a lost device: the kit and the folder give everything back, and it verifies")
  func joins() async throws {
    let scene = try await CopyScene()
    _ = try await scene.open().copy(to: scene.stick)
    let before = try scene.files()
    let (vault, report) = try await scene.join("b")
    #expect(report.problems == [] && report.lastRecorded.count == 1)
    #expect(try scene.files() == before, "the folder is only read")
    #expect(try await vault.titles() == ["Premier", "Deuxième"])
    #expect(try await vault.contacts().compactMap { $0.latest?.contact.name } == ["Camille Durand"])
    #expect(try await vault.check(deep: true).problems == [])
    let id = try #require(try await vault.list().first { $0.title == "Premier" }?.id)
    let saved = scene.test.folder.file("rendu")
    _ = try await vault.save("photo.jpg", of: "\(id)", to: saved)
    #expect(try scene.test.folder.read("rendu") == SeededRandom(seed: "photo").bytes(40_000))
    #expect(!FileManager.default.fileExists(atPath: scene.test.folder.file("b.joining")))
  }

  @Test("two devices at work apart: entries, contacts and both amendments are on both")
  func merges() async throws {
    let scene = try await CopyScene()
    let a = try await scene.open()
    _ = try await a.copy(to: scene.stick)
    let b = try await scene.join("b").vault
    let id = "\(try #require(try await a.list().first { $0.title == "Deuxième" }?.id))"
    _ = try await a.amend(id, reason: nil) { $0.place = "chez A" }
    _ = try await b.amend(id, reason: nil) { $0.place = "chez B" }
    _ = try await a.add(.sample("De A"))
    _ = try await b.add(.sample("De B"))
    for vault in [b, a, b] {
      #expect(try await vault.takeIn(from: scene.stick).problems == [])
      #expect(try await vault.copy(to: scene.stick).problems == [])
    }
    for vault in [a, b] {
      #expect(try await vault.titles() == ["Premier", "Deuxième", "De A", "De B"])
      let current = try await vault.entry(id).current.compactMap(\.entry.place)
      #expect(Set(current) == ["chez A", "chez B"])
      #expect(try await vault.check(deep: true).problems == [])
      #expect(try await Set(vault.heads().map(\.device)) == [a.device, b.device])
    }
    let dossier = scene.test.folder.file("dossier.tar.age")
    let result = try await Recipient.dossier(of: b, at: dossier)
    #expect(result.entries == 4)
  }

  @Test("boot records made apart are united for reading, then by the kit")
  func concurrent() async throws {
    let scene = try await CopyScene()
    let a = try await scene.open()
    _ = try await a.copy(to: scene.stick)
    let b = try await scene.join("b").vault
    let c = try await scene.join("c").vault
    _ = try await b.add(.sample("De B"))
    _ = try await c.add(.sample("De C"))
    for vault in [b, c, a, b] {
      #expect(try await vault.takeIn(from: scene.stick).problems == [])
      #expect(try await vault.copy(to: scene.stick).problems == [])
    }
    for vault in [a, b, c] {
      #expect(try await vault.titles() == ["Premier", "Deuxième", "De B", "De C"])
      #expect(try await vault.check(deep: true).problems == [])
    }
    #expect(try scene.files("boot/").count == 3)
    let d = try await scene.join("d").vault
    #expect(try await d.titles().count == 4)
    _ = try await d.copy(to: scene.stick)
    _ = try await a.takeIn(from: scene.stick)
    #expect(try await a.check(deep: true).problems == [])
    #expect(try await a.heads().count == 3 + 1)
  }

  @Test("an epoch opened apart: what cannot be read yet is kept and named, until the kit is used")
  func epochsApart() async throws {
    let scene = try await CopyScene()
    _ = try await scene.open().copy(to: scene.stick)
    let b = try await scene.join("b").vault
    let a = try await LockedVault(scene.test.path, environment: TestVault.environment)
      .recover(scene.recovery, newPassphrase: TestVault.secret("autre"))
    _ = try await a.add(.sample("De A"))
    _ = try await b.add(.sample("De B"))
    _ = try await b.copy(to: scene.stick)
    #expect(try await a.takeIn(from: scene.stick).problems == [])
    #expect(try await a.titles() == ["Premier", "Deuxième", "De A", "De B"])
    _ = try await a.copy(to: scene.stick)
    let report = try await b.takeIn(from: scene.stick)
    #expect(!report.problems.isEmpty && report.problems.allSatisfy { $0.code == .keyMissing })
    #expect(try await b.titles() == ["Premier", "Deuxième", "De B"])
    #expect(try await Set(b.check(deep: true).problems.map(\.code)) == [.keyMissing])
    // What it cannot read it passes on.
    let other = scene.test.folder.file("autre-cle")
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    #expect(try await b.copy(to: other).problems == [])
    let d = try await scene.join("d", from: other).vault
    #expect(try await d.titles() == ["Premier", "Deuxième", "De A", "De B"])
    _ = try await d.copy(to: scene.stick)
    for vault in [b, a] {
      #expect(try await vault.takeIn(from: scene.stick).problems == [])
      #expect(try await vault.titles() == ["Premier", "Deuxième", "De A", "De B"])
      #expect(try await vault.check(deep: true).problems == [])
    }
  }

  @Test("a device that stays gets the epoch of a revocation without the kit")
  func newEpoch() async throws {
    let scene = try await CopyScene()
    let a = try await scene.open()
    _ = try await a.copy(to: scene.stick)
    let b = try await scene.join("b").vault
    _ = try await b.copy(to: scene.stick)
    let c = try await scene.join("c").vault
    _ = try await c.copy(to: scene.stick)
    _ = try await a.takeIn(from: scene.stick)
    _ = try await a.revoke("\(b.device)", recovery: scene.recovery)
    _ = try await a.add(.sample("Après"))
    _ = try await a.copy(to: scene.stick)
    #expect(try await c.takeIn(from: scene.stick).problems == [])
    #expect(try await c.titles().contains("Après"))
    _ = try await c.add(.sample("De C"))
    #expect(try await c.check(deep: true).problems == [])
    _ = try await c.copy(to: scene.stick)
    #expect(try await a.takeIn(from: scene.stick).problems == [])
    #expect(try await a.titles().contains("De C"))
  }

  @Test(
    "a revoked device: what it writes later is kept apart, and what is written later is closed to it"
  )
  func revokes() async throws {
    let scene = try await CopyScene()
    let a = try await scene.open()
    _ = try await a.copy(to: scene.stick)
    let b = try await scene.join("b").vault
    _ = try await b.copy(to: scene.stick)
    _ = try await a.takeIn(from: scene.stick)
    let revoked = try await a.revoke("\(b.device)".prefix(8).description, recovery: scene.recovery)
    #expect(revoked == b.device)
    _ = try await a.add(.sample("Après"))
    _ = try await b.add(.sample("Trop tard"))
    _ = try await b.copy(to: scene.stick)
    #expect(try await a.takeIn(from: scene.stick).problems == [])
    _ = try await a.copy(to: scene.stick)
    #expect(try await a.titles() == ["Premier", "Deuxième", "Après"])
    #expect(try await a.history().items.contains { $0.isQuarantined && $0.device == b.device })
    // B keeps what it cannot read, and says so.
    let report = try await b.takeIn(from: scene.stick)
    #expect(report.problems.contains { $0.code == .keyMissing })
    #expect(try await !b.titles().contains("Après"))
    // A third device gets everything.
    let c = try await scene.join("c").vault
    #expect(try await c.titles() == ["Premier", "Deuxième", "Après"])
    #expect(try await c.check(deep: true).problems == [])
  }

  @Test("what arrives about an entry that was withdrawn here does not come back")
  func withdrawn() async throws {
    let scene = try await CopyScene()
    let a = try await scene.open()
    _ = try await a.copy(to: scene.stick)
    let b = try await scene.join("b").vault
    let id = "\(try #require(try await a.list().first { $0.title == "Premier" }?.id))"
    _ = try await a.withdraw(id, reason: nil)
    _ = try await b.amend(id, reason: nil) { $0.place = "ajout" }
    _ = try await b.copy(to: scene.stick)
    #expect(try await a.takeIn(from: scene.stick).problems == [])
    #expect(try await a.titles() == ["Deuxième"])
    #expect(try await a.check(deep: true).problems == [])
    #expect(
      try await a.history().items.contains {
        $0.type == nil && !$0.isUnreadable && $0.device == b.device
      })
    _ = try await a.copy(to: scene.stick)
    _ = try await b.takeIn(from: scene.stick)
    #expect(try await b.titles() == ["Deuxième"])
    #expect(try await b.check(deep: true).problems == [])
  }

  @Test("a kit of another vault, a vault that is there, an empty folder: nothing is made")
  func refusals() async throws {
    let scene = try await CopyScene()
    let other = try await CopyScene()
    _ = try await scene.open().copy(to: scene.stick)
    let target = scene.test.folder.file("b")
    func joining(_ path: String, _ source: String, _ recovery: RecoverySecret) throws {
      _ = try Joining(path, from: source, recovery: recovery, environment: TestVault.environment)
    }
    #expect(throws: VaultError.otherVaultsKit) {
      try joining(target, scene.stick, other.recovery)
    }
    #expect(throws: VaultError.vaultExists) {
      try joining(scene.test.path, scene.stick, scene.recovery)
    }
    #expect(throws: VaultError.folder(.empty)) {
      try joining(target, other.stick, scene.recovery)
    }
    #expect(throws: VaultError.folder(.missing)) {
      try joining(target, scene.stick + "x", scene.recovery)
    }
    #expect(!FileManager.default.fileExists(atPath: target))
    let files = try scene.files()
    await #expect(throws: VaultError.otherVaultsKit) {
      try await scene.open().revoke("a", recovery: other.recovery)
    }
    #expect(try scene.files() == files)
  }
}
