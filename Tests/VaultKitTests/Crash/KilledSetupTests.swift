// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remote
import Seal
import Sodium
import TestSupport
import Testing
import VaultKit

/// `init`, `recover` and a change of passphrase killed at each of their steps, and at every system call that
/// writes to the disk: exactly one passphrase opens, and nothing that was there is lost.
@Suite struct KilledSetupTests {
  private static let writer = Child.products + "/CrashWriter"
  private static let other = "battery staple"

  /// Kills at the n-th call of those that change what is on the disk.
  private static let calls = [
    "pwrite64", "write", "fsync", "fdatasync", "rename", "unlink", "mkdir", "openat", "ftruncate",
  ]

  private func killed(_ arguments: [String], at call: String, _ n: Int) throws -> Bool {
    let child = try Child(
      [
        "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
        "inject=\(call):signal=KILL:when=\(n)", Self.writer,
      ] + arguments)
    let status = child.wait()
    #expect([0, 137].contains(status), "\(status) \(child.errors)")
    return status != 0
  }

  /// Runs `body` with a kill at every call, until the program comes to its end.
  private func atEveryCall(_ body: (_ call: String, _ n: Int) async throws -> Bool) async throws
    -> Int
  {
    var kills = 0
    for call in Self.calls {
      var n = 1
      while try await body(call, n) {
        kills += 1
        n += LongTests.areWanted ? 1 : call == "openat" ? 100 : 5
      }
    }
    return kills
  }

  /// Requires that one of the two passphrases opens, and one only, and that the vault is whole; returns it.
  private func opening(
    _ test: TestVault, _ body: (Vault) async throws -> Void
  ) async throws -> String {
    var works: [String] = []
    for passphrase in [TestVault.passphrase, Self.other] {
      do {
        let vault = try await test.open(passphrase)
        works.append(passphrase)
        #expect(try await vault.check(deep: true).ok)
        try await body(vault)
      } catch VaultError.wrongPassphrase {}
    }
    #expect(works.count == 1)
    #expect(!FileManager.default.fileExists(atPath: test.path + "/device.secret.new"))
    return try #require(works.first)
  }

  @Test("a passphrase change killed after each step", arguments: Vault.PassphraseStep.allCases)
  func passphraseSteps(step: Vault.PassphraseStep) async throws {
    let test = try TestVault()
    let id = try await test.create().add(.sample("Toujours là"))
    let number = try #require(Vault.PassphraseStep.allCases.firstIndex(of: step))
    let child = try Child([Self.writer, "passphrase", test.path, "\(number)"])
    #expect(child.wait() == 137)
    let works = try await opening(test) { vault in
      let ids = try await vault.list().map(\.id)
      #expect(ids == [id])
      let kit = try await vault.pendingKit()
      #expect(kit != nil)
    }
    #expect(works == (step == .secretStaged ? TestVault.passphrase : Self.other))
  }

  @Test("a passphrase change killed at every system call", .enabled(if: Command.isUsable("strace")))
  func passphrase() async throws {
    let (original, id) = try await template()
    let kills = try await atEveryCall { call, n in
      let test = try original.copy()
      let isKilled = try killed(["passphrase", test.path], at: call, n)
      let works = try await opening(test) { vault in
        let ids = try await vault.list().map(\.id.description)
        #expect(ids == [id])
        let kit = try await vault.pendingKit()
        #expect(kit != nil)
      }
      if !isKilled { #expect(works == Self.other) }
      return isKilled
    }
    print("passphrase killed \(kills) times")
    #expect(kills > 5)
  }

  @Test("a recovery killed at every system call", .enabled(if: Command.isUsable("strace")))
  func recovery() async throws {
    let (original, id) = try await template()
    let kit = try #require(try await original.open().pendingKit()?.text())
    let text = kit.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    let kills = try await atEveryCall { call, n in
      let test = try original.copy()
      let isKilled = try killed(["recover", test.path, text], at: call, n)
      let works = try await opening(test) {
        let ids = try await $0.list().map(\.id.description)
        #expect(ids == [id])
      }
      if !isKilled { #expect(works == Self.other) }
      // The kit goes on working, whatever was left half done.
      let again = try await LockedVault(test.path, environment: TestVault.environment)
        .recover(RecoverySecret(kitText: kit), newPassphrase: TestVault.secret("troisième"))
      #expect(try await again.list().map(\.id.description) == [id])
      return isKilled
    }
    print("recover killed \(kills) times")
    #expect(kills > 5)
  }

  @Test("an init killed at every system call", .enabled(if: Command.isUsable("strace")))
  func creation() async throws {
    let kills = try await atEveryCall { call, n in
      let test = try TestVault()
      let isKilled = try killed(["init", test.path], at: call, n)
      do {
        // There is a vault, and its kit can be shown again.
        try await Self.expectWhole(test.open())
      } catch VaultError.noVault {
        // There is none, and one can be made.
        #expect(isKilled)
        try await Self.expectWhole(test.create())
      }
      return isKilled
    }
    print("init killed \(kills) times")
    #expect(kills > 5)
  }

  private static func expectWhole(_ vault: Vault) async throws {
    #expect(try await vault.pendingKit() != nil)
    #expect(try await vault.check(deep: true).ok)
  }

  private func template() async throws -> (TestVault, id: String) {
    let test = try TestVault()
    return (test, try await test.create().add(.sample("Toujours là")).description)
  }
}
