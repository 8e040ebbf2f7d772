// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import SyncClient
import SyncServer
import SyncTestSupport
import TestSupport
import Testing
import VaultKit

/// A server that lies about what logs and pieces are made of (DESIGN §8).
@Suite("LyingServer: logs") struct LyingServerLogTests {
  @Test("frames reordered, dropped, doubled, spliced or cut lead to no head: nothing is taken")
  func frames() async throws {
    let scene = try await LieScene()
    try await refusesFrames(scene)
    // The same where the log is known already, and only goes on.
    _ = try await scene.met()
    try await refusesFrames(scene)
    try await scene.goesOn()
    try await scene.settles()
  }

  private func refusesFrames(_ scene: LieScene) async throws {
    let log = scene.logB
    let lies: [Lie] = [
      .frames(of: log, "reordered") { Array($0.reversed()) },
      .frames(of: log, "two swapped") { $0.dropLast(2) + $0.suffix(2).reversed() },
      .frames(of: log, "one dropped") { $0.dropLast(2) + $0.suffix(1) },
      .frames(of: log, "cut") { Array($0.dropLast()) },
      .frames(of: log, "one doubled") { $0.dropLast() + $0.suffix(2) },
      .frames(of: log, "spliced") { $0.dropLast() + [$0[0]] },
    ]
    for lie in lies { try await scene.expect(.copySegment, lie) }
  }

  @Test("a segment under another's name, of another log, altered, cut or withheld is named")
  func segments() async throws {
    let scene = try await LieScene()
    let ofA = try await scene.segments(of: scene.logA)
    let log = scene.logB
    let lies: [Lie] = [
      .segments(of: log, "of another log") { segments in
        zip(segments, ofA).map { ($0.name, $1.encoded) }
      },
      .segments(of: log, "another name") { segments in
        segments.map { (SegmentName(first: $0.first + 1, end: $0.end + 1), $0.encoded) }
      },
      .segments(of: log, "altered") { segments in
        segments.map { ($0.name, $0.encoded.dropLast() + [0]) }
      },
      .segments(of: log, "not one") { segments in segments.map { ($0.name, [1, 2, 3]) } },
      .segments(of: log, "none") { _ in [] },
      .bytes("other bytes", of: { $0.isBlob(.segments) }) {
        $0.dropLast() + [$0[$0.count - 1] ^ 1]
      },
      .bytes("cut", of: { $0.isBlob(.segments) }) { $0.dropLast(9) },
      .bytes("withheld", of: { $0.isBlob(.segments) }) { _ in nil },
      .bytes("too long", of: { $0.isBlob(.segments) }) { _ in Array(repeating: 1, count: 5 << 20) },
    ]
    for lie in lies {
      // "altered" leaves the leaves: it is a record that does not open.
      if lie.name != "altered" { try await scene.expect(.copySegment, lie) }
    }
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test("a larger head without its frames is named; what leads to an earlier head is taken")
  func withoutFrames() async throws {
    let scene = try await LieScene().met()
    _ = try await scene.b.sync(over: scene.lying)
    try await scene.expect(
      .copySegment, .state(of: scene.logB, "no frames") { $0.with(segments: []) })
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test(
    "a record exchanged, altered, of another log or of another vault becomes a hole that is named, and an honest answer fills it"
  )
  func records() async throws {
    let foreign = try await LieScene()
    let planted = try await foreign.segments(of: foreign.logB).flatMap(\.frames)
    for kind in ["exchanged", "another vault's", "another log's", "altered", "hole"] {
      let scene = try await LieScene()
      let ofA = try await scene.segments(of: scene.logA).flatMap(\.frames)
      scene.lying.tell(
        .frames(of: scene.logB, kind) { frames in
          // The entry, which says the most.
          var frames = frames
          let sealed: [UInt8]? =
            switch kind {
            case "exchanged": frames[0].sealed
            case "another vault's": planted[2].sealed
            case "another log's": ofA[2].sealed
            case "altered": (frames[2].sealed ?? []).dropLast() + [0]
            default: nil
            }
          frames[2] = try Frame(leaf: frames[2].leaf, sealed: sealed)
          return frames
        })
      let before = try await scene.a.titles()
      let report = try await scene.a.sync(over: scene.lying)
      let place = "\(scene.logB)/2"
      let expected = Problem(kind == "hole" ? .unauthorisedHole : .copyRecord, place)
      #expect(report.problems.contains(expected), "\(kind): \(report)")
      #expect(try await scene.a.titles().isSuperset(of: before))
      #expect(try await scene.a.check().problems == [Problem(.unauthorisedHole, place)])
      _ = try await scene.a.add(.sample("Malgré tout"))
      // An honest server again: what is missing is asked for, and comes.
      scene.lying.tell(nil)
      _ = try await scene.a.sync(over: scene.lying)
      #expect(try await scene.a.check(deep: true).problems == [], "\(kind)")
      try await scene.settles()
    }
  }

  @Test("a log's state of another size, or of another place, is named")
  func states() async throws {
    let scene = try await LieScene()
    let checkpoint = try #require(scene.lying.shownHead(of: scene.logA)?.checkpoint)
    let lies: [(Problem.Code, Lie)] = [
      (.copyHead, .state(of: scene.logB, "another size") { $0.with(size: $0.size + 1) }),
      (.serverAnswer, .state(of: scene.logB, "a smaller size") { $0.with(size: $0.size - 1) }),
      (.serverAnswer, .state(of: scene.logB, "another head") { $0.with(checkpoint: checkpoint) }),
      (.serverAnswer, .state(of: scene.logB, "another device") { $0.with(device: scene.a.device) }),
    ]
    for (code, lie) in lies {
      scene.lying.tell(lie)
      let report = try await scene.a.sync(over: scene.lying)
      #expect(report.problems.contains { $0.code == code }, "\(lie.name): \(report)")
      #expect(try await scene.a.damage() == [])
      _ = try await scene.b.add(.sample("Encore"))
      _ = try await scene.b.sync(over: scene.lying)
    }
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test("a chunk altered, cut, exchanged or withheld is named, and comes once the server is honest")
  func chunks() async throws {
    let scene = try await LieScene()
    let piece = try scene.scene.test.folder.write("b.jpg", SeededRandom(seed: "b").bytes(50_000))
    _ = try await scene.b.add([
      NewEntry(.sample("Avec pièce"), pieces: [AttachRequest(path: piece)])
    ])
    _ = try await scene.b.sync(over: scene.lying)
    _ = try await scene.a.sync(over: scene.lying)
    let lies: [Lie] = [
      .bytes("altered", of: { $0.isBlob(.chunks) }) { $0.dropLast() + [$0[$0.count - 1] ^ 1] },
      .bytes("cut", of: { $0.isBlob(.chunks) }) { $0.dropLast() },
      .bytes("exchanged", of: { $0.isBlob(.chunks) }) { _ in Array(repeating: 7, count: 100) },
      .bytes("withheld", of: { $0.isBlob(.chunks) }) { _ in nil },
      .bytes("too long", of: { $0.isBlob(.chunks) }) { $0 + Array(repeating: 7, count: 2 << 20) },
    ]
    for lie in lies { try await scene.expect(.copyChunk, lie, wantsPieces: true) }
    #expect(try await scene.a.sync(over: scene.lying, wantsPieces: true).problems == [])
    #expect(try await scene.a.check(deep: true).problems == [])
    try await scene.goesOn()
  }

  @Test(
    "a device whose log has another, longer history there loses nothing of its own, however late the frames come"
  )
  func longerFork() async throws {
    let scene = try await LieScene()
    let twin = scene.scene.test.folder.file("jumeau")
    try FileManager.default.copyItem(atPath: scene.scene.test.folder.file("b"), toPath: twin)
    let key = try AttackedVault.unlockKey(of: twin)
    for number in 0..<4 { _ = try await scene.b.add(.sample("D'un côté \(number)")) }
    _ = try await scene.b.sync(over: scene.lying)
    let old = try await LockedVault(twin, environment: TestVault.environment).unlock(unlockKey: key)
    _ = try await old.add(.sample("De l'autre"))
    scene.lying.tell(.bytes("withheld", of: { $0.isBlob(.segments) }) { _ in nil })
    for _ in 0..<2 {
      let report = try await old.sync(over: scene.lying)
      #expect(report.problems.contains(Problem(.copyAhead, "\(scene.logB)")), "\(report)")
    }
    // Nothing comes from before the place that was asked for.
    scene.lying.tell(.cut(scene.logB))
    let report = try await old.sync(over: scene.lying)
    scene.lying.tell(nil)
    #expect(report.problems.contains(Problem(.copyFork, "\(scene.logB)")), "\(report)")
    #expect(try await old.sync(over: scene.lying).problems == [])
    _ = try await scene.a.sync(over: scene.lying)
    #expect(try await scene.a.titles().isSuperset(of: ["De l'autre", "D'un côté 3", "De B"]))
    for vault in [scene.a, old] { #expect(try await vault.damage() == []) }
  }

  @Test("what a revoked device goes on writing, and the server goes on serving, is set apart")
  func revoked() async throws {
    let scene = try await LieScene().met()
    _ = try await scene.a.sync(over: scene.lying)
    let careless = await scene.scene.storage.copy()
    let second = LyingExchange(try SyncScene.server(over: careless), over: careless)
    _ = try await scene.a.revoke("\(scene.b.device)", recovery: scene.scene.copies.recovery)
    let titles = try await scene.a.titles()
    // It knows the epoch that was open, and does not know that it is revoked.
    _ = try await scene.b.add(.sample("Après la révocation"))
    _ = try await scene.b.sync(over: second)
    let report = try await scene.a.sync(over: second)
    #expect(try await scene.a.titles() == titles, "\(report)")
    let check = try await scene.a.check(deep: true)
    #expect(check.problems == [] && check.setApart > 0)
    #expect(try await scene.a.history().items.contains { $0.isQuarantined })
    try await scene.goesOn()
  }
}

extension LieScene {
  /// The segments that the store has of a log.
  func segments(of log: LogID) async throws -> [Segment] {
    try await scene.storage.list(prefix: "vault/", after: nil, limit: .max)
      .filter { $0.key.description.contains("/segments/") }
      .asyncMap { try await scene.storage.get($0.key).map { try Segment(encoded: $0.bytes) } }
      .compactMap(\.self).filter { $0.log == log }.sorted { $0.first < $1.first }
  }
}

extension Sequence {
  fileprivate func asyncMap<Result>(_ body: (Element) async throws -> Result) async rethrows
    -> [Result]
  {
    var results: [Result] = []
    for element in self { results.append(try await body(element)) }
    return results
  }
}
