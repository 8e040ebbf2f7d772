// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing
import VaultKit

/// `kill -9` at any moment: what was acknowledged is there, whole, and the vault opens at once.
@Suite struct KilledWriterTests {
  private static let seeds: [UInt64] = LongTests.areWanted ? Array(1...40) : [1]
  private static let kills = 26

  @Test("a killed writer loses nothing that it acknowledged", arguments: seeds)
  func killed(seed: UInt64) async throws {
    let test = try TestVault()
    _ = try await test.create()
    var random = SmallRandom(seed: seed)
    var known = Acknowledged()
    var unreferenced = 0
    for kill in 0..<Self.kills {
      let child = try Self.writer(test, seed: seed * 1000 + UInt64(kill))
      #expect(child.waits(for: "ready"), "\(child.errors)")
      usleep(UInt32.random(in: 0..<600_000, using: &random))
      child.kill()
      known.read(child.lines)
      // At once: nobody is waited for, and nothing is left to be finished by hand.
      let vault = try await test.open()
      #expect(!FileManager.default.fileExists(atPath: test.path + "/device.secret.new"))
      let report = try await vault.check(deep: kill % 8 == 0 || kill == Self.kills - 1)
      #expect(report.problems.isEmpty)
      unreferenced = report.unreferencedChunks
      try await known.compare(with: vault, scratch: test.folder)
    }
    print(
      "killed \(Self.kills) times after \(known.operations) operations; \(known.entries.count) entries,",
      "\(unreferenced) unreferenced chunks")
    #expect(known.operations > Self.kills)
  }

  private static func writer(_ test: TestVault, seed: UInt64, under tool: [String] = []) throws
    -> Child
  {
    try Child(
      tool + [
        Child.products + "/CrashWriter", "write", test.path, test.folder.path, "\(seed)",
      ])
  }

  @Test(
    "a writer killed at a system call loses nothing that it acknowledged",
    .enabled(if: Command.isUsable("strace")),
    arguments: ["pwrite64", "write", "fsync", "unlink", "openat"])
  func killed(at call: String) async throws {
    let original = try TestVault()
    let before = try await Self.begun(original)
    for n in stride(from: 3, to: LongTests.areWanted ? 300 : 60, by: LongTests.areWanted ? 1 : 29) {
      let test = try original.copy()
      let child = try Self.writer(
        test, seed: UInt64(n),
        under: [
          "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
          "inject=\(call):signal=KILL:when=\(n)",
        ])
      child.wait()
      var known = before
      known.read(child.lines)
      let vault = try await test.open()
      #expect(try await vault.check(deep: true).problems.isEmpty, "\(call) \(n)")
      try await known.compare(with: vault, scratch: test.folder)
    }
  }

  /// A vault with a few entries, so that there is something to amend and to withdraw from the first.
  private static func begun(_ test: TestVault) async throws -> Acknowledged {
    let vault = try await test.create()
    var known = Acknowledged()
    for title in ["a", "b", "c", "d"] {
      known.read(["done add \(try await vault.add(.sample(title))) \(title)"])
    }
    return known
  }
}
