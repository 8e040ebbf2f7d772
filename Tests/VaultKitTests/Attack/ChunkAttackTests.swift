// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Evidence
import Foundation
import GRDB
import TestSupport
import Testing
import VaultKit

/// Chunk files and rows swapped, cut, spliced and lied about: check names it, the piece is not given, and
/// nothing is left where it was to be saved.
@Suite struct ChunkAttackTests {
  /// A vault with two pieces of three chunks each.
  private let test: TestVault
  private let vault: Vault
  private let entry: String
  /// The files of each piece's chunks; the two whole ones first.
  private let pieces: [[String]]

  init() async throws {
    test = try TestVault()
    vault = try await test.create()
    entry = "\(try await vault.add(.sample("Deux pièces")))"
    var seen: Set<String> = []
    var pieces: [[String]] = []
    for name in ["a.bin", "b.bin"] {
      let path = try test.folder.write(name, SeededRandom(seed: name).bytes(2_500_000))
      _ = try await vault.attach([AttachRequest(path: path)], to: entry)
      let files = try Self.files(test.path)
      pieces.append(
        try files.filter { !seen.contains($0) }.sorted { try Self.size($0) > Self.size($1) })
      seen.formUnion(files)
    }
    self.pieces = pieces
  }

  private static func files(_ path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path + "/chunks")
      .map { path + "/chunks/" + $0 }.filter { !Files.isFolder($0) }.sorted()
  }

  private static func size(_ path: String) throws -> Int {
    try Files.read(path, limit: 1 << 21).count
  }

  private func bytes(_ path: String) throws -> [UInt8] { try Files.read(path, limit: 1 << 21) }

  private func put(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// What the deep check names; the first piece must not be given.
  private func expect(_ codes: Set<Problem.Code>) async throws {
    let report = try await vault.check(deep: true)
    #expect(Set(report.problems.map(\.code)) == codes)
    await #expect(throws: VaultError.self) {
      try await vault.save("a.bin", of: entry, to: test.folder.file("out"))
    }
    #expect(!FileManager.default.fileExists(atPath: test.folder.file("out")))
    await #expect(throws: VaultError.self) {
      try await Recipient.dossier(of: vault, at: test.folder.file("dossier"))
    }
    #expect(!FileManager.default.fileExists(atPath: test.folder.file("dossier")))
  }

  @Test("two chunks of one piece exchanged")
  func exchanged() async throws {
    let (one, other) = (try bytes(pieces[0][0]), try bytes(pieces[0][1]))
    try put(other, pieces[0][0])
    try put(one, pieces[0][1])
    try await expect([.chunkDamaged, .pieceDamaged])
  }

  @Test("a chunk of another piece in the place of one's own")
  func spliced() async throws {
    try put(bytes(pieces[1][0]), pieces[0][0])
    try await expect([.chunkDamaged, .pieceDamaged])
  }

  @Test("a chunk cut short, emptied or made longer", arguments: [0, 15, 16, 1000, -1])
  func truncated(count: Int) async throws {
    let whole = try bytes(pieces[0][2])
    try put(count < 0 ? whole + [0] : Array(whole.prefix(count)), pieces[0][2])
    try await expect([.chunkDamaged, .pieceDamaged])
    #expect(Set(try await vault.check().problems.map(\.code)) == [.chunkDamaged])
  }

  @Test("the last chunk taken away, with and without its row")
  func taken() async throws {
    try Files.remove(pieces[0][2])
    try await expect([.chunkMissing, .pieceDamaged])
    try sql("DELETE FROM chunk WHERE size < 1000000")
    try await expect([.chunkUnlisted, .pieceDamaged])
  }

  @Test("rows that lie about sizes, name other chunks or are gone, beside files that are whole")
  func rows() async throws {
    try sql("UPDATE chunk SET size = size + 1")
    #expect(Set(try await vault.check().problems.map(\.code)) == [.chunkDamaged])
    try sql("UPDATE chunk SET size = -1")
    #expect(Set(try await vault.check().problems.map(\.code)) == [.database])
    try sql("UPDATE chunk SET id = randomblob(32), size = 0")
    let named: Set<Problem.Code> = [.chunkMissing, .chunkUnlisted]
    #expect(Set(try await vault.check(deep: true).problems.map(\.code)) == named)
    try sql("DELETE FROM chunk")
    #expect(Set(try await vault.check(deep: true).problems.map(\.code)) == [.chunkUnlisted])
    _ = try await vault.save("a.bin", of: entry, to: test.folder.file("out"))
    #expect(try test.folder.read("out") == SeededRandom(seed: "a.bin").bytes(2_500_000))
  }

  @Test("repair moves what is altered aside, deletes nothing, and leaves what cannot be judged")
  func repair() async throws {
    let whole = try bytes(pieces[0][0])
    try put(whole.reversed(), pieces[0][0])
    let report = try await vault.check(repair: true)
    #expect(report.quarantined == 1 && !report.ok)
    let name = Files.name(of: pieces[0][0])
    #expect(try bytes(test.path + "/quarantine/" + name) == whole.reversed())
    #expect(try await vault.check(repair: true).quarantined == 0)
    try put(whole, pieces[0][0])
    #expect(try await vault.check(deep: true).ok)
  }

  @Test("a link, a folder or a pipe in the place of a chunk is not followed")
  func links() async throws {
    let path = pieces[0][0]
    let aside = try test.folder.write("aside", bytes(path))
    try Files.remove(path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: aside)
    try await expect([.chunkMissing, .pieceDamaged])
    try Files.remove(path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try await expect([.chunkMissing, .pieceDamaged])
    try FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    try await expect([.chunkMissing, .pieceDamaged])
  }

  private func sql(_ sql: String) throws {
    try DatabaseQueue(path: test.path + "/vault.sqlite").write { try $0.execute(sql: sql) }
  }
}
