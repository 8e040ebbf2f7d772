// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import Seal
import Sodium
import SyncClient
import SyncTestSupport
import TestSupport
import Testing
import TransparencyLog
import VaultKit

/// A server that lies about which boot records and logs there are (DESIGN §8).
@Suite("LyingServer: heads") struct LyingServerHeadTests {
  @Test("an old state served again, of everything, of one log, or of the boot records, is named")
  func setBack() async throws {
    let scene = try await LieScene().met()
    _ = try await scene.a.sync(over: scene.lying)
    _ = try await scene.a.add(.sample("Plus tard, de A"))
    for _ in 0..<2 { _ = try await scene.a.sync(over: scene.lying) }
    for lie in [Lie.oldState, .oldBoots, .oldHead(of: scene.logB), .oldHead(of: scene.logA)] {
      try await scene.expect(.copySetBack, lie)
    }
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test("a boot record that was just pushed and is not shown any more is named at once")
  func setBackAfterPush() async throws {
    let scene = try await LieScene()
    _ = try await scene.a.sync(over: scene.lying)
    _ = try await scene.a.revoke("\(scene.b.device)", recovery: scene.scene.copies.recovery)
    _ = try await scene.a.sync(over: scene.lying)
    try await scene.expect(.copySetBack, .withoutNewestBoot)
    try await scene.goesOn()
  }

  @Test("a log that was shown before and is withheld is named")
  func withheldLater() async throws {
    let scene = try await LieScene().met()
    _ = try await scene.a.sync(over: scene.lying)
    try await scene.expect(.copySetBack, .withholding(scene.logB))
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test("a log that was never shown is named once another device's statement names it")
  func withheld() async throws {
    let scene = try await LieScene()
    let (c, _) = try await scene.scene.join("c", over: scene.lying)
    _ = try await c.sync(over: scene.lying)
    let hidden = try await scene.scene.join("d", over: scene.lying).vault
    _ = try await hidden.add(.sample("De D"))
    _ = try await hidden.sync(over: scene.lying)
    _ = try await scene.a.sync(over: scene.lying)
    _ = try await scene.a.add(.sample("Après D"))
    _ = try await scene.a.sync(over: scene.lying)
    let log = try await hidden.ownLog()
    scene.lying.tell(.withholding(log))
    let report = try await c.sync(over: scene.lying)
    #expect(report.problems == [Problem(.serverWithheld, "\(log)")])
    #expect(try await c.titles().contains("Après D"), "the rest is here")
    #expect(try await c.damage() == [Problem(.rollback, "\(log)")])
    _ = try await c.add(.sample("De C"))
    let (e, joined) = try await scene.scene.join("e", over: scene.lying)
    #expect(joined.problems == [Problem(.serverWithheld, "\(log)")])
    scene.lying.tell(nil)
    for vault in [c, e] {
      #expect(try await vault.sync(over: scene.lying).problems == [])
      #expect(try await vault.titles().contains("De D"))
      #expect(try await vault.damage() == [])
    }
  }

  @Test("two devices that were shown different histories of one log find out")
  func splitView() async throws {
    let scene = try await LieScene()
    let other = await scene.scene.storage.copy()
    let second = LyingExchange(try SyncScene.server(over: other), over: other)
    let twin = scene.scene.test.folder.file("jumeau")
    let (c, _) = try await scene.scene.join("c", over: scene.lying)
    try FileManager.default.copyItem(atPath: scene.scene.test.folder.file("b"), toPath: twin)
    let key = try AttackedVault.unlockKey(of: twin)
    let b = try await LockedVault(twin, environment: TestVault.environment).unlock(unlockKey: key)
    // One history of B's log here, another one there.
    for number in 0..<4 { _ = try await scene.b.add(.sample("D'un côté \(number)")) }
    _ = try await b.add(.sample("De l'autre"))
    _ = try await scene.b.sync(over: scene.lying)
    _ = try await b.sync(over: second)
    _ = try await scene.a.sync(over: second)
    _ = try await scene.a.add(.sample("De A"))
    _ = try await scene.a.sync(over: scene.lying)
    _ = try await c.sync(over: scene.lying)
    let before = try await scene.a.titles()
    let report = try await scene.a.sync(over: scene.lying)
    #expect(report.problems.contains(Problem(.copyFork, "\(scene.logB)")), "\(report)")
    #expect(try await scene.a.titles() == before, "what was here stays")
    let found = try await c.sync(over: scene.lying)
    #expect(try await c.damage() == [Problem(.fork, "\(scene.logB)")], "\(found)")
    try await scene.goesOn()
  }

  @Test("another history of a log, no longer than the one that is here, is named")
  func shorterFork() async throws {
    let scene = try await LieScene()
    let other = await scene.scene.storage.copy()
    let second = LyingExchange(try SyncScene.server(over: other), over: other)
    let twin = scene.scene.test.folder.file("jumeau")
    try FileManager.default.copyItem(atPath: scene.scene.test.folder.file("b"), toPath: twin)
    let key = try AttackedVault.unlockKey(of: twin)
    let b = try await LockedVault(twin, environment: TestVault.environment).unlock(unlockKey: key)
    _ = try await scene.b.add(.sample("D'un côté"))
    for number in 0..<8 { _ = try await b.add(.sample("De l'autre \(number)")) }
    _ = try await scene.b.sync(over: scene.lying)
    _ = try await b.sync(over: second)
    _ = try await scene.a.sync(over: second)
    let before = try await scene.a.titles()
    let report = try await scene.a.sync(over: scene.lying)
    #expect(report.problems.contains(Problem(.copyFork, "\(scene.logB)")), "\(report)")
    #expect(report.pushed == 0, "nothing goes over another history")
    #expect(try await scene.a.titles() == before)
    try await scene.goesOn()
  }

  @Test("a head that its device did not sign for that log at that size is named, and not believed")
  func heads() async throws {
    let scene = try await LieScene()
    let foreign = try await LieScene()
    let forger = try SampleVault.key("forger")
    let signedByOther: @Sendable (RemoteHeads.Log) throws -> RemoteHeads.Log = { log in
      let checkpoint = try SignedCheckpoint(parsing: log.checkpoint).checkpoint
      let signed = try SignedCheckpoint.sign(
        checkpoint, by: NoteSigner(name: checkpoint.origin, key: forger))
      return log.with(checkpoint: signed.encoded)
    }
    let ofA = try headOfA(scene)
    let lies: [Lie] = [
      .head(of: scene.logB, "signature flipped") {
        $0.with(checkpoint: NoteLines.flipped($0.checkpoint, line: 4))
      },
      .head(of: scene.logB, "root flipped") {
        $0.with(checkpoint: NoteLines.flipped($0.checkpoint, line: 2))
      },
      .head(of: scene.logB, "another size") { $0.with(size: $0.size + 1) },
      .head(of: scene.logB, "another log's") {
        $0.with(size: ofA.size, checkpoint: ofA.checkpoint)
      },
      .head(of: scene.logB, "no note") { $0.with(checkpoint: Array("memo".utf8)) },
      .head(of: scene.logB, "signed by another key", signedByOther),
      .planting(try headOfA(foreign)),
    ]
    for lie in lies {
      scene.lying.tell(lie)
      let before = try await scene.a.titles()
      let report = try await scene.a.sync(over: scene.lying)
      #expect(scene.lying.takeTold() > 0)
      #expect(report.problems.contains { $0.code == .copyHead }, "\(lie.name): \(report)")
      #expect(
        try await scene.a.titles().isSubset(of: before.union(["De B"])), "\(lie.name)")
      if lie.name != "a planted log" { #expect(try await scene.a.titles() == before) }
      #expect(try await scene.a.damage() == [])
    }
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test("a log of a device that the root never certified is named, and nothing of it is taken")
  func uncertified() async throws {
    let scene = try await LieScene()
    _ = try await scene.a.sync(over: scene.lying)
    try await scene.expect(.copyHead, .ofStranger(in: scene.a.id))
    try await scene.goesOn()
    try await scene.settles()
  }

  @Test("a boot record that the root did not sign for this vault is named, and not believed")
  func boots() async throws {
    let scene = try await LieScene()
    _ = try await scene.a.sync(over: scene.lying)
    let other = try SampleVault("another")
    let forged = try Self.enrolling(other, into: scene.a.id)
    let foreign = try other.boot()
    // The newest one, said to be a later one; its signature is the old one's.
    let newest = try #require(
      try await scene.lying.storedBoots().max { $0.counter < $1.counter })
    let text = String(decoding: newest.signed.body, as: UTF8.self).replacing(
      "\"counter\":\(newest.counter)", with: "\"counter\":7")
    let altered = RootSigned(body: Array(text.utf8), signature: newest.signed.signature)
    for (boot, counter) in [(forged, Int64(2)), (foreign, 1), (altered, 7)] {
      try await scene.expect(.copyBootRecord, .planting(boot.encoded, as: boot.bootName(counter)))
    }
    // Right bytes under another name, bytes that are altered, and none at all.
    let name = BootName(counter: 7, hash: foreign.hash)
    try await scene.expect(.copyBootRecord, .planting([1, 2, 3], as: name))
    try await scene.goesOn()
    let (c, _) = try await scene.scene.join("c", over: scene.lying)
    _ = try await c.sync(over: scene.lying)
    try await scene.expect(.copyBootRecord, .bytes("altered", of: \.isBoot) { $0.dropLast() + [0] })
    try await scene.expect(.copyBootRecord, .bytes("withheld", of: \.isBoot) { _ in nil })
    try await scene.settles()
  }

  /// A boot record of a vault with a device that its root never saw.
  private static func enrolling(_ forger: SampleVault, into vault: VaultID) throws -> RootSigned {
    let body = try forger.boot(devices: ["first", "second"]).body
    let text = String(decoding: body, as: UTF8.self)
      .replacingOccurrences(of: forger.id.text, with: vault.text)
    let signature = try MinisignSignature.sign(
      message: Array(text.utf8), key: forger.root, keyID: vault.minisign.keyID,
      trustedComment: "memo v1", untrustedComment: "memo")
    return RootSigned(body: Array(text.utf8), signature: signature.encoded)
  }

  private func headOfA(_ scene: LieScene) throws -> RemoteHeads.Log {
    try #require(scene.lying.shownHead(of: scene.logA))
  }
}
