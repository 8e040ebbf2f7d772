// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import SyncServer
import SyncTestSupport
import Testing
import TransparencyLog

@Suite("Checking a store")
struct StoreCheckTests {
  private let scene: ServerScene
  private let store = MemoryStorage()

  init() async throws {
    scene = try ServerScene(storage: store)
    let (vault, device) = try await scene.makeVault()
    var log = try SampleLog(of: device)
    try log.add(12)
    _ = try await scene.push(log, from: 0)
    _ = try await scene.ask(
      device, .putBlob(vault.id, .chunks, ChunkID(ofSealed: [1, 2])), [1, 2])
    let order = try vault.erasure(places: [log.place(1)])
    _ = try await scene.ask(device, .orderErasure(vault.id), order.encoded)
    try await scene.service.accept(NewInvitation(random: SystemRandom()).hash)
  }

  private func check() async throws -> CheckReport {
    try await StoreCheck(storage: store, cosigner: scene.cosigner.verifier).run()
  }

  @Test("finds nothing wrong with what a server made")
  func clean() async throws {
    let report = try await check()
    #expect(report.isClean && report.vaults == 1 && report.objects == 7, "\(report)")
    #expect(report.orphanSegments == 0 && report.bytes > 12 * 1081)
  }

  @Test("finds every object that is gone or changed by one bit")
  func damage() async throws {
    let start = try await scene.dump()
    for (key, bytes) in start {
      await store.delete(key)
      let report = try await check()
      // A chunk that nothing names, or an invitation, is nobody's loss that a server could see.
      let isMissed = !["/chunks/", "invitation/"].contains { key.description.contains($0) }
      #expect(report.isClean != isMissed, "\(key) gone")
      for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 10)) {
        // When an order may go is nowhere else.
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        if key.description.hasSuffix("/state"), digits.contains(bytes[place]) { continue }
        var damaged = bytes
        damaged[place] ^= 1
        await store.delete(key)
        _ = try await store.putIfAbsent(key, damaged)
        #expect(
          try await !check().isClean, "\(key), byte \(place)")
      }
      await store.delete(key)
      _ = try await store.putIfAbsent(key, bytes)
    }
    #expect(try await check().isClean)
  }

  @Test("counts segments that no log names, and names what no server wrote")
  func strangers() async throws {
    let vault = try SampleVault()
    var log = try SampleLog("never appended", of: vault.device())
    try log.add(2)
    let bytes = try log.segments(from: 0)[0].encoded
    let id = ChunkID(ofSealed: bytes)
    _ = try await scene.ask(vault.device(), .putBlob(vault.id, .segments, id), bytes)
    var report = try await check()
    #expect(report.isClean && report.orphanSegments == 1 && report.orphanBytes == bytes.count)
    for name in ["vault/\(vault.id.base32)/other/a", "else"] {
      let key = try #require(ObjectKey(name))
      _ = try await store.putIfAbsent(key, [1])
    }
    report = try await check()
    #expect(report.problems.map(\.kind) == [.unknownName, .unknownName])
  }
}
