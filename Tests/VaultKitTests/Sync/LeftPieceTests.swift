// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import GRDB
import Remote
import Seal
import Sodium
import SyncClient
import SyncTestSupport
import TestSupport
import Testing
import VaultKit

/// What may be missing on a device, and what may not.
@Suite("Pieces left on the server")
struct LeftPieceTests {
  private let scene: SyncScene

  init() async throws { scene = try await SyncScene() }

  private func linked() async throws -> Vault {
    let vault = try await scene.linked()
    _ = try await vault.sync(over: scene.server)
    return vault
  }

  private func codes(_ report: CheckReport) -> Set<Problem.Code> {
    Set(report.problems.map(\.code))
  }

  private func chunkFiles(of path: String) throws -> [String] {
    let folder = path + "/chunks"
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
      .map { folder + "/" + $0 }.filter { !$0.hasSuffix("/") && isFile($0) }
  }

  private func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  @Test("a piece whose file was taken away is damage on a linked device, and comes by itself")
  func takenAway() async throws {
    let a = try await linked()
    for file in try chunkFiles(of: scene.test.path) {
      try FileManager.default.removeItem(atPath: file)
    }
    #expect(try await codes(a.check()) == [.chunkMissing])
    let b = try await scene.join("b").vault
    _ = try await b.add(.sample("De B"))
    _ = try await b.sync(over: scene.server)
    // With news from another device the vault looks at itself.
    #expect(try await a.sync(over: scene.server).problems == [])
    #expect(try await a.check(deep: true).problems == [])
  }

  @Test("pieces of a twin stay on the server, and are no damage")
  func twin() async throws {
    let a = try await linked()
    let twin = scene.test.folder.file("jumeau")
    try FileManager.default.copyItem(atPath: scene.test.path, toPath: twin)
    let piece = try scene.test.folder.write("autre.jpg", SeededRandom(seed: "autre").bytes(30_000))
    _ = try await a.add([NewEntry(.sample("Plus tard"), pieces: [AttachRequest(path: piece)])])
    _ = try await a.sync(over: scene.server)
    let old = try await LockedVault(twin, environment: TestVault.environment)
      .unlock(unlockKey: scene.copies.unlockKey)
    let report = try await old.sync(over: scene.server)
    #expect(report.problems.map(\.code) == [.twin] && report.left > 0)
    let check = try await old.check(deep: true)
    #expect(check.problems == [] && check.elsewhere == report.left)
    #expect(try await old.sync(over: scene.server, wantsPieces: true).problems == [])
    #expect(try await old.check(deep: true).elsewhere == 0)
  }

  @Test("after a recovery, what had been left is still no damage, and comes when it is wanted")
  func recovered() async throws {
    _ = try await linked()
    let path = scene.test.folder.file("b")
    _ = try await scene.join("b").vault.sync(over: scene.server)
    let locked = try await LockedVault(path, environment: TestVault.environment)
    #expect(locked.hasServer)
    let b = try locked.recover(
      scene.copies.recovery, newPassphrase: TestVault.secret("une autre phrase"))
    let check = try await b.check(deep: true)
    #expect(check.problems == [] && check.elsewhere > 0)
    try await b.link(to: ServerAddress(SyncScene.address), over: scene.server)
    #expect(try await b.sync(over: scene.server, wantsPieces: true).problems == [])
    #expect(try await b.check(deep: true).elsewhere == 0)
  }

  @Test("what the server does not have after all is missing from then on")
  func lost() async throws {
    _ = try await linked()
    let (b, joined) = try await scene.join("b")
    #expect(joined.left > 0)
    let lying = LyingExchange(scene.server, over: scene.storage)
    lying.tell(.bytes("withheld", of: { $0.isBlob(.chunks) }) { _ in nil })
    let report = try await b.sync(over: lying, wantsPieces: true)
    #expect(report.problems.map(\.code).contains(.copyChunk))
    let check = try await b.check()
    #expect(codes(check) == [.chunkMissing] && check.elsewhere == 0)
    lying.tell(nil)
    #expect(try await b.sync(over: lying, wantsPieces: true).problems == [])
    #expect(try await b.check(deep: true).problems == [])
  }

  @Test("a copy on a stick says how much of the pieces it lacks, and is whole once they are here")
  func copied() async throws {
    _ = try await linked()
    let (b, joined) = try await scene.join("b")
    let report = try await b.copy(to: scene.copies.stick)
    #expect(report.problems == [] && report.left == joined.left)
    _ = try await b.sync(over: scene.server, wantsPieces: true)
    let whole = try await b.copy(to: scene.copies.stick)
    #expect(whole.problems == [] && whole.left == 0)
    let (c, joinedFromStick) = try await scene.copies.join("c")
    #expect(joinedFromStick.problems == [])
    #expect(try await c.check(deep: true).problems == [])
  }

  @Test("whoever shows more than a device can hold is not followed, and the vault is as it was")
  func tooMuch() async throws {
    let a = try await linked()
    _ = try await a.add(.sample("De A"))
    _ = try await a.sync(over: scene.server)
    let joining = try Joining(
      scene.test.folder.file("b"), from: ServerAddress(SyncScene.address), over: scene.server,
      recovery: scene.copies.recovery,
      environment: VaultEnvironment(cost: .floor, patience: .zero, fetchLimit: 2000))
    await #expect(throws: VaultError.server(.unexpected)) {
      _ = try await joining.join(passphrase: TestVault.secret(TestVault.passphrase))
    }
    #expect(!FileManager.default.fileExists(atPath: scene.test.folder.file("b")))
  }

  @Test("a piece whose list of chunks did not come at first is whole once it comes")
  func lateList() async throws {
    let a = try await linked()
    // More than 64 chunks: they are listed in a chunk.
    let bytes = SeededRandom(seed: "long").bytes(66 << 20)
    let piece = try scene.test.folder.write("long.bin", bytes)
    let id = try await a.add([NewEntry(.sample("Longue"), pieces: [AttachRequest(path: piece)])])[0]
    _ = try await a.sync(over: scene.server)
    let lying = LyingExchange(scene.server, over: scene.storage)
    lying.tell(.bytes("withheld", of: { $0.isBlob(.chunks) }) { _ in nil })
    let (b, _) = try await scene.join("b", over: lying)
    lying.tell(nil)
    // Without --all the list alone comes, and what it names is left.
    #expect(try await b.sync(over: lying).problems == [])
    let check = try await b.check()
    #expect(check.problems == [] && check.elsewhere >= 66)
    #expect(try await b.sync(over: lying, wantsPieces: true).problems == [])
    #expect(try await b.check(deep: true).problems == [])
    let out = scene.test.folder.file("out.bin")
    _ = try await b.save("long.bin", of: id.description, to: out)
    #expect(try Data(contentsOf: URL(filePath: out)) == Data(bytes))
  }

  @Test("a record of impossible size goes out as a hole, and the rest with it")
  func impossible() async throws {
    let place = try await {
      let a = try await linked()
      for number in 0..<4 { _ = try await a.add(.sample("Fait \(number)")) }
      return try await a.history().items.last { $0.type == .entryLogged }
    }()
    let entry = try #require(place)
    try await DatabaseQueue(path: scene.test.path + "/vault.sqlite").write {
      try $0.execute(
        sql: "UPDATE record SET sealed = substr(sealed, 1, 500) WHERE log = ? AND sequence = ?",
        arguments: [Data(entry.log.bytes), Int64(entry.sequence)])
    }
    let a = try await scene.copies.open()
    let report = try await a.sync(over: scene.server)
    #expect(report.problems.map(\.code) == [.recordDamaged] && report.cosigned == 1)
    let (b, _) = try await scene.join("b")
    let (ours, theirs) = (try await a.list().count, try await b.list().count)
    #expect(ours == theirs)
  }

  @Test(
    "a piece that is neither here nor there is named when it should go out, and goes once it is back"
  )
  func absentAtPush() async throws {
    let a = try await linked()
    let before = try Set(chunkFiles(of: scene.test.path))
    let piece = try scene.test.folder.write("b.jpg", SeededRandom(seed: "b").bytes(50_000))
    _ = try await a.add([NewEntry(.sample("Avec pièce"), pieces: [AttachRequest(path: piece)])])
    let own = try chunkFiles(of: scene.test.path).filter { !before.contains($0) }
    let kept = try own.map { ($0, try Data(contentsOf: URL(filePath: $0))) }
    for path in own { try FileManager.default.removeItem(atPath: path) }
    for _ in 0..<2 {
      #expect(try await a.sync(over: scene.server).problems.map(\.code) == [.chunkMissing])
    }
    let (b, _) = try await scene.join("b")
    #expect(try await b.sync(over: scene.server).problems.map(\.code) == [.chunkMissing])
    for (path, bytes) in kept { try bytes.write(to: URL(filePath: path)) }
    #expect(try await a.sync(over: scene.server).problems == [])
    #expect(try await b.sync(over: scene.server, wantsPieces: true).problems == [])
    for vault in [a, b] { #expect(try await vault.check(deep: true).problems == []) }
  }

  @Test("pieces left on one server are not taken to be on another")
  func otherServer() async throws {
    _ = try await linked()
    let (b, joined) = try await scene.join("b")
    _ = try await b.sync(over: scene.server)
    let second = try SyncScene.server(over: MemoryStorage())
    try await b.link(to: ServerAddress("https://autre.example.org"), over: second)
    let report = try await b.sync(over: second)
    #expect(report.problems.count == joined.left)
    #expect(Set(report.problems.map(\.code)) == [.chunkMissing])
    #expect(try await codes(b.check()) == [.chunkMissing])
    // They are there still; with them here, the second server gets them too.
    try await b.link(to: ServerAddress(SyncScene.address), over: scene.server)
    _ = try await b.sync(over: scene.server, wantsPieces: true)
    try await b.link(to: ServerAddress("https://autre.example.org"), over: second)
    #expect(try await b.sync(over: second).problems == [])
    #expect(try await b.check(deep: true).problems == [])
  }

  @Test("a chunk that came from a stick may not go missing; one altered on a stick is named")
  func stick() async throws {
    let a = try await linked()
    _ = try await a.copy(to: scene.copies.stick)
    let (b, _) = try await scene.join("b")
    for name in try scene.copies.files("chunk/") {
      let bytes = try scene.copies.read(name)
      try scene.copies.write(name, bytes.dropLast() + [bytes[bytes.count - 1] ^ 1])
    }
    let altered = try await b.takeIn(from: scene.copies.stick)
    #expect(Set(altered.problems.map(\.code)) == [.copyChunk])
    #expect(try await b.check().problems == [])
    for name in try scene.copies.files("chunk/") { try scene.copies.remove(name) }
    _ = try await a.copy(to: scene.copies.stick)
    #expect(try await b.takeIn(from: scene.copies.stick).problems == [])
    let path = scene.test.folder.file("b")
    try FileManager.default.removeItem(atPath: try #require(try chunkFiles(of: path).first))
    #expect(try await codes(b.check()) == [.chunkMissing])
  }
}
