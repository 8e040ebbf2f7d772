// SPDX-License-Identifier: Apache-2.0
internal import Remote
import Evidence
import Foundation
import Seal
import Sodium
import TestSupport
import Testing
import VaultKit

@Suite struct VaultTests {
  @Test("what was logged is there after the vault was closed and opened again")
  func reopens() async throws {
    let test = try TestVault()
    var vault: Vault? = try await test.create()
    let id = try #require(try await vault?.add(.sample("Été au gîte")))
    vault = nil
    let opened = try await test.open()
    let entry = try await opened.entry(id.description)
    #expect(entry.latest?.entry.title == "Été au gîte")
    #expect(try await opened.list().map(\.id) == [id])
    #expect(try await opened.search("ete gite").count == 1)
  }

  @Test("an empty folder that others may write to becomes the vault's own")
  func mode() async throws {
    let test = try TestVault()
    try FileManager.default.createDirectory(
      atPath: test.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
    _ = try await test.create()
    let mode = try FileManager.default.attributesOfItem(atPath: test.path)[.posixPermissions]
    #expect(mode as? Int == 0o700)
  }

  @Test("a wrong passphrase is refused, and is not called damage")
  func wrongPassphrase() async throws {
    let test = try TestVault()
    _ = try await test.create()
    await #expect(throws: VaultError.wrongPassphrase) { try await test.open("wrong") }
  }

  @Test("a second process is told that the vault is busy")
  func busy() async throws {
    let test = try TestVault()
    let vault = try await test.create()
    await #expect(throws: VaultError.self) { try await test.open() }
    _ = vault
  }

  @Test("a vault is not created over another")
  func exists() async throws {
    let test = try TestVault()
    _ = try await test.create()
    await #expect(throws: VaultError.vaultExists) { try await test.create() }
  }

  @Test("an amendment keeps the first version, a withdrawal removes all of them")
  func amendAndWithdraw() async throws {
    let test = try TestVault()
    let vault = try await test.create()
    let id = try await vault.add(.sample("Un")).description
    let amended = try await vault.amend(id, reason: "précision") { $0.title = "Deux" }
    #expect(amended.revision == 2)
    let entry = try await vault.entry(id)
    #expect(entry.revisions.map(\.entry.title) == ["Un", "Deux"])
    #expect(entry.current.count == 1)
    _ = try await vault.withdraw(id, reason: nil)
    await #expect(throws: VaultError.notFound) { try await vault.entry(id) }
    #expect(try await vault.list().isEmpty)
  }

  @Test(
    "a piece comes back byte for byte, at the sizes around a chunk",
    arguments: [0, 1, 16_384, 1_048_575, 1_048_576, 1_048_577, 3_000_000])
  func pieces(size: Int) async throws {
    let test = try TestVault()
    let vault = try await test.create()
    let id = try await vault.add(.sample("Avec pièce")).description
    let bytes = SeededRandom(seed: "piece").bytes(size)
    let path = try test.folder.write("lettre.pdf", bytes)
    let attached = try await vault.attach([AttachRequest(path: path, nature: .received)], to: id)
    #expect(attached.first?.size == UInt64(size))
    _ = try await vault.save("lettre.pdf", of: id, to: test.folder.file("out"))
    #expect(try test.folder.read("out") == bytes)
  }

  @Test("a piece of more than 64 chunks goes through list chunks")
  func listChunks() async throws {
    let test = try TestVault()
    let vault = try await test.create()
    let id = try await vault.add(.sample("Film")).description
    let part = Data(SeededRandom(seed: "film").bytes(1 << 20))
    let all = (0..<66).reduce(into: Data()) { data, _ in data += part }
    let path = test.folder.file("film.mp4")
    try all.write(to: URL(fileURLWithPath: path))
    _ = try await vault.attach([AttachRequest(path: path)], to: id)
    _ = try await vault.save("film.mp4", of: id, to: test.folder.file("out"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: test.folder.file("out"))) == all)
  }

  @Test("the kit gives everything back under a new device, and the old passphrase opens nothing")
  func recovers() async throws {
    let test = try TestVault()
    var vault: Vault? = try await test.create()
    let id = try #require(try await vault?.add(.sample("Avant")))
    let oldDevice = vault?.device
    let kit = try #require(try await vault?.pendingKit())
    try await vault?.confirmKit()
    let text = try kit.text()
    vault = nil
    let recovered = try await LockedVault(test.path, environment: TestVault.environment)
      .recover(RecoverySecret(kitText: text), newPassphrase: TestVault.secret("nouvelle"))
    #expect(recovered.device != oldDevice)
    #expect(try await recovered.entry(id.description).latest?.entry.title == "Avant")
    let later = try await recovered.add(.sample("Après"))
    #expect(try await recovered.list().map(\.id).contains(later))
  }

  @Test("the passphrase changes; interrupted anywhere, one of the two opens")
  func passphrase() async throws {
    struct Stop: Error {}
    for step in Vault.PassphraseStep.allCases {
      let test = try TestVault()
      var vault: Vault? = try await test.create()
      let id = try #require(try await vault?.add(.sample("Toujours là")))
      await #expect(throws: (any Error).self) {
        try await vault?.changePassphrase(to: TestVault.secret("neuve")) {
          if $0 == step { throw Stop() }
        }
      }
      vault = nil
      let works = step == .secretStaged ? TestVault.passphrase : "neuve"
      let other = step == .secretStaged ? "neuve" : TestVault.passphrase
      await #expect(throws: VaultError.wrongPassphrase) { try await test.open(other) }
      #expect(try await test.open(works).list().map(\.id) == [id])
    }
  }
}
