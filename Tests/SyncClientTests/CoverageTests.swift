// SPDX-License-Identifier: Apache-2.0
import Hashing
import Remote
import Sodium
import SyncClient
import TestSupport
import Testing
import TransparencyLog

@Suite("What a folder covers, and how it stands to a vault") struct CoverageTests {
  private func segments(_ ranges: [Range<UInt64>]) -> Set<SegmentName> {
    Set(ranges.map { SegmentName(first: $0.lowerBound, end: $0.upperBound) })
  }

  @Test(
    "gaps are what no segment covers",
    arguments: [
      ([], [0..<10]), ([0..<10], []), ([0..<4, 6..<10], [4..<6]), ([2..<20], [0..<2]),
      ([0..<3, 1..<7, 2..<5], [7..<10]), ([30..<40], [0..<10]),
    ] as [([Range<UInt64>], [Range<UInt64>])])
  func gaps(_ there: [Range<UInt64>], _ gaps: [Range<UInt64>]) {
    #expect(Coverage(segments(there)).gaps(below: 10) == gaps)
  }

  @Test("a path has no gap, and against a count by hand on random segments")
  func paths() {
    var random = SmallRandom(seed: 7)
    for _ in 0..<500 {
      let ranges = (0..<Int.random(in: 0...6, using: &random)).map { _ -> Range<UInt64> in
        let first = UInt64.random(in: 0..<12, using: &random)
        return first..<first + UInt64.random(in: 1...5, using: &random)
      }
      let start = UInt64.random(in: 0..<10, using: &random)
      let path = Coverage(segments(ranges)).path(from: start, to: 12)
      var position = start
      for name in path {
        #expect(name.first <= position && name.end > position)
        position = name.end
      }
      var reachable = start
      while reachable < 12, ranges.contains(where: { $0.contains(reachable) }) { reachable += 1 }
      #expect(min(position, 12) == reachable)
      let covered = Set((0..<12).filter { place in ranges.contains { $0.contains(place) } })
      let gaps = Set(Coverage(segments(ranges)).gaps(below: 12).flatMap { Array($0) })
      #expect(gaps == Set(0..<12).subtracting(covered))
    }
  }

  @Test("longer, shorter and other histories are told apart")
  func comparison() throws {
    let vault = VaultID(root: try Ed25519.SigningKey(seed: secret(1)).publicKey)
    let key = try Ed25519.SigningKey(seed: secret(2))
    let random = SeededRandom(seed: "comparison")
    let origin = try Origin(
      vault: vault, device: DeviceID(random: random), log: LogID(random: random))
    func head(_ size: UInt64, _ root: UInt8) throws -> SignedHead {
      let checkpoint = try Checkpoint(
        origin: origin.description, size: size, root: SHA256.hash([root]))
      let signed = try SignedCheckpoint.sign(
        checkpoint, by: NoteSigner(name: origin.description, key: key))
      return try SignedHead(signed.encoded, of: origin, key: key.publicKey)
    }
    func compare(_ heads: [SignedHead], isOwn: Bool = true) -> LogComparison {
      LogComparison(heads: heads, size: 5, isOwn: isOwn) { SHA256.hash([UInt8($0)]) }
    }
    #expect(compare([]) == .behind)
    #expect(try compare([head(3, 3), head(5, 5)]) == .behind)
    #expect(try compare([head(3, 4)]) == .fork)
    #expect(try compare([head(3, 4), head(9, 9)]) == .fork)
    #expect(try compare([head(5, 5), head(9, 9)]) == .ahead)
    #expect(try compare([head(9, 9)], isOwn: false) == .further)
    #expect(LogComparison.behind.allowsPush && !LogComparison.ahead.allowsPush)
    let other = try Origin(vault: vault, device: origin.device, log: LogID(random: random))
    let encoded = try head(3, 3).encoded
    #expect(throws: NoteError.originMismatch) {
      try SignedHead(encoded, of: other, key: key.publicKey)
    }
    #expect(throws: (any Error).self) {
      try SignedHead(encoded, of: origin, key: vault.root)
    }
  }

  private func secret(_ byte: UInt8) throws -> SecretBytes {
    try SecretBytes(copying: [UInt8](repeating: byte, count: 32))
  }

  @Test("less than was seen before is named")
  func memory() throws {
    let random = SeededRandom(seed: "memory")
    let (a, b) = (try LogID(random: random), try LogID(random: random))
    let before = CopyMemory(heads: [a: 5, b: 7], counter: 2)
    #expect(before.setBack(CopyMemory(heads: [a: 5, b: 9])) == [])
    #expect(before.setBack(CopyMemory(heads: [a: 4, b: 7])) == [a])
    #expect(Set(before.setBack(CopyMemory())) == [a, b])
  }
}
