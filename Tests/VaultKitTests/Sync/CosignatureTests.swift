// SPDX-License-Identifier: Apache-2.0
import Dossier
import Evidence
import Foundation
import Remote
import Sodium
import SyncClient
import SyncTestSupport
import TestSupport
import Testing
import TransparencyLog
import VaultKit

@Suite("Cosignatures in a dossier")
struct CosignatureTests {
  private static func dossier(_ vault: Vault, _ path: String) async throws -> UnverifiedDossier {
    _ = try await Recipient.dossier(of: vault, at: path)
    return try Recipient.read(Array(Data(contentsOf: URL(filePath: path))))
  }

  @Test("say that all was logged before, to whoever believes that server, and to nobody else")
  func believed() async throws {
    let scene = try await SyncScene()
    let vault = try await scene.linked()
    _ = try await vault.sync(over: scene.server)
    let before = UInt64(Date().timeIntervalSince1970)
    let dossier = try await Self.dossier(vault, scene.test.folder.file("d.age"))
    let link = try #require(try await vault.server())
    let cosigner = try CosignatureVerifier(vkey: link.cosigner)
    let report = dossier.verify(vault: vault.id, cosigners: [cosigner])
    #expect(report.ok)
    let moment = try RecordedAt(#require(report.witnessedBefore))
    #expect(abs(moment.secondsSinceEpoch - Int64(before)) < 600)
    #expect(dossier.verify(vault: vault.id).witnessedBefore == nil)
    let stranger = try CosignatureVerifier(
      name: cosigner.name,
      publicKey: Ed25519.SigningKey(
        seed: SecretBytes(copying: Array(repeating: 9, count: 32))
      ).publicKey)
    #expect(dossier.verify(vault: vault.id, cosigners: [stranger]).witnessedBefore == nil)
  }

  @Test("what was logged after the server saw the log is not said to be older")
  func later() async throws {
    let scene = try await SyncScene()
    let vault = try await scene.linked()
    _ = try await vault.sync(over: scene.server)
    _ = try await vault.add(.sample("Après"))
    let dossier = try await Self.dossier(vault, scene.test.folder.file("d.age"))
    let link = try #require(try await vault.server())
    let report = dossier.verify(
      vault: vault.id, cosigners: [try CosignatureVerifier(vkey: link.cosigner)])
    #expect(report.ok && report.witnessedBefore == nil)
  }
}
