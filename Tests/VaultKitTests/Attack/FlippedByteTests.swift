// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Foundation
import TestSupport
import Testing
import VaultKit

/// Every byte of a vault altered in turn: named, or without any effect; never a wrong answer.
@Suite struct FlippedByteTests {
  /// All bits of one byte, or one of them.
  struct Flip: CustomStringConvertible {
    let file: String
    let place: Int
    let mask: UInt8
    var description: String { "\(file)+\(place)^\(mask)" }

    /// In the long form every byte; else some, among them the file header and the beginnings of SQLite's
    /// pages. All its bits and one of them, by turns.
    static func all(of file: String, count: Int, in kind: AttackedVault.Kind) -> [Flip] {
      let isDatabase = file == "vault.sqlite"
      var places = Set(LongTests.places(below: count, oneIn: isDatabase ? 701 : 1999))
      if isDatabase {
        if kind == .young { places.formUnion(0..<100) }
        for page in stride(from: 0, to: count, by: 4096) { places.formUnion(page..<page + 8) }
      }
      return places.sorted().map { place in
        let bit = UInt8(1) << UInt8(place * 5 % 8)
        return Flip(file: file, place: place, mask: place.isMultiple(of: 2) ? 0xFF : bit)
      }
    }
  }

  @Test(
    "a flipped byte is named or changes nothing",
    arguments: [AttackedVault.Kind.young, .recovered], [0, 1])
  func flipped(kind: AttackedVault.Kind, half: Int) async throws {
    let copy = try await AttackedVault.made(kind).copy()
    var found: [String: Int] = [:]
    // The chunks are the same in both.
    for file in try copy.files where kind == .young || !file.hasPrefix("chunks") {
      let path = copy.path + "/" + file
      let original = try Files.read(path, limit: 1 << 24)
      let flips = Flip.all(of: file, count: original.count, in: kind)
      for (index, flip) in flips.enumerated() where index % 2 == half {
        var bytes = original
        bytes[flip.place] ^= flip.mask
        try Self.put(bytes, at: path)
        let verdict = await Verdict.of(copy)
        if !verdict.isHeld { Issue.record("\(flip): \(verdict)") }
        found[Self.name(verdict), default: 0] += 1
        try Self.clear(copy)
      }
      try Self.put(original, at: path)
    }
    print("flipped bytes, \(kind), half \(half):", found.sorted { $0.key < $1.key })
    #expect(await Verdict.of(copy) == .harmless)
  }

  private static func name(_ verdict: Verdict) -> String {
    switch verdict {
    case .refused: "refused"
    case .named: "named"
    case .harmless: "harmless"
    case .failed: "FAILED"
    }
  }

  /// In place, as damage comes: a new file would have another inode, nothing more.
  private static func put(_ bytes: [UInt8], at path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// What SQLite may have made of a damaged header.
  private static func clear(_ copy: AttackedVault.Copy) throws {
    for suffix in ["-journal", "-wal", "-shm"] { try Files.remove(copy.database + suffix) }
  }
}
