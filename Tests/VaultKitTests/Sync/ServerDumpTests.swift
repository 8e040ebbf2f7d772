// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import Seal
import Sodium
import SyncClient
import SyncServer
import SyncTestSupport
import TestSupport
import Testing
import VaultKit

@Suite("What a server's store gives away")
struct ServerDumpTests {
  private static func dump(
    _ storage: MemoryStorage, _ prefix: String = ""
  ) async throws -> [String: [UInt8]] {
    var objects: [String: [UInt8]] = [:]
    var last: ObjectKey?
    while true {
      let page = await storage.list(prefix: prefix, after: last, limit: 1000)
      for object in page {
        objects[object.key.description] = await storage.get(object.key)?.bytes
      }
      last = page.last?.key
      if page.count < 1000 { return objects }
    }
  }

  @Test("neither what was logged nor anything that opens it is in a dump of the store")
  func dump() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    var entry = try Entry.sample("Titre-canari", text: "Texte-canari")
    entry.place = "Lieu-canari"
    _ = try await a.add(entry)
    _ = try await a.sync(over: scene.server)
    let b = try await scene.join("b").vault
    _ = try await b.sync(over: scene.server)
    let objects = try await Self.dump(scene.storage)
    #expect(objects.count > 5)
    let secret = try Data(
      contentsOf: URL(filePath: scene.test.path + "/device.secret"))
    let kit = try scene.copies.recovery.kit().text()
    let needles =
      ["Titre-canari", "Texte-canari", "Lieu-canari", "Premier", "Camille", "photo.jpg"]
      .map { Array($0.utf8) } + [Array(secret.suffix(32)), kit.withUnsafeBytes { Array($0) }]
    for (name, bytes) in objects {
      for needle in needles {
        #expect(!ByteSearch.contains(needle, in: bytes), "\(name)")
        #expect(!ByteSearch.contains(needle, in: Array(name.utf8)), "\(name)")
      }
    }
  }

  @Test("two pieces of one padded size are the same to the server")
  func sizes() async throws {
    var seen: [[Int]] = []
    for size in [39_000, 40_900] {
      let scene = try await SyncScene()
      let a = try await scene.linked()
      _ = try await a.sync(over: scene.server)
      let before = try await Self.dump(scene.storage).filter { $0.key.contains("/chunks/") }
      let piece = try scene.test.folder.write(
        "piece.bin", SeededRandom(seed: "\(size)").bytes(size))
      _ = try await a.add([
        NewEntry(.sample("Avec pièce"), pieces: [AttachRequest(path: piece)])
      ])
      _ = try await a.sync(over: scene.server)
      let after = try await Self.dump(scene.storage).filter { $0.key.contains("/chunks/") }
      seen.append(after.filter { before[$0.key] == nil }.map(\.value.count).sorted())
    }
    #expect(seen[0] == seen[1] && !seen[0].isEmpty)
  }

  @Test("a change of passphrase changes nothing on the server: nothing there is made from one")
  func passphrase() async throws {
    let scene = try await SyncScene()
    let a = try await scene.linked()
    _ = try await a.sync(over: scene.server)
    let before = try await Self.dump(scene.storage)
    try await a.changePassphrase(to: TestVault.secret("une tout autre phrase"))
    let report = try await a.sync(over: scene.server)
    #expect(report.pushed == 0)
    #expect(try await Self.dump(scene.storage) == before)
  }
}
