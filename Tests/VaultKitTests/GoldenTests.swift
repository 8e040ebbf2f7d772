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

/// Vaults and dossiers of every released format version open for ever. `Fixtures/README.md` says how they
/// were made.
@Suite("Golden fixtures") struct GoldenTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try Array(Data(contentsOf: top.appendingPathComponent("Fixtures/v1/\(name)")))
  }

  /// A copy of the vault, whose lock and files may be written.
  private func copy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/v1/vault")
    try FileManager.default.copyItem(
      at: source, to: URL(fileURLWithPath: folder.file("vault")))
    return folder
  }

  private func secret(_ name: String) throws -> SecretBytes {
    try SecretBytes(copying: bytes(name).filter { $0 != 0x0A })
  }

  @Test("the vault of version 1 opens with its passphrase, whole")
  func opens() async throws {
    let folder = try copy()
    let vault = try await LockedVault(folder.file("vault"), environment: TestVault.environment)
      .unlock(passphrase: secret("passphrase.txt"))
    #expect(try await vault.check(deep: true).ok)
    #expect(
      try await vault.list().map(\.title) == [
        "Réunion", "Lettre au sujet du loyer", "Versements", nil,
      ])
    let letter = try #require(try await vault.search("loyer").first)
    guard case .entry(let summary) = letter.subject else { throw CocoaError(.coderInvalidValue) }
    let entry = try await vault.entry("\(summary.id)")
    #expect(entry.revisions.count == 2)
    #expect(entry.pieces.map(\.attachment.name) == ["lettre d'été.pdf", "appel.m4a"])
    #expect(entry.pieces.map(\.attachment.size) == [19, 1_200_000])
    #expect(try await vault.contacts().count == 2)
  }

  @Test("the vault of version 1 opens with its kit")
  func recovers() async throws {
    let folder = try copy()
    let kit = try SecretBytes(copying: bytes("kit.txt"))
    let vault = try await LockedVault(folder.file("vault"), environment: TestVault.environment)
      .recover(RecoverySecret(kitText: kit), newPassphrase: TestVault.secret("neuve"))
    #expect(try await vault.check(deep: true).ok)
    #expect(try await vault.list().count == 4)
  }

  @Test("the dossier of version 1 verifies, and shows nothing private")
  func verifies() throws {
    let identity = try IdentityFile(bytes("identity.txt")).identities[0]
    let age = try AgeDecryptor(
      source: ArraySource(bytes("dossier.tar.age")), identities: [identity])
    var archive: [UInt8] = []
    while let chunk = try age.nextChunk() { archive += chunk }
    #expect(Data(archive).range(of: Data("CANARI".utf8)) == nil)
    let id = try VaultID(text: String(decoding: bytes("vault-id.txt").dropLast(), as: UTF8.self))
    let report = try DossierReader.read(archive: ArraySource(archive))
      .verify(vault: id, openedAs: identity.recipient.description)
    #expect(report.ok && report.authorConfirmed)
    #expect(report.findings == [])
    #expect(report.entries == 4 && report.pieces == 2)
  }
}
