// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Remote
import Sodium
import SyncServer
import SyncTestSupport
import TestSupport
import Testing

@Suite("Erasure on a server")
struct ErasureServiceTests {
  let scene: ServerScene
  let vault: SampleVault
  let device: SampleDevice
  let log: SampleLog
  let chunks: [[UInt8]] = (1...3).map { [UInt8](repeating: $0, count: 50) }

  init() async throws {
    scene = try ServerScene()
    (vault, device) = try await scene.makeVault()
    var log = try SampleLog(of: device)
    try log.add(40)
    self.log = log
    _ = try await scene.push(log, from: 0)
    for chunk in chunks {
      let id = ChunkID(ofSealed: chunk)
      _ = try await scene.ask(device, .putBlob(vault.id, .chunks, id), chunk)
    }
  }

  private var order: RootSigned {
    get throws {
      try vault.erasure(
        places: [log.place(3), log.place(7)],
        chunks: chunks.prefix(2).map { ChunkID(ofSealed: $0) })
    }
  }

  private func list() async throws -> [ErasureList.Item] {
    try ErasureList(encoded: try await scene.ask(device, .erasures(vault.id)).body).items
  }

  private func frames(_ scene: ServerScene) async throws -> [Frame] {
    let state = try LogState(
      encoded: try await scene.ask(device, .log(vault.id, log.id, from: 0)).body)
    var frames: [Frame] = []
    for reference in state.segments {
      let bytes = try await scene.ask(device, .getBlob(vault.id, .segments, reference.id)).body
      frames += try Segment(encoded: bytes).frames
    }
    return frames
  }

  private var expected: [Frame] {
    get throws {
      try log.frames.enumerated().map { index, frame in
        try Frame(leaf: frame.leaf, sealed: [3, 7].contains(index) ? nil : frame.sealed)
      }
    }
  }

  @Test("waits, then makes holes and takes the chunks, and they do not come back")
  func lifeCycle() async throws {
    let ordered = try await scene.ask(device, .orderErasure(vault.id), order.encoded)
    #expect(ordered.status == .created)
    let again = try await scene.ask(device, .orderErasure(vault.id), order.encoded)
    #expect(again.status == .ok && again.body == ordered.body)
    let item = try #require(try await list().first)
    #expect(item.state == .waiting && item.notBefore == scene.clock.now + 30 * 86_400)
    scene.clock.advance(30 * 86_400 - 1)
    #expect(try await frames(scene) == log.frames)
    #expect(try await list().map(\.state) == [.waiting])
    scene.clock.advance(1)
    #expect(try await list().map(\.state) == [.done])
    #expect(try await frames(scene) == expected)
    let ids = chunks.map { ChunkID(ofSealed: $0) }
    #expect(try await scene.ask(device, .getBlob(vault.id, .chunks, ids[0])).problem == .notFound)
    #expect(try await scene.ask(device, .getBlob(vault.id, .chunks, ids[2])).status == .ok)
    // Another device that still has them is not asked for them, and cannot put them back.
    let missing = try await scene.ask(device, .missing(vault.id, .chunks), BlobList(ids).encoded())
    #expect(try BlobList(encoded: missing.body).ids.isEmpty)
    let before = try await scene.dump()
    let put = try await scene.ask(device, .putBlob(vault.id, .chunks, ids[0]), chunks[0])
    #expect(put.status == .ok)
    let segment = try log.segments(from: 0)[0].encoded
    _ = try await scene.ask(
      device, .putBlob(vault.id, .segments, ChunkID(ofSealed: segment)), segment)
    #expect(try await scene.dump() == before)
    let records = [3, 7].compactMap { log.frames[$0].sealed }
    for bytes in before.values {
      for record in records { #expect(bytes.firstRange(of: record) == nil) }
    }
    #expect(try await StoreCheck(storage: scene.storage).run().isClean)
    #expect(try await scene.push(log, from: 0).status == .ok)
  }

  @Test("the longer delay counts, and the largest does not overflow")
  func delays() async throws {
    for (seed, days) in [("a", UInt64(10)), ("b", 45), ("c", (1 << 53) - 1)] {
      let order = try vault.erasure(seed, places: [log.place(1)], delayDays: days)
      #expect(
        try await scene.ask(device, .orderErasure(vault.id), order.encoded).status == .created)
    }
    let days = try await list().map { ($0.notBefore - scene.clock.now) / 86_400 }
    #expect(days == [30, 45, 36_500])
  }

  @Test("any certified device cancels until the time has come, and that is for ever")
  func cancelling() async throws {
    let second = try vault.device("second")
    let boot = try vault.boot(2, devices: ["first", "second"], previous: [vault.boot()])
    _ = try await scene.ask(device, .putBoot(vault.id, boot.bootName(2)), boot.encoded)
    _ = try await scene.ask(device, .orderErasure(vault.id), order.encoded)
    let id = try ErasureID(random: SeededID("erasure"))
    for _ in 0..<2 {
      let answer = try await scene.ask(second, .cancelErasure(vault.id, id))
      #expect(try ErasureList(encoded: answer.body).items.map(\.state) == [.cancelled])
    }
    let again = try await scene.ask(device, .orderErasure(vault.id), order.encoded)
    #expect(try ErasureList(encoded: again.body).items.map(\.state) == [.cancelled])
    scene.clock.advance(days: 40)
    #expect(try await list().map(\.state) == [.cancelled])
    #expect(try await frames(scene) == log.frames)
    let unknown = try ErasureID(random: SeededID("unknown"))
    #expect(try await scene.ask(device, .cancelErasure(vault.id, unknown)).problem == .notFound)
  }

  @Test("what is due is not cancelled any more, though nobody came by yet")
  func tooLate() async throws {
    _ = try await scene.ask(device, .orderErasure(vault.id), order.encoded)
    scene.clock.advance(days: 30)
    let id = try ErasureID(random: SeededID("erasure"))
    #expect(try await scene.ask(device, .cancelErasure(vault.id, id)).problem == .conflict)
    #expect(try await scene.service.sweep() == 1)
    #expect(try await scene.service.sweep() == 0)
    #expect(try await scene.ask(device, .cancelErasure(vault.id, id)).problem == .conflict)
    #expect(try await frames(scene) == expected)
  }

  @Test("an order of someone else, for other leaves, or for what is not there, is refused")
  func refusals() async throws {
    let other = try SampleVault("other")
    var foreign = try SampleLog("foreign", of: device)
    try foreign.add(50, seed: "foreign")
    let orders = [
      try other.erasure(places: [log.place(1)]), try vault.boot(),
      try vault.erasure(places: [foreign.place(1)]),
      try vault.erasure(places: [
        ErasureOrder.Place(log: log.id, sequence: 3, leaf: log.frames[4].leaf)
      ]),
      try vault.erasure(places: [
        ErasureOrder.Place(log: log.id, sequence: 40, leaf: log.frames[4].leaf)
      ]),
    ]
    let before = try await scene.dump()
    for order in orders {
      let answer = try await scene.ask(device, .orderErasure(vault.id), order.encoded)
      #expect(answer.problem == .refused)
    }
    #expect(try await scene.dump() == before)
    _ = try await scene.ask(device, .orderErasure(vault.id), order.encoded)
    let twin = try vault.erasure(places: [log.place(5)])
    #expect(try await scene.ask(device, .orderErasure(vault.id), twin.encoded).problem == .exists)
  }

  @Test("killed anywhere, the next who comes by completes it")
  func killed() async throws {
    _ = try await scene.ask(device, .orderErasure(vault.id), order.encoded)
    let start = try await scene.dump()
    scene.clock.advance(days: 30)
    for count in 0..<12 {
      let store = MemoryStorage()
      for (key, bytes) in start { _ = await store.fill(key, bytes) }
      let dying = try ServerScene(
        storage: FaultyStorage(store, writes: count), clock: scene.clock)
      _ = try? await dying.service.sweep()
      let next = try ServerScene(storage: store, clock: scene.clock)
      try await next.service.sweep()
      #expect(try await frames(next) == expected, "killed after \(count) writes")
      let report = try await StoreCheck(storage: store).run()
      #expect(report.isClean && report.orphanSegments == 0, "killed after \(count) writes")
    }
  }
}

extension MemoryStorage {
  /// Without the wait of a test for what cannot fail.
  fileprivate func fill(_ key: ObjectKey, _ bytes: [UInt8]) -> Bool {
    (try? putIfAbsent(key, bytes)) != nil
  }
}

/// The same id that ``SampleVault/erasure(_:places:chunks:delayDays:)`` makes from a seed.
private func SeededID(_ seed: String) -> some RandomSource { SeededRandom(seed: seed) }
