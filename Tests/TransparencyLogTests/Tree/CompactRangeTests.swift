// SPDX-License-Identifier: Apache-2.0
import Hashing
import TestSupport
import Testing
import TransparencyLog

@Suite("Compact range")
struct CompactRangeTests {
  @Test("encodes and decodes at every size")
  func roundTrip() throws {
    var range = CompactRange()
    for leaf in Leaves.make(70) {
      #expect(try CompactRange(encoded: range.encoded) == range)
      range.append(leaf)
    }
    #expect(range.encoded.prefix(8) == [70, 0, 0, 0, 0, 0, 0, 0])
    #expect(range.encoded.count == 8 + 32 * 3)
  }

  @Test("a decoded range grows on as the original")
  func resumes() throws {
    let leaves = Leaves.make(40)
    var range = CompactRange()
    for leaf in leaves[..<23] { range.append(leaf) }
    var resumed = try CompactRange(encoded: range.encoded)
    for leaf in leaves[23...] { resumed.append(leaf) }
    #expect(resumed.root == MerkleTree.root(ofLeaves: leaves))
  }

  @Test("refuses a count of hashes that is not the popcount of the size")
  func counts() {
    let hash = MerkleTree.emptyRoot
    #expect(throws: MerkleError.wrongHashCount) { try CompactRange(size: 3, hashes: [hash]) }
    #expect(throws: MerkleError.wrongHashCount) { try CompactRange(size: 0, hashes: [hash]) }
    #expect(throws: MerkleError.outOfRange) { try CompactRange(size: .max, hashes: []) }
  }

  @Test("takes a size of 2^63 and of 2^63 − 1, and appends to them")
  func largest() throws {
    let hash = MerkleTree.emptyRoot
    var top = try CompactRange(size: 1 << 63, hashes: [hash])
    top.append(hash)
    #expect(top.size == CompactRange.maximumSize + 1)
    var full = try CompactRange(size: 1 << 63 - 1, hashes: Array(repeating: hash, count: 63))
    full.append(hash)
    #expect(full.hashes.count == 1)
    #expect(try CompactRange(encoded: full.encoded) == full)
  }

  @Test("hostile bytes throw or decode to what they encode")
  func hostile() throws {
    var range = CompactRange()
    for leaf in Leaves.make(7) { range.append(leaf) }
    for bytes in Fuzzing.truncations(of: range.encoded) {
      #expect(throws: MerkleError.self) { try CompactRange(encoded: bytes) }
    }
    #expect(throws: MerkleError.malformedRange) { try CompactRange(encoded: range.encoded + [0]) }
    for bytes in Fuzzing.flips(of: range.encoded) + Fuzzing.noise("range") {
      if let range = try? CompactRange(encoded: bytes) { #expect(range.encoded == bytes) }
    }
  }
}
