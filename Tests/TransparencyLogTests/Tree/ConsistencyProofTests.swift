// SPDX-License-Identifier: Apache-2.0
import Hashing
import TestSupport
import Testing
import TransparencyLog

@Suite("Consistency proofs")
struct ConsistencyProofTests {
  private static let sizes = 1...70

  @Test("every beginning of every small tree is proved, and nothing else is", arguments: sizes)
  func all(size: Int) throws {
    let leaves = Leaves.make(size)
    let levels = MerkleLevels(leaves: leaves)
    let root = Leaves.definedRoot(leaves[...])
    for old in 1...size {
      let oldRoot = Leaves.definedRoot(leaves[..<old])
      let proof = try levels.consistencyProof(oldSize: UInt64(old))
      try proof.verify(oldRoot: oldRoot, newRoot: root)
      #expect(!accepts(proof, Leaves.altered(oldRoot), root))
      #expect(!accepts(proof, oldRoot, Leaves.altered(root, bit: 255)))
      #expect(old == size || !accepts(proof, root, oldRoot))
      let accepted = alterations(of: proof).filter { accepts($0, oldRoot, root) }
      #expect(accepted.isEmpty)
    }
    #expect(throws: MerkleError.outOfRange) { try levels.consistencyProof(oldSize: 0) }
    #expect(throws: MerkleError.outOfRange) {
      try levels.consistencyProof(oldSize: UInt64(size) + 1)
    }
  }

  private func accepts(_ proof: ConsistencyProof, _ old: SHA256Digest, _ new: SHA256Digest) -> Bool
  {
    (try? proof.verify(oldRoot: old, newRoot: new)) != nil
  }

  private func alterations(of proof: ConsistencyProof) -> [ConsistencyProof] {
    let (old, new, hashes) = (proof.oldSize, proof.newSize, proof.hashes)
    var lists = hashes.indices.flatMap { place in
      var changed = hashes
      changed[place] = Leaves.altered(hashes[place], bit: place * 7)
      var lost = hashes
      lost.remove(at: place)
      return [changed, lost]
    }
    lists += [hashes + [MerkleTree.emptyRoot], [MerkleTree.emptyRoot] + hashes]
    return lists.map { ConsistencyProof(oldSize: old, newSize: new, hashes: $0) }
      + [
        ConsistencyProof(oldSize: 0, newSize: new, hashes: hashes),
        ConsistencyProof(oldSize: new + 1, newSize: new, hashes: hashes),
        ConsistencyProof(oldSize: old, newSize: old - 1, hashes: hashes),
      ]
  }

  @Test("one proof made alone is the one made from levels")
  func single() throws {
    let leaves = Leaves.make(13)
    let proof = try ConsistencyProof.make(oldSize: 6, leaves: leaves)
    #expect(try proof == MerkleLevels(leaves: leaves).consistencyProof(oldSize: 6))
    #expect(throws: MerkleError.outOfRange) { try ConsistencyProof.make(oldSize: 1, leaves: []) }
  }

  @Test("two empty trees agree; from an empty tree to another nothing is proved")
  func empty() throws {
    let empty = MerkleTree.emptyRoot
    let root = Leaves.make(1)[0]
    try ConsistencyProof(oldSize: 0, newSize: 0, hashes: []).verify(oldRoot: empty, newRoot: empty)
    #expect(!accepts(ConsistencyProof(oldSize: 0, newSize: 0, hashes: []), root, root))
    #expect(!accepts(ConsistencyProof(oldSize: 0, newSize: 1, hashes: []), empty, root))
  }

  @Test("absurd sizes and lengths throw")
  func absurd() {
    let hash = SHA256.hash([7])
    let numbers: [UInt64] = [0, 1, 2, 3, 1 << 31, 1 << 62, 1 << 63 - 1, 1 << 63, .max - 1, .max]
    for old in numbers {
      for new in numbers {
        for count in [0, 1, 2, 31, 62, 63, 64, 65, 1000] where count > 0 || old != new || old == 0 {
          let hashes = Array(repeating: hash, count: count)
          #expect(
            !accepts(ConsistencyProof(oldSize: old, newSize: new, hashes: hashes), hash, hash))
        }
      }
    }
  }

  @Test("a proof from 2^62 to 2^63 leaves verifies")
  func huge() throws {
    let (old, sibling) = (SHA256.hash([1]), SHA256.hash([2]))
    let proof = ConsistencyProof(oldSize: 1 << 62, newSize: 1 << 63, hashes: [sibling])
    try proof.verify(oldRoot: old, newRoot: MerkleTree.nodeHash(old, sibling))
  }

  private struct Vector: Decodable {
    let size1: UInt64
    let size2: UInt64
    let root1: String
    let root2: String
    let proof: [String]?
    let wantErr: Bool

    /// Upstream keeps placeholders for roots where equal sizes make them irrelevant to it; they are
    /// no SHA-256 digests, so this tree cannot have them.
    var hasPlaceholderRoots: Bool {
      size1 == size2 && root1 == root2 && (try? VectorDigest.parse(root1)) == nil
    }
  }

  @Test("consistency vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func vectors() throws {
    let paths = try Vectors.files(below: "merkle/consistency").filter { $0.hasSuffix(".json") }
    for path in paths {
      let vector = try Vectors.decode(Vector.self, path)
      let isValid = (try? verify(vector)) != nil
      #expect(isValid == (!vector.wantErr && !vector.hasPlaceholderRoots), "\(path)")
    }
    print("merkle consistency vectors: \(paths.count)")
    #expect(!paths.isEmpty)
  }

  private func verify(_ vector: Vector) throws {
    let proof = ConsistencyProof(
      oldSize: vector.size1, newSize: vector.size2,
      hashes: try (vector.proof ?? []).map(VectorDigest.parse))
    try proof.verify(
      oldRoot: VectorDigest.parse(vector.root1), newRoot: VectorDigest.parse(vector.root2))
  }
}
