// SPDX-License-Identifier: Apache-2.0
import Hashing
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Inclusion proofs")
struct InclusionProofTests {
  private static let sizes = 1...70

  @Test("every leaf of every small tree is proved, and nothing else is", arguments: sizes)
  func all(size: Int) throws {
    let leaves = Leaves.make(size)
    let levels = MerkleLevels(leaves: leaves)
    let root = Leaves.definedRoot(leaves[...])
    for index in 0..<size {
      let proof = try levels.inclusionProof(index: UInt64(index))
      try proof.verify(leaf: leaves[index], root: root)
      #expect(!accepts(proof, leaf: Leaves.altered(leaves[index]), root: root))
      #expect(!accepts(proof, leaf: leaves[index], root: Leaves.altered(root, bit: 255)))
      let accepted = alterations(of: proof).filter { accepts($0, leaf: leaves[index], root: root) }
      #expect(accepted.isEmpty)
    }
    #expect(throws: MerkleError.outOfRange) { try levels.inclusionProof(index: UInt64(size)) }
    #expect(throws: MerkleError.outOfRange) { try levels.inclusionProof(index: .max) }
  }

  private func accepts(_ proof: InclusionProof, leaf: SHA256Digest, root: SHA256Digest) -> Bool {
    (try? proof.verify(leaf: leaf, root: root)) != nil
  }

  /// Another index, a hash changed, lost, added or moved. (Some other sizes have the same path.)
  private func alterations(of proof: InclusionProof) -> [InclusionProof] {
    let (index, size, hashes) = (proof.index, proof.size, proof.hashes)
    var lists = hashes.indices.flatMap { place in
      var changed = hashes
      changed[place] = Leaves.altered(hashes[place], bit: place * 7)
      var lost = hashes
      lost.remove(at: place)
      return [changed, lost]
    }
    lists += [hashes + [MerkleTree.emptyRoot], [MerkleTree.emptyRoot] + hashes]
    if hashes.count > 1 { lists.append(hashes.reversed()) }
    let indices = [index &+ 1, index &- 1, index ^ 2, size, .max].filter { $0 != index }
    return lists.map { InclusionProof(index: index, size: size, hashes: $0) }
      + indices.map { InclusionProof(index: $0, size: size, hashes: hashes) }
      + [InclusionProof(index: index, size: 0, hashes: hashes)]
  }

  @Test("one proof made alone is the one made from levels")
  func single() throws {
    let leaves = Leaves.make(13)
    let proof = try InclusionProof.make(index: 6, leaves: leaves)
    #expect(try proof == MerkleLevels(leaves: leaves).inclusionProof(index: 6))
    #expect(throws: MerkleError.outOfRange) { try InclusionProof.make(index: 0, leaves: []) }
  }

  @Test("absurd indices, sizes and lengths throw")
  func absurd() {
    let hash = MerkleTree.emptyRoot
    let numbers: [UInt64] = [0, 1, 2, 1 << 31, 1 << 62, 1 << 63 - 1, 1 << 63, .max - 1, .max]
    for index in numbers {
      for size in numbers {
        for count in [0, 1, 2, 31, 62, 63, 64, 65, 1000] where size != 1 || count > 0 {
          let hashes = Array(repeating: hash, count: count)
          #expect(
            !accepts(
              InclusionProof(index: index, size: size, hashes: hashes), leaf: hash, root: hash))
        }
      }
    }
  }

  @Test("a proof in a tree of 2^63 leaves verifies")
  func huge() throws {
    let (leaf, sibling) = (SHA256.hash([1]), SHA256.hash([2]))
    var root = leaf
    for _ in 0..<63 { root = MerkleTree.nodeHash(root, sibling) }
    let hashes = Array(repeating: sibling, count: 63)
    try InclusionProof(index: 0, size: 1 << 63, hashes: hashes).verify(leaf: leaf, root: root)
    #expect(
      !accepts(InclusionProof(index: 1, size: 1 << 63, hashes: hashes), leaf: leaf, root: root))
  }

  private struct Vector: Decodable {
    let leafIdx: UInt64
    let treeSize: UInt64
    let root: String
    let leafHash: String
    let proof: [String]?
    let wantErr: Bool
  }

  @Test("inclusion vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func vectors() throws {
    let paths = try Vectors.files(below: "merkle/inclusion").filter { $0.hasSuffix(".json") }
    for path in paths {
      let vector = try Vectors.decode(Vector.self, path)
      let isValid = (try? verify(vector)) != nil
      #expect(isValid == !vector.wantErr, "\(path)")
    }
    print("merkle inclusion vectors: \(paths.count)")
    #expect(!paths.isEmpty)
  }

  private func verify(_ vector: Vector) throws {
    let proof = InclusionProof(
      index: vector.leafIdx, size: vector.treeSize,
      hashes: try (vector.proof ?? []).map(VectorDigest.parse))
    try proof.verify(
      leaf: VectorDigest.parse(vector.leafHash), root: VectorDigest.parse(vector.root))
  }
}
