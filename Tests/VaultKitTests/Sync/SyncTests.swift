// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import SyncClient
import SyncTestSupport
import TestSupport
import Testing
import VaultKit

@Suite("Synchronisation with a server")
struct SyncTests {
  @Test("what one device pushed, another one joins from, and both go on")
  func twoDevices() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    let first = try await a.sync(over: scene.server)
    #expect(first.problems == [] && first.surrender == nil)
    #expect(first.pushed > 2 && first.cosigned == 1)
    let (b, joined) = try await scene.join("b")
    #expect(joined.problems == [])
    #expect(try await b.titles() == ["Premier", "Deuxième"])
    let known = try await b.sync(over: scene.server)
    #expect(known.problems == [] && known.surrender == nil && known.cosigned == 1)
    _ = try await a.add(.sample("De A"))
    _ = try await b.add(.sample("De B"))
    for vault in [a, b, a, b] {
      let report = try await vault.sync(over: scene.server)
      #expect(report.problems == [] && report.surrender == nil)
    }
    #expect(try await Set(a.titles()) == ["Premier", "Deuxième", "De A", "De B"])
    #expect(try await Set(b.titles()) == Set(a.titles()))
    for vault in [a, b] { #expect(try await vault.damage() == []) }
  }

  @Test("with nothing new there is one request")
  func nothingNew() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    _ = scene.server.takeCounts()
    let report = try await a.sync(over: scene.server)
    #expect(scene.server.takeCounts() == ["GET": 1])
    #expect(report.pulled == 0 && report.pushed == 0 && report.problems == [])
  }

  @Test("pieces of another device stay on the server until they are wanted")
  func onDemand() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    let (b, joined) = try await scene.join("b")
    #expect(joined.left > 0)
    let report = try await b.sync(over: scene.server, wantsPieces: true)
    #expect(report.problems == [] && report.left == 0)
    let piece = scene.test.folder.file("rendu.jpg")
    let entry = try #require(try await b.list().first { $0.title == "Premier" })
    _ = try await b.save("photo.jpg", of: entry.id.description, to: piece)
    #expect(
      try Data(contentsOf: URL(filePath: piece))
        == Data(SeededRandom(seed: "photo").bytes(40_000)))
    #expect(try await b.check(deep: true).problems == [])
  }

  @Test("a log that was set back goes on in a successor, and nothing of either history is lost")
  func setBack() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    let twin = scene.test.folder.file("jumeau")
    try FileManager.default.copyItem(atPath: scene.test.path, toPath: twin)
    _ = try await a.add(.sample("Après la copie"))
    _ = try await a.sync(over: scene.server)
    let old = try await LockedVault(twin, environment: TestVault.environment)
      .unlock(unlockKey: scene.copies.unlockKey)
    let report = try await old.sync(over: scene.server)
    #expect(report.problems.map(\.code) == [.twin])
    #expect(try await old.titles().contains("Après la copie"))
    _ = try await old.add(.sample("De la copie"))
    #expect(try await old.sync(over: scene.server).problems == [])
    _ = try await a.sync(over: scene.server)
    #expect(try await a.titles().contains("De la copie"))
    for vault in [a, old] { #expect(try await vault.damage() == []) }
  }

  @Test(
    "two histories of one log: what only one of them has is logged again, and both are read everywhere"
  )
  func forked() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    let twin = scene.test.folder.file("jumeau")
    try FileManager.default.copyItem(atPath: scene.test.path, toPath: twin)
    _ = try await a.add(.sample("D'un côté"))
    _ = try await a.sync(over: scene.server)
    let old = try await LockedVault(twin, environment: TestVault.environment)
      .unlock(unlockKey: scene.copies.unlockKey)
    let piece = try scene.test.folder.write("autre.jpg", SeededRandom(seed: "autre").bytes(30_000))
    for number in 0..<4 {
      _ = try await old.add([
        NewEntry(.sample("De l'autre \(number)"), pieces: [AttachRequest(path: piece)])
      ])
    }
    _ = try await old.sync(over: scene.server)
    _ = try await old.sync(over: scene.server)
    _ = try await a.sync(over: scene.server, wantsPieces: true)
    let titles = try await Set(a.titles())
    #expect(titles.isSuperset(of: (0..<4).map { "De l'autre \($0)" } + ["D'un côté"]))
    #expect(try await Set(old.titles()) == titles)
    let entry = try #require(try await a.list().first { $0.title == "De l'autre 2" })
    _ = try await a.save("autre.jpg", of: entry.id.description, to: scene.test.folder.file("x.jpg"))
    for vault in [a, old] { #expect(try await vault.damage() == []) }
    let again = try #require(try await old.list().first { $0.title == "De l'autre 2" })
    #expect(try await old.entry(again.id.description).pieces.count == 1)
    #expect(try await old.entry(again.id.description).current.count == 1)
  }

  @Test("a log that was given up while the other history was withheld takes it once it comes")
  func lateHistory() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    let twin = scene.test.folder.file("jumeau")
    try FileManager.default.copyItem(atPath: scene.test.path, toPath: twin)
    for number in 0..<3 { _ = try await a.add(.sample("D'un côté \(number)")) }
    _ = try await a.sync(over: scene.server)
    let old = try await LockedVault(twin, environment: TestVault.environment)
      .unlock(unlockKey: scene.copies.unlockKey)
    let log = try await old.ownLog()
    _ = try await old.add(.sample("De l'autre"))
    let lying = LyingExchange(scene.server, over: scene.storage)
    lying.tell(.cut(log))
    let report = try await old.sync(over: lying)
    #expect(lying.takeTold() > 0 && !report.problems.isEmpty)
    lying.tell(nil)
    for vault in [old, a, old, a] { _ = try await vault.sync(over: lying) }
    let titles = try await old.titles()
    #expect(titles.isSuperset(of: (0..<3).map { "D'un côté \($0)" } + ["De l'autre", "Premier"]))
    #expect(try await a.titles() == titles)
    for vault in [a, old] { #expect(try await vault.check(deep: true).problems == []) }
  }

  @Test("an old copy of this device takes nothing away from a log that goes on in another")
  func oldCopyOfGivenUpLog() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    func copy(_ name: String) throws -> String {
      let path = scene.test.folder.file(name)
      try FileManager.default.copyItem(atPath: scene.test.path, toPath: path)
      return path
    }
    func open(_ path: String) async throws -> Vault {
      try await LockedVault(path, environment: TestVault.environment)
        .unlock(unlockKey: scene.copies.unlockKey)
    }
    let stolen = try copy("vieille copie")
    for number in 0..<3 { _ = try await a.add(.sample("Avant \(number)")) }
    _ = try await a.sync(over: scene.server)
    let path = try copy("jumeau")
    _ = try await a.add(.sample("Après"))
    _ = try await a.sync(over: scene.server)
    let twin = try await open(path)
    #expect(try await twin.sync(over: scene.server).problems.map(\.code) == [.twin])
    let before = try await twin.titles()
    let thief = try await open(stolen)
    // Not longer than the true history: a longer one is another case.
    _ = try await thief.add(.sample("Faux"))
    _ = try await thief.copy(to: scene.copies.stick)
    _ = try await twin.takeIn(from: scene.copies.stick)
    #expect(try await twin.titles().isSuperset(of: before))
    #expect(try await twin.damage() == [])
  }
}
