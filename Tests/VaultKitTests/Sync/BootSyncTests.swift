// SPDX-License-Identifier: Apache-2.0
import Evidence
import Remote
import SyncClient
import SyncTestSupport
import TestSupport
import Testing
import VaultKit

@Suite("Boot records and a server")
struct BootSyncTests {
  @Test("a server that comes late gets every boot record, so that a device that joins misses none")
  func lateServer() async throws {
    let scene = try await SyncScene()
    let a = try await scene.copies.open()
    _ = try await a.copy(to: scene.copies.stick)
    let b = try await scene.copies.join("b").vault
    _ = try await b.copy(to: scene.copies.stick)
    _ = try await a.takeIn(from: scene.copies.stick)
    _ = try await a.revoke(b.device.description, recovery: scene.copies.recovery)
    try await a.link(to: ServerAddress(SyncScene.address), over: scene.server)
    #expect(try await a.sync(over: scene.server).problems == [])
    let (c, report) = try await scene.join("c")
    #expect(report.problems == [])
    let check = try await c.check()
    #expect(check.problems == [] && check.elsewhere == 1)
  }

  @Test("boot records that were made apart are all taken, and the kit unites them")
  func apart() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    let b = try await scene.join("b").vault
    let c = try await scene.join("c").vault
    _ = try await a.add(.sample("De A"))
    for vault in [b, c, a, b, c, a] {
      let report = try await vault.sync(over: scene.server)
      #expect(report.surrender == nil)
    }
    let d = try await scene.join("d").vault
    #expect(try await d.titles().contains("De A"))
    for vault in [d, a, b, c, a, d] {
      #expect(try await vault.sync(over: scene.server).surrender == nil)
    }
    for vault in [a, b, c, d] { #expect(try await vault.damage() == []) }
  }

  @Test("a device that was revoked is refused, and takes the boot record that says so")
  func revoked() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    let b = try await scene.join("b").vault
    _ = try await b.sync(over: scene.server)
    _ = try await a.sync(over: scene.server)
    _ = try await a.revoke(b.device.description, recovery: scene.copies.recovery)
    _ = try await a.sync(over: scene.server)
    _ = try await b.add(.sample("Trop tard"))
    let report = try await b.sync(over: scene.server)
    #expect(report.surrender == .refused(.revoked))
    #expect(report.problems.map(\.code) == [.revoked])
    #expect(try await b.titles().contains("Trop tard"), "it goes on being written and read")
    _ = try await a.sync(over: scene.server)
    #expect(try await !a.titles().contains("Trop tard"))
  }

  @Test(
    "a device that came by USB, or recovered, is linked to the server that has the vault already")
  func linkedLater() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    _ = try await a.copy(to: scene.copies.stick)
    let b = try await scene.copies.join("b").vault
    try await b.link(to: ServerAddress(SyncScene.address), over: scene.server)
    #expect(try await b.sync(over: scene.server).problems == [])
    _ = try await b.add(.sample("De B"))
    _ = try await b.sync(over: scene.server)
    _ = try await a.sync(over: scene.server)
    #expect(try await a.titles().contains("De B"))
  }

  @Test("pieces reach a second server from whoever has them, whoever pushed the log")
  func secondServer() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    let b = try await scene.join("b").vault
    _ = try await b.sync(over: scene.server)
    _ = try await a.sync(over: scene.server)
    let second = try SyncScene.server(over: MemoryStorage())
    for vault in [b, a] {
      try await vault.link(to: ServerAddress(SyncScene.address), over: second)
      #expect(try await vault.sync(over: second).surrender == nil)
    }
    let c = try await scene.join("c", over: second).vault
    #expect(try await c.sync(over: second, wantsPieces: true).problems == [])
    #expect(try await c.check(deep: true).problems == [])
  }

  @Test("two recoveries in a row, of which the server saw neither, arrive both")
  func recoveredTwice() async throws {
    let scene = try await SyncScene()
    do {
      let a = try await scene.linked()
      _ = try await a.sync(over: scene.server)
    }
    for number in 0..<2 {
      let locked = try await LockedVault(scene.test.path, environment: TestVault.environment)
      let vault = try locked.recover(
        scene.copies.recovery, newPassphrase: TestVault.secret("phrase \(number)"))
      _ = try await vault.add(.sample("Après \(number)"))
    }
    let locked = try await LockedVault(scene.test.path, environment: TestVault.environment)
    let a = try locked.unlock(passphrase: TestVault.secret("phrase 1"))
    try await a.link(to: ServerAddress(SyncScene.address), over: scene.server)
    #expect(try await a.sync(over: scene.server).problems == [])
    let (b, report) = try await scene.join("b")
    #expect(report.problems == [])
    #expect(try await b.titles().isSuperset(of: ["Premier", "Après 0", "Après 1"]))
    for vault in [a, b] { #expect(try await vault.check(deep: true).problems == []) }
  }
}
