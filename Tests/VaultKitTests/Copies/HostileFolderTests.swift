// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import Seal
import TestSupport
import Testing
import VaultKit

/// Someone who holds the folder and does what they like with it (Sync.md §3, §4).
@Suite("A hostile folder") struct HostileFolderTests {
  /// A vault with a later state than the folder's, so that whatever is refused would have been taken.
  private func scene() async throws -> (CopyScene, a: Vault, b: Vault) {
    let scene = try await CopyScene()
    let a = try await scene.open()
    _ = try await a.copy(to: scene.stick)
    let b = try await scene.join("b").vault
    _ = try await b.add(.sample("De B"))
    _ = try await b.copy(to: scene.stick)
    return (scene, a, b)
  }

  private func log(of vault: Vault) async throws -> String {
    let device = vault.device
    return "\(try #require(try await vault.heads().first { $0.device == device }?.log))"
  }

  /// Takes in and requires that this is named and that the vault is as it was.
  private func expect(
    _ code: Problem.Code, _ vault: Vault, _ scene: CopyScene,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try await vault.heads().map(\.root)
    let report = try await vault.takeIn(from: scene.stick)
    #expect(
      report.problems.contains { $0.code == code }, "\(report.problems)",
      sourceLocation: sourceLocation)
    #expect(try await vault.heads().map(\.root) == before, sourceLocation: sourceLocation)
    #expect(try await vault.check(deep: true).problems == [], sourceLocation: sourceLocation)
  }

  @Test(
    "segments truncated, reordered, spliced, swapped or dropped are named; nothing is taken of them"
  )
  func segments() async throws {
    let (scene, a, b) = try await scene()
    let own = try await "log/" + log(of: b)
    let segment = try #require(try scene.files(own).first { !$0.contains("head") })
    let bytes = try scene.read(segment)
    let parsed = try Segment(encoded: bytes)
    let reversed = try Segment(
      log: parsed.log, first: 0, frames: Array(parsed.frames.reversed())
    ).encoded
    let doubled = try Segment(
      log: parsed.log, first: 0,
      frames: Array(parsed.frames.dropLast()) + [parsed.frames[0]]
    ).encoded
    let other = try await "log/" + log(of: a)
    let swapped = try scene.read(
      try #require(try scene.files(other).first { !$0.contains("head") }))
    for hostile in [Array(bytes.dropLast(9)), [], reversed, doubled, swapped] {
      try scene.write(segment, hostile)
      try await expect(.copySegment, a, scene)
    }
    try scene.remove(segment)
    try await expect(.copySegment, a, scene)
    try scene.write(segment, bytes)
    #expect(try await a.takeIn(from: scene.stick).problems == [])
    #expect(try await a.titles().contains("De B"))
  }

  @Test("heads of another log, device or vault, and altered ones, are named and not believed")
  func heads() async throws {
    let (scene, a, b) = try await scene()
    let (of, other) = (try await "log/" + log(of: b), try await "log/" + log(of: a))
    let head = try #require(try scene.files(of).first { $0.contains("head") })
    let bytes = try scene.read(head)
    let foreign = try await CopyScene()
    _ = try await foreign.open().copy(to: foreign.stick)
    var flipped = bytes
    flipped[flipped.count - 10] ^= 1
    let hostile = try [
      scene.read(try #require(try scene.files(other).first { $0.contains("head") })),
      foreign.read(try #require(try foreign.files("log/").first { $0.contains("head") })),
      flipped, Array(bytes.prefix(20)), [],
    ]
    for bytes in hostile {
      try scene.write(head, bytes)
      try await expect(.copyHead, a, scene)
    }
  }

  @Test("a planted or flipped record becomes a hole that is named, and a better copy fills it")
  func records() async throws {
    let (scene, a, b) = try await scene()
    let segment = try #require(
      try await scene.files("log/" + log(of: b)).first { !$0.contains("head") })
    let bytes = try scene.read(segment)
    let parsed = try Segment(encoded: bytes)
    var frames = parsed.frames
    frames[0] = try Frame(leaf: frames[0].leaf, sealed: frames[1].sealed)
    try scene.write(segment, try Segment(log: parsed.log, first: 0, frames: frames).encoded)
    let report = try await a.takeIn(from: scene.stick)
    #expect(report.problems.map(\.code) == [.copyRecord])
    #expect(try await a.check().problems.map(\.code) == [.unauthorisedHole])
    #expect(try await a.titles().contains("De B"), "the rest is here")
    try scene.write(segment, bytes)
    #expect(try await a.takeIn(from: scene.stick).problems == [])
    #expect(try await a.check(deep: true).problems == [])
  }

  @Test("an old state of the folder put back is named, and mended")
  func setBack() async throws {
    let scene = try await CopyScene()
    let a = try await scene.open()
    _ = try await a.copy(to: scene.stick)
    let old = scene.test.folder.file("ancienne")
    try FileManager.default.copyItem(atPath: scene.stick, toPath: old)
    _ = try await a.add(.sample("Plus tard"))
    _ = try await a.copy(to: scene.stick)
    try FileManager.default.removeItem(atPath: scene.stick)
    try FileManager.default.copyItem(atPath: old, toPath: scene.stick)
    let report = try await a.copy(to: scene.stick)
    #expect(report.problems.map(\.code) == [.copySetBack] && report.objects == 2)
    #expect(try await a.copy(to: scene.stick).problems == [])
    #expect(try await scene.join("b").vault.titles().contains("Plus tard"))
  }

  @Test("a vault that was set back, or has a twin, writes nothing over what it does not know")
  func cloned() async throws {
    let scene = try await CopyScene()
    let twin = scene.test.folder.file("jumeau")
    try FileManager.default.copyItem(atPath: scene.test.path, toPath: twin)
    let a = try await scene.open()
    _ = try await a.add(.sample("D'un côté"))
    _ = try await a.copy(to: scene.stick)
    let files = try scene.files()
    let b = try await LockedVault(twin, environment: TestVault.environment)
      .unlock(unlockKey: scene.unlockKey)
    var report = try await b.copy(to: scene.stick)
    #expect(report.problems.map(\.code) == [.copyAhead])
    #expect(try scene.files() == files)
    for number in 0..<3 { _ = try await b.add(.sample("De l'autre \(number)")) }
    report = try await b.copy(to: scene.stick)
    #expect(report.problems.map(\.code) == [.copyFork])
    #expect(try scene.files() == files)
    // It goes on being read and written; what the other one wrote comes, and nothing of its own goes.
    #expect(try await b.takeIn(from: scene.stick).objects > 0)
    #expect(try await b.titles().count == 6)
    #expect(try await b.damage() == [])
  }

  @Test("two histories of another device's log: what is here stays, and it is named")
  func forked() async throws {
    let scene = try await CopyScene()
    let twin = scene.test.folder.file("jumeau")
    try FileManager.default.copyItem(atPath: scene.test.path, toPath: twin)
    let a = try await scene.open()
    _ = try await a.add(.sample("D'un côté"))
    _ = try await a.copy(to: scene.stick)
    let c = try await scene.join("c").vault
    let other = scene.test.folder.file("autre-cle")
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    let b = try await LockedVault(twin, environment: TestVault.environment)
      .unlock(unlockKey: scene.unlockKey)
    for number in 0..<4 { _ = try await b.add(.sample("De l'autre \(number)")) }
    _ = try await b.copy(to: other)
    let before = try await c.titles()
    let report = try await c.takeIn(from: other)
    #expect(report.problems.map(\.code) == [.copyFork])
    #expect(try await c.titles() == before)
    #expect(try await c.check(deep: true).problems == [])
    // A head alone does not tell a longer history from another one: nothing is written to that log either way.
    let log = try await "\(#require(c.heads().first { $0.device == a.device }?.log))"
    let logFiles = {
      try FileManager.default.subpathsOfDirectory(atPath: other).filter { $0.contains(log) }
    }
    let there = try logFiles()
    _ = try await c.copy(to: other)
    #expect(try logFiles() == there)
  }

  @Test(
    "a boot record that the root did not sign, or under another name, is named and not believed")
  func bootRecords() async throws {
    let (scene, a, _) = try await scene()
    let newest = try #require(try scene.files("boot/").last)
    let bytes = try scene.read(newest)
    var flipped = bytes
    flipped[bytes.count / 2] ^= 1
    let first = try scene.read(try #require(try scene.files("boot/").first))
    for hostile in [flipped, first, Array(bytes.dropLast()), []] {
      try scene.write(newest, hostile)
      try await expect(.copyBootRecord, a, scene)
    }
    // Of a device that no boot record certifies nothing is taken.
    try scene.remove(newest)
    try await expect(.copyHead, a, scene)
    // To a device that had seen it, a folder without it was set back.
    try scene.write(newest, bytes)
    #expect(try await a.takeIn(from: scene.stick).problems == [])
    _ = try await a.copy(to: scene.stick)
    try scene.remove(newest)
    let report = try await a.copy(to: scene.stick)
    #expect(report.problems.contains(Problem(.copySetBack, "boot")), "\(report.problems)")
    #expect(try scene.read(newest) == bytes)
  }

  @Test("joining with what is there: what is missing is named by join and by check, until it comes")
  func incomplete() async throws {
    let scene = try await CopyScene()
    let a = try await scene.open()
    _ = try await a.copy(to: scene.stick)
    _ = try await a.add(.sample("Plus tard"))
    _ = try await a.copy(to: scene.stick)
    let chunk = try #require(try scene.files("chunk/").first)
    let segment = try #require(try scene.files("log/").filter { !$0.contains("head") }.last)
    let (chunkBytes, segmentBytes) = (try scene.read(chunk), try scene.read(segment))
    try scene.remove(segment)
    var flipped = chunkBytes
    flipped[100] ^= 1
    try scene.write(chunk, flipped)
    let (b, report) = try await scene.join("b")
    #expect(Set(report.problems.map(\.code)) == [.copyChunk, .copySegment])
    #expect(try await b.titles() == ["Premier", "Deuxième"])
    #expect(try await Set(b.check().problems.map(\.code)) == [.chunkMissing, .rollback])
    try scene.write(chunk, chunkBytes)
    try scene.write(segment, segmentBytes)
    #expect(try await b.takeIn(from: scene.stick).problems == [])
    #expect(try await b.titles() == ["Premier", "Deuxième", "Plus tard"])
    #expect(try await b.check(deep: true).problems == [])
  }

  @Test("an old state of one log, given to a new device, is named by what another log saw of it")
  func oldState() async throws {
    let scene = try await CopyScene()
    let a = try await scene.open()
    _ = try await a.copy(to: scene.stick)
    let before = Set(try scene.files())
    _ = try await a.add(.sample("Plus tard"))
    _ = try await a.copy(to: scene.stick)
    let later = Set(try scene.files()).subtracting(before)
    _ = try await scene.join("b").vault.copy(to: scene.stick)
    for name in later { try scene.remove(name) }
    let c = try await scene.join("c").vault
    #expect(try await !c.titles().contains("Plus tard"))
    #expect(try await c.check().problems.map(\.code) == [.rollback])
  }

  @Test("without any boot record of the root nothing is made")
  func nothing() async throws {
    let scene = try await CopyScene()
    _ = try await scene.open().copy(to: scene.stick)
    for name in try scene.files("boot/") { try scene.write(name, [1, 2, 3]) }
    await #expect(throws: VaultError.folder(.unusable)) { _ = try await scene.join("b") }
    #expect(!FileManager.default.fileExists(atPath: scene.test.folder.file("b")))
  }

  @Test("a flipped byte, at a stride through every file: named, or without consequence")
  func flips() async throws {
    let (scene, a, b) = try await scene()
    let whole = try await b.titles()
    _ = try await a.copy(to: scene.stick)
    var flips = 0
    let step = LongTests.areWanted ? 101 : 2003
    for name in try scene.files() where name != "id" {
      let bytes = try scene.read(name)
      for place in stride(from: bytes.count * 7 / 11 % step, to: bytes.count, by: step) {
        var flipped = bytes
        flipped[place] ^= 0x10
        try scene.write(name, flipped)
        let number = flips
        do {
          let (vault, report) = try await scene.join("v\(number)")
          let (titles, check) = try await (vault.titles(), vault.check(deep: true))
          let isWhole = titles == whole && check.ok
          #expect(isWhole || !report.problems.isEmpty, "\(name) \(place)")
        } catch VaultError.folder(.unusable) {}
        flips += 1
      }
      try scene.write(name, bytes)
    }
    print("flipped \(flips) bytes of a copy")
    #expect(flips > 10)
  }
}
