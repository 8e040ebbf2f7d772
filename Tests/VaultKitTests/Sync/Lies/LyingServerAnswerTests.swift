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
import TransparencyLog
import VaultKit

/// A server whose answers are not those of the protocol, or not those that it can give (DESIGN §8).
@Suite("LyingServer: answers") struct LyingServerAnswerTests {
  @Test("a cosignature that is missing, altered, or by another key is named; the head is not kept")
  func cosignatures() async throws {
    let scene = try await LieScene()
    _ = try await scene.a.sync(over: scene.lying)
    let moved = try CosignatureSigner(name: "memo.example.org", key: SampleVault.key("moved"))
    let missing: @Sendable ([UInt8]) -> [UInt8] = { NoteLines.without($0, line: 5) }
    let altered: @Sendable ([UInt8]) -> [UInt8] = { NoteLines.flipped($0, line: 5) }
    let another: @Sendable ([UInt8]) throws -> [UInt8] = { note in
      let plain = try SignedCheckpoint(parsing: NoteLines.without(note, line: 5))
      return try plain.adding(moved.cosign(plain, at: 1_700_000_000)).encoded
    }
    let changes: [(Problem.Code, @Sendable ([UInt8]) throws -> [UInt8])] = [
      (.serverCosignature, missing), (.serverCosignature, altered), (.serverKey, another),
    ]
    for (code, change) in changes {
      // Where nothing is new, and where something was just appended.
      try await scene.expect(
        code, .head(of: scene.logA, "\(code)") { $0.with(checkpoint: try change($0.checkpoint)) })
      _ = try await scene.a.add(.sample("\(code)"))
      try await scene.expect(
        code, .appended("\(code)") { $0.with(checkpoint: try change($0.checkpoint)) })
    }
    let report = try await scene.a.sync(over: scene.lying)
    #expect(report.problems == [] && report.cosigned == 1)
    try await scene.goesOn()
  }

  @Test("an answer to an append that is another log's, another size's or older is named")
  func appended() async throws {
    let scene = try await LieScene()
    let old = try #require(scene.lying.shownHead(of: scene.logA)?.checkpoint)
    let lies: [Lie] = [
      .appended("older") { $0.with(size: $0.size - 1) },
      .appended("another head") { $0.with(checkpoint: old) },
      .appended("another device") { $0.with(device: scene.b.device) },
      .appended("altered") { $0.with(checkpoint: NoteLines.flipped($0.checkpoint, line: 4)) },
      .bytes("none", of: \.isAppend) { _ in Array("{}".utf8) },
    ]
    _ = try await scene.a.sync(over: scene.lying)
    for lie in lies {
      _ = try await scene.a.add(.sample(lie.name))
      try await scene.expect(.serverAnswer, lie)
      #expect(try await scene.a.sync(over: scene.lying).problems == [])
    }
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test("a server that says it has what it has not, or lacks what was never there, takes no head")
  func missing() async throws {
    let scene = try await LieScene()
    _ = try await scene.a.sync(over: scene.lying)
    let piece = try scene.scene.test.folder.write("a.jpg", SeededRandom(seed: "a").bytes(9_000))
    _ = try await scene.a.add([
      NewEntry(.sample("Nouveau"), pieces: [AttachRequest(path: piece)])
    ])
    try await scene.expect(.serverRefused, .missing("nothing", []))
    let invented = (0..<50).map { ChunkID(ofSealed: [UInt8($0)]) }
    scene.lying.tell(.missing("invented", invented))
    let report = try await scene.a.sync(over: scene.lying)
    #expect(!report.problems.contains { $0.code == .chunkMissing }, "\(report)")
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test("what is not an answer of the protocol is named")
  func malformed() async throws {
    let scene = try await LieScene()
    let many = Array("{\"boots\":[\(String(repeating: "\"a\",", count: 20_000))\"a\"]}".utf8)
    let changes: [@Sendable ([UInt8]) -> [UInt8]] = [
      {
        Array(
          String(decoding: $0, as: UTF8.self).replacing(
            "{\"boots\"", with: "{\"boots\":[],\"boots\""
          ).utf8)
      },
      {
        Array(String(decoding: $0, as: UTF8.self).replacing("\"time\":", with: "\"time\": ").utf8)
      },
      { $0.dropLast() }, { $0 + $0 }, { _ in [] }, { _ in many },
      { _ in Array(repeating: 0x20, count: Wire.jsonLimit + 1) },
      { _ in Array("<html>Portail</html>".utf8) },
      { _ in Array("{\"ids\":[],\"version\":1}".utf8) },
      {
        Array(
          String(decoding: $0, as: UTF8.self).replacing("\"version\":1", with: "\"version\":2").utf8
        )
      },
    ]
    for (number, change) in changes.enumerated() {
      try await scene.expect(
        .serverAnswer, .bytes("heads \(number)", of: \.isHeads, { change($0) }))
    }
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test(
    "refusals that are not true stop nothing but the synchronisation, and say nothing about the vault",
    arguments: [
      ProblemDocument.Code.revoked, .unknownDevice, .clock, .quota, .badSignature, .noVault,
    ])
  func refusals(_ code: ProblemDocument.Code) async throws {
    let scene = try await LieScene()
    for time: UInt64 in [0, 1, 99_999_999_999] {
      let before = try await VaultState(scene.a)
      scene.lying.tell(.refusing(code, time: time))
      let report = try await scene.a.sync(over: scene.lying)
      #expect(report.surrender == .refused(code))
      #expect(report.problems == [], "\(report)")
      #expect(try await VaultState(scene.a) == before)
    }
    scene.lying.tell(nil)
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test("a refusal of an append is named")
  func refusedAppend() async throws {
    let scene = try await LieScene()
    _ = try await scene.a.sync(over: scene.lying)
    _ = try await scene.a.add(.sample("Nouveau"))
    for (code, problem) in [
      (ProblemDocument.Code.conflict, Problem.Code.serverRefused), (.fork, .copyFork),
      (.refused, .serverRefused), (.notYours, .serverRefused),
    ] {
      try await scene.expect(problem, .refusing(code, \.isAppend))
    }
    try await scene.goesOn()
    try await scene.settles()
  }
}
