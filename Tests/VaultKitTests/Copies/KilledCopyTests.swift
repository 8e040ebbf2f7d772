// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remote
import Seal
import Sodium
import TestSupport
import Testing
import VaultKit

/// `copy`, `sync` and `join` killed at system calls that change a disk: the vault is as it was or has it all, and the
/// next run goes on.
@Suite("Copies killed", .enabled(if: Command.isUsable("strace"))) struct KilledCopyTests {
  private static let writer = Child.products + "/CrashWriter"
  private static let calls = [
    "pwrite64", "write", "fsync", "fdatasync", "rename", "unlink", "mkdir", "openat",
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

  private func atCalls(_ body: (_ call: String, _ n: Int) async throws -> Bool) async throws -> Int
  {
    var kills = 0
    for call in Self.calls {
      var n = 1
      while try await body(call, n) {
        kills += 1
        n += LongTests.areWanted ? 1 : call == "openat" ? 90 : 6
      }
    }
    return kills
  }

  private func kit(_ scene: CopyScene) throws -> String {
    try scene.recovery.kit().text().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// A second copy of the scene's folders, for one kill.
  private func fresh(_ name: String, of original: String, in scene: CopyScene) throws -> String {
    let path = scene.test.folder.file(name)
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: original, toPath: path)
    return path
  }

  private let all: Set<String> = ["Premier", "Deuxième"]

  @Test("a copy killed anywhere: what can be had of it is sound, and the next one completes it")
  func copy() async throws {
    let scene = try await CopyScene()
    var number = 0
    let kills = try await atCalls { call, n in
      number += 1
      let stick = try fresh("cle-t", of: scene.stick, in: scene)
      let isKilled = try killed(["copy", scene.test.path, stick], at: call, n)
      do {
        let (early, report) = try await scene.join("tot\(number)", from: stick)
        let titles = try await early.titles()
        #expect(titles == all || titles.isEmpty && report.problems.isEmpty)
      } catch VaultError.folder {
        #expect(isKilled)
      }
      let vault = try await scene.open()
      #expect(try await vault.titles() == all)
      #expect(try await vault.copy(to: stick).problems == [])
      let (joined, report) = try await scene.join("b\(number)", from: stick)
      #expect(report.problems == [])
      #expect(try await joined.titles() == all)
      #expect(try await joined.check(deep: true).problems == [])
      return isKilled
    }
    print("copy killed \(kills) times")
    #expect(kills > 5)
  }

  @Test(
    "a join killed anywhere: there is no vault and the next one makes it, or there is all of it")
  func join() async throws {
    let scene = try await CopyScene()
    _ = try await scene.open().copy(to: scene.stick)
    let kit = try kit(scene)
    var number = 0
    let kills = try await atCalls { call, n in
      number += 1
      let path = scene.test.folder.file("j\(number)")
      let isKilled = try killed(["join", path, scene.stick, kit], at: call, n)
      let vault: Vault
      do {
        vault = try await LockedVault(path, environment: TestVault.environment)
          .unlock(passphrase: TestVault.secret(TestVault.passphrase))
      } catch VaultError.noVault {
        #expect(isKilled)
        vault = try await scene.join("j\(number)").vault
      }
      #expect(try await vault.titles() == all)
      #expect(try await vault.check(deep: true).problems == [])
      return isKilled
    }
    print("join killed \(kills) times")
    #expect(kills > 5)
  }

  @Test("a sync killed anywhere: what this device had is there, and the next one takes the rest")
  func sync() async throws {
    let scene = try await CopyScene()
    let template = scene.test.folder.file("modele")
    try FileManager.default.copyItem(atPath: scene.test.path, toPath: template)
    _ = try await scene.open().copy(to: scene.stick)
    let b = try await scene.join("b").vault
    let piece = try scene.test.folder.write("lettre.pdf", SeededRandom(seed: "l").bytes(20_000))
    _ = try await b.add([NewEntry(.sample("De B"), pieces: [AttachRequest(path: piece)])])
    _ = try await b.copy(to: scene.stick)
    let kills = try await atCalls { call, n in
      let path = try fresh("a", of: template, in: scene)
      let isKilled = try killed(["sync", path, scene.stick], at: call, n)
      let vault = try await LockedVault(path, environment: TestVault.environment)
        .unlock(unlockKey: scene.unlockKey)
      #expect(try await vault.titles().isSuperset(of: all))
      #expect(try await vault.check(deep: true).problems == [])
      #expect(try await vault.takeIn(from: scene.stick).problems == [])
      #expect(try await vault.titles() == all.union(["De B"]))
      #expect(try await vault.check(deep: true).problems == [])
      return isKilled
    }
    print("sync killed \(kills) times")
    #expect(kills > 5)
  }
}
