// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Remote
import SyncServer
import SyncTestSupport
import TestSupport
import Testing
import TransparencyLog

@Suite("Several servers over one store")
struct SeveralServersTests {
  @Test("devices push, orders fall due and readers read at once: nothing acknowledged is lost")
  func races() async throws {
    let store = MemoryStorage()
    let clock = FakeClock()
    let servers = try (0..<4).map { _ in try ServerScene(storage: store, clock: clock) }
    let (vault, device) = try await servers[0].makeVault()
    var log = try SampleLog(of: device)
    try log.add(200)
    _ = try await servers[0].push(log, from: 0, to: 20)
    let places = (0..<10).map { log.place(UInt64($0) * 2) }
    for (number, place) in places.enumerated() {
      let order = try vault.erasure("order \(number)", places: [place])
      let answer = try await servers[1].ask(device, .orderErasure(vault.id), order.encoded)
      #expect(answer.status == .created)
    }
    clock.advance(days: 30)
    let (final, all) = (log, servers)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await Self.push(final, all) }
      for server in all {
        group.addTask { try await server.service.sweep() }
        group.addTask { _ = try await server.ask(device, .heads(vault.id)) }
        group.addTask { try await Self.read(final, server) }
      }
      try await group.waitForAll()
    }
    let frames = try await Self.frames(of: final, servers[2])
    let erased = Set(places.map(\.sequence))
    #expect(frames.map(\.leaf) == final.frames.map(\.leaf))
    for (index, frame) in frames.enumerated() {
      #expect((frame.sealed == nil) == erased.contains(UInt64(index)))
    }
    let report = try await StoreCheck(
      storage: store, cosigner: servers[0].cosigner.verifier
    ).run()
    #expect(report.isClean, "\(report)")
    let list = try ErasureList(
      encoded: try await servers[3].ask(device, .erasures(vault.id)).body)
    #expect(list.items.count == 10 && list.items.allSatisfy { $0.state == .done })
  }

  /// A few leaves at a time, each by another server; what is refused as a conflict is read and tried again.
  private static func push(_ log: SampleLog, _ servers: [ServerScene]) async throws {
    let random = SeededRandom(seed: "push")
    var size: UInt64 = 20
    while size < log.size {
      let end = min(log.size, size + 1 + UInt64(random.number(below: 9)))
      let answer = try await random.pick(servers).push(log, from: size, to: end)
      if answer.status == .ok { size = try LogState(encoded: answer.body).size }
      #expect([nil, .conflict].contains(answer.problem))
    }
  }

  private static func read(_ log: SampleLog, _ server: ServerScene) async throws {
    for _ in 0..<20 { _ = try await frames(of: log, server) }
  }

  /// As a client reads: a segment that is gone was joined, and the state is read again.
  private static func frames(of log: SampleLog, _ server: ServerScene) async throws -> [Frame] {
    let vault = log.device.vault
    again: while true {
      let state = try LogState(
        encoded: try await server.ask(log.device, .log(vault, log.id, from: 0)).body)
      var frames: [Frame] = []
      for reference in state.segments {
        let answer = try await server.ask(
          log.device, .getBlob(vault, .segments, reference.id))
        if answer.problem == .notFound { continue again }
        frames += try Segment(encoded: answer.body).frames
      }
      #expect(UInt64(frames.count) == state.size)
      return frames
    }
  }
}
