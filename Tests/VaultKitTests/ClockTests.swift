// SPDX-License-Identifier: Apache-2.0
import Dossier
import Evidence
import Foundation
import Seal
import Synchronization
import TestSupport
import Testing
import VaultKit

/// A clock that is out of its mind, and files that do not stay as they are.
@Suite struct ClockTests {
  private static func environment(_ seconds: [Int64]) -> VaultEnvironment {
    let left = Mutex(seconds)
    return VaultEnvironment(
      now: {
        let next = left.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        return RecordedAt(secondsSinceEpoch: next, offsetSeconds: 0)
      }, cost: .floor)
  }

  /// 1970, 2099, before 1970, and numbers that no calendar has.
  @Test(
    "a clock in 1970, in 2099 or nowhere is accepted, and what was logged verifies for ever",
    arguments: [0, 4_070_908_800, -86_400, Int64.min, Int64.max])
  func anyClock(_ seconds: Int64) async throws {
    let test = try TestVault()
    let vault = try await NewVault.create(
      at: test.path, passphrase: TestVault.secret(TestVault.passphrase),
      environment: Self.environment([seconds]))
    let piece = try test.folder.write("lettre.txt", Array("x".utf8))
    _ = try await vault.add([
      NewEntry(.sample("Un"), pieces: [AttachRequest(path: piece)])
    ])
    #expect(try await vault.check(deep: true).ok)
    #expect(try await vault.list().map(\.title) == ["Un"])
    try await Recipient.dossier(of: vault, at: test.folder.file("d"))
    let report = try Recipient.read(test.folder.read("d")).verify(vault: vault.id)
    #expect(report.verdict == nil && report.authorConfirmed, "\(report.findings)")
    // Two days of slack: the clamp keeps any offset within the years 0000 to 9999.
    #expect(report.createdAt == report.recordedBetween?.last)
  }

  @Test("a clock that goes back is said, changes no order of the log, and poisons no later device")
  func backwards() async throws {
    let test = try TestVault()
    let future = Int64(4_070_908_800)
    var vault: Vault? = try await NewVault.create(
      at: test.path, passphrase: TestVault.secret(TestVault.passphrase),
      environment: Self.environment([future, future + 60, future + 120, 60, 120]))
    let kit = try #require(try await vault?.pendingKit()?.text())
    for title in ["Un", "Deux", "Trois"] { _ = try await vault?.add(.sample(title)) }
    vault = nil
    let after = try await LockedVault(test.path, environment: Self.environment([1_767_225_600]))
      .recover(RecoverySecret(kitText: kit), newPassphrase: TestVault.secret("neuve"))
    _ = try await after.add(.sample("Quatre"))
    #expect(try await after.check(deep: true).ok)
    #expect(Set(try await after.list().compactMap(\.title)) == ["Un", "Deux", "Trois", "Quatre"])
    try await Recipient.dossier(of: after, at: test.folder.file("d"))
    let report = try Recipient.read(test.folder.read("d")).verify(vault: after.id)
    #expect(report.ok && report.entries == 4)
    let disorder = report.findings.filter { $0.code == .clockDisorder }
    #expect(disorder.count == 1 && disorder.first?.file != nil)
    #expect(report.recordedBetween?.last.hasPrefix("2099-") == true)
  }

  @Test(
    "a source that is cut, grows or goes while it is attached: refused or whole, never half",
    arguments: ["cut", "grows", "goes"])
  func changing(_ how: String) async throws {
    let test = try TestVault()
    let vault = try await test.create()
    let entry = "\(try await vault.add(.sample("Un")))"
    let bytes = SeededRandom(seed: "source").bytes(9_000_000)
    let path = try test.folder.write("gros", bytes)
    let isDone = Mutex(false)
    let attach = {
      try await vault.attach([AttachRequest(path: path)], to: entry) { _, count in
        guard count > 0, isDone.withLock({ done in !exchange(&done) }) else { return }
        switch how {
        case "cut": truncate(path, 100)
        case "grows": truncate(path, 20_000_000)
        default: unlink(path)
        }
      }
    }
    if how == "goes" {
      // Open already: what was there is taken whole.
      _ = try await attach()
      _ = try await vault.save("gros", of: entry, to: test.folder.file("copie"))
      #expect(try test.folder.read("copie") == bytes)
    } else {
      await #expect(throws: VaultError.file(.changedWhileReading, index: 0)) { try await attach() }
      #expect(try await vault.entry(entry).pieces.isEmpty)
    }
    #expect(try await vault.check(deep: true).ok)
    await #expect(throws: VaultError.file(.missing, index: 0)) {
      try await vault.attach([AttachRequest(path: test.folder.file("absent"))], to: entry)
    }
  }
}

/// Sets it, and gives what it was.
private func exchange(_ flag: inout Bool) -> Bool {
  defer { flag = true }
  return flag
}
