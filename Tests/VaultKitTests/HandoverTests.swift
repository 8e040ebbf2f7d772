// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Dossier
import Evidence
import Foundation
import Remote
import Seal
import Sodium
import TestSupport
import Testing
import VaultKit

/// A vault with something to hand over, and what comes out at the other end.
struct Handover {
  let test: TestVault
  let vault: Vault
  let identity: X25519Identity
  let first: SubjectID

  init() async throws {
    test = try TestVault()
    vault = try await test.create()
    identity = try X25519Identity.generate(random: SystemRandom())
    var contact = Contact()
    contact.name = "Camille Témoin"
    contact.hiddenAddresses = ["CANARI-ADRESSE"]
    let camille = try await vault.addContact(contact)
    var entry = try Entry.sample("Premier", when: "2021-03-14")
    entry.privateNote = "CANARI-PRIVE"
    entry.tags = ["CANARI-TAG"]
    entry.who = [Person(.contact(camille), role: "témoin")]
    first = try await vault.add(entry)
    let path = try test.folder.write("lettre été.pdf", SeededRandom(seed: "p").bytes(100_000))
    _ = try await vault.attach([AttachRequest(path: path, nature: .received)], to: "\(first)")
    let second = try await vault.add(.sample("CANARI-SECOND", when: "2022"))
    let other = try test.folder.write("CANARI-PIECE.txt", Array("autre".utf8))
    _ = try await vault.attach([AttachRequest(path: other)], to: "\(second)")
  }

  func export(_ name: String = "d.tar.age", only: [String] = []) async throws -> String {
    var request = ExportRequest()
    request.recipients = [(identity.recipient, identity.recipient.description)]
    request.only = only
    let path = test.folder.file(name)
    _ = try await vault.export(request, to: path)
    return path
  }

  func archive(_ path: String) throws -> [UInt8] {
    let source = ArraySource(try Array(Data(contentsOf: URL(fileURLWithPath: path))))
    let age = try AgeDecryptor(source: source, identities: [identity])
    var bytes: [UInt8] = []
    while let chunk = try age.nextChunk() { bytes += chunk }
    return bytes
  }

  func read(_ path: String) throws -> UnverifiedDossier {
    try DossierReader.read(archive: ArraySource(archive(path)))
  }
}

@Suite struct HandoverTests {
  @Test("a dossier verifies, and names its author once the vault id is given")
  func verifies() async throws {
    let handover = try await Handover()
    let dossier = try handover.read(try await handover.export())
    let report = dossier.verify(
      vault: handover.vault.id, openedAs: handover.identity.recipient.description)
    #expect(report.findings.isEmpty)
    #expect(report.ok && report.authorConfirmed)
    #expect(report.entries == 2 && report.pieces == 2)
    #expect(!dossier.verify().authorConfirmed)
  }

  @Test("a dossier names its post-quantum recipient, and is never for one beside an ordinary key")
  func postQuantum() async throws {
    let handover = try await Handover()
    let hybrid = KeyIdentity.hybrid(try .generate(random: SystemRandom()))
    var request = ExportRequest()
    request.recipients = [(hybrid.recipient, hybrid.recipient.description)]
    let path = handover.test.folder.file("pq.tar.age")
    _ = try await handover.vault.export(request, to: path)
    let age = try AgeDecryptor(
      source: ArraySource(Array(Data(contentsOf: URL(fileURLWithPath: path)))),
      identities: [hybrid])
    let dossier = try DossierReader.read(archive: age)
    let report = dossier.verify(
      vault: handover.vault.id, openedAs: hybrid.recipient.description)
    #expect(report.ok && report.findings.isEmpty)
    let ordinary = handover.identity.recipient.description
    #expect(dossier.verify(openedAs: ordinary).findings.contains { $0.code == .notARecipient })

    request.recipients.append((handover.identity.recipient, ordinary))
    let mixed = handover.test.folder.file("mixed.tar.age")
    await #expect(throws: VaultError.invalidField("recipient")) {
      try await handover.vault.export(request, to: mixed)
    }
    #expect(!FileManager.default.fileExists(atPath: mixed))
  }

  @Test("a dossier of one entry holds nothing of the others, nor anything private")
  func selection() async throws {
    let handover = try await Handover()
    let path = try await handover.export(only: ["\(handover.first)"])
    let text = try handover.archive(path)
    for canary in ["CANARI", Base64.encode(Array("CANARI".utf8), .urlUnpadded)] {
      #expect(Data(text).range(of: Data(canary.utf8)) == nil, "\(canary)")
    }
    #expect(try handover.read(path).verify(vault: handover.vault.id).ok)
  }

  @Test("after a recovery, a dossier over both logs verifies")
  func bothLogs() async throws {
    var handover: Handover? = try await Handover()
    let kit = try #require(try await handover?.vault.pendingKit()?.text())
    let path = try #require(handover?.test.path)
    let identity = try #require(handover?.identity)
    let folder = try #require(handover?.test.folder)
    handover = nil
    let vault = try await LockedVault(path, environment: TestVault.environment)
      .recover(RecoverySecret(kitText: kit), newPassphrase: TestVault.secret("x"))
    _ = try await vault.add(.sample("Après", when: "2023"))
    var request = ExportRequest()
    request.recipients = [(identity.recipient, identity.recipient.description)]
    _ = try await vault.export(request, to: folder.file("both.tar.age"))
    let age = try AgeDecryptor(
      source: ArraySource(folder.read("both.tar.age")), identities: [identity])
    let report = try DossierReader.read(archive: age).verify(vault: vault.id)
    #expect(report.findings.isEmpty)
    #expect(report.entries == 3)
  }

  @Test("check is clean, and deep check opens every piece")
  func check() async throws {
    let handover = try await Handover()
    let report = try await handover.vault.check(
      deep: true, against: handover.read(try await handover.export()))
    #expect(report.problems.isEmpty)
    #expect(report.chunks == 2)
  }
}
