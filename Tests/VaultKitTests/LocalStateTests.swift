// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import VaultKit

@Suite struct LocalStateTests {
  @Test("a draft is there at the next opening, and after a change of passphrase")
  func survives() async throws {
    let test = try TestVault()
    var vault: Vault? = try await test.create()
    try await vault?.keepDraft(Array("brouillon".utf8))
    try await vault?.changePassphrase(to: TestVault.secret("neuve"))
    vault = nil
    let opened = try await test.open("neuve")
    #expect(try await opened.draft() == Array("brouillon".utf8))
    try await opened.keepDraft(nil)
    #expect(try await opened.draft() == nil)
  }
}
