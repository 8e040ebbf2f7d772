// SPDX-License-Identifier: Apache-2.0
import Hashing
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("RFC 6962 tree")
struct MerkleTreeTests {
  @Test("a leaf and a node of the same bytes hash differently")
  func prefixes() {
    let (left, right) = (SHA256.hash([1]), SHA256.hash([2]))
    #expect(MerkleTree.nodeHash(left, right) != MerkleTree.leafHash(left.bytes + right.bytes))
    #expect(MerkleTree.leafHash([]) == SHA256.hash([0]))
    #expect(MerkleTree.nodeHash(left, right) == SHA256.hash([1] + left.bytes + right.bytes))
  }

  @Test("range, levels and definition give the same root at every size")
  func roots() {
    let leaves = Leaves.make(131)
    var range = CompactRange()
    for count in 0...leaves.count {
      let expected = Leaves.definedRoot(leaves[..<count])
      #expect(range.root == expected)
      #expect(range.size == UInt64(count))
      #expect(range.hashes.count == count.nonzeroBitCount)
      #expect(MerkleTree.root(ofLeaves: Array(leaves[..<count])) == expected)
      #expect(MerkleLevels(leaves: Array(leaves[..<count])).root == expected)
      if count < leaves.count { range.append(leaves[count]) }
    }
  }

  private struct Roots: Decodable {
    let leaf_inputs_hex: [String]
    let root_by_size_hex: [String]
  }

  @Test(
    "RFC 6962 root vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func rootVectors() throws {
    let vectors = try Vectors.decode(Roots.self, "merkle/rfc6962_roots.json")
    let leaves = try vectors.leaf_inputs_hex.map { MerkleTree.leafHash(try Hex.decode($0)) }
    for (size, root) in vectors.root_by_size_hex.enumerated() {
      try #require(size <= leaves.count)
      #expect(Hex.encode(MerkleTree.root(ofLeaves: Array(leaves[..<size])).bytes) == root)
    }
    print("merkle root vectors: \(vectors.root_by_size_hex.count)")
    #expect(!vectors.root_by_size_hex.isEmpty)
  }
}
