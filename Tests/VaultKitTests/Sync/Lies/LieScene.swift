// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import SyncClient
import SyncServer
import SyncTestSupport
import TestSupport
import Testing
import TransparencyLog
import VaultKit

/// Two devices and a server that can lie. The second one wrote and pushed what the first one does not have yet, so
/// that whatever is refused would have been taken.
struct LieScene {
  let scene: SyncScene
  let lying: LyingExchange
  let a: Vault
  let b: Vault
  let logA: LogID
  let logB: LogID

  init() async throws {
    scene = try await SyncScene()
    lying = LyingExchange(scene.server, over: scene.storage)
    a = try await scene.copies.open()
    try await a.link(to: ServerAddress(SyncScene.address), over: lying)
    _ = try await a.sync(over: lying)
    b = try await scene.join("b", over: lying).vault
    _ = try await b.add(.sample("De B"))
    _ = try await b.sync(over: lying, wantsPieces: true)
    logA = try await a.ownLog()
    logB = try await b.ownLog()
  }

  /// Both know everything; then the second one goes on.
  func met() async throws -> LieScene {
    _ = try await a.sync(over: lying)
    // More than one frame, so that there is an order.
    for number in 0..<2 { _ = try await b.add(.sample("Plus tard, de B \(number)")) }
    _ = try await b.sync(over: lying)
    return self
  }

  /// The first device is told a lie: it names it, and everything is as it was, and goes on.
  func expect(
    _ code: Problem.Code, _ lie: Lie, wantsPieces: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try await VaultState(a)
    lying.tell(lie)
    let report = try await a.sync(over: lying, wantsPieces: wantsPieces)
    #expect(lying.takeTold() > 0, "\(lie.name) was told", sourceLocation: sourceLocation)
    #expect(
      report.problems.contains { $0.code == code }, "\(lie.name): \(report)",
      sourceLocation: sourceLocation)
    #expect(
      try await VaultState(a) == before, "\(lie.name) changed nothing",
      sourceLocation: sourceLocation)
    lying.tell(nil)
  }

  /// Logging, reading and exporting go on, whatever the server does.
  func goesOn(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let title = "Malgré tout \(try await a.list().count)"
    _ = try await a.add(.sample(title))
    #expect(try await a.titles().contains(title), sourceLocation: sourceLocation)
    #expect(
      try await a.check(deep: true).problems.filter { $0.code != .chunkMissing } == [],
      sourceLocation: sourceLocation)
    let path = scene.test.folder.file("dossier \(title).tar.age")
    let dossier = try await Recipient.dossier(of: a, at: path)
    #expect(
      try await dossier.entries == a.list().count && dossier.problems == [],
      sourceLocation: sourceLocation)
  }

  /// An honest server again: everything is taken, and both have the same.
  func settles(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    lying.tell(nil)
    for _ in 0..<2 { for vault in [a, b] { _ = try await vault.sync(over: lying) } }
    let last = try await a.sync(over: lying)
    #expect(last.problems == [] && last.surrender == nil, sourceLocation: sourceLocation)
    #expect(try await a.titles() == b.titles(), sourceLocation: sourceLocation)
    #expect(try await a.titles().contains("De B"), sourceLocation: sourceLocation)
    for vault in [a, b] { #expect(try await vault.damage() == [], sourceLocation: sourceLocation) }
  }
}

/// What must not change: every place of every log, and what is read.
struct VaultState: Equatable {
  let places: [String]
  let titles: Set<String>
  let contacts: Int
  let problems: [Problem]

  init(_ vault: Vault) async throws {
    places = try await vault.history(includingBlanks: true).items.map {
      "\($0.log) \($0.sequence) \($0.leaf) \($0.isQuarantined) \($0.isUnreadable)"
    }
    titles = try await vault.titles()
    contacts = try await vault.contacts().count
    problems = try await vault.damage()
  }
}

extension Vault {
  func ownLog() throws -> LogID {
    let device = self.device
    return try #require(try heads().first { $0.device == device }?.log)
  }
}

/// A note taken apart into its lines: three of the head, an empty one, the device's signature, the server's.
enum NoteLines {
  static func of(_ note: [UInt8]) -> [String] {
    String(decoding: note, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  static func joined(_ lines: [String]) -> [UInt8] { Array(lines.joined(separator: "\n").utf8) }

  /// Another character near the end of a line.
  static func flipped(_ note: [UInt8], line: Int) -> [UInt8] {
    var lines = of(note)
    var text = Array(lines[line])
    text[text.count - 10] = text[text.count - 10] == "A" ? "B" : "A"
    lines[line] = String(text)
    return joined(lines)
  }

  static func without(_ note: [UInt8], line: Int) -> [UInt8] {
    var lines = of(note)
    lines.remove(at: line)
    return joined(lines)
  }
}
