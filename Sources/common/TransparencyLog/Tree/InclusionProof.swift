// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// That a leaf stands at an index in a tree (RFC 6962 §2.1.1, verified as RFC 9162 §2.1.3.2).
public struct InclusionProof: Equatable, Sendable {
  public let index: UInt64
  public let size: UInt64
  /// From the leaf to the root.
  public let hashes: [SHA256Digest]

  public init(index: UInt64, size: UInt64, hashes: [SHA256Digest]) {
    self.index = index
    self.size = size
    self.hashes = hashes
  }

  /// - Throws: ``ProofError/malformed``, ``ProofError/wrongRoot``.
  public func verify(leaf: SHA256Digest, root: SHA256Digest) throws {
    guard index < size, hashes.count <= 64 else { throw ProofError.malformed }
    var (node, last) = (index, size - 1)
    var hash = leaf
    for sibling in hashes {
      guard last > 0 else { throw ProofError.malformed }
      if node & 1 == 1 || node == last {
        hash = MerkleTree.nodeHash(sibling, hash)
        while node & 1 == 0 && node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        hash = MerkleTree.nodeHash(hash, sibling)
      }
      node >>= 1
      last >>= 1
    }
    guard last == 0 else { throw ProofError.malformed }
    guard hash == root else { throw ProofError.wrongRoot }
  }
}
