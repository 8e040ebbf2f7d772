// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// A proof that a leaf is in a tree (RFC 6962, section 2.1.1).
public struct InclusionProof: Equatable, Sendable {
  /// Zero-based place of the leaf.
  public let index: UInt64
  /// Number of leaves of the tree.
  public let size: UInt64
  /// From the leaf's sibling up to the root's child.
  public let hashes: [SHA256Digest]

  /// Checks nothing: ``verify(leaf:root:)`` does.
  public init(index: UInt64, size: UInt64, hashes: [SHA256Digest]) {
    self.index = index
    self.size = size
    self.hashes = hashes
  }

  /// The proof for one leaf; for many of one tree, see ``MerkleLevels``.
  /// - Throws: ``MerkleError/outOfRange``.
  public static func make(index: UInt64, leaves: [SHA256Digest]) throws -> InclusionProof {
    try MerkleLevels(leaves: leaves).inclusionProof(index: index)
  }

  /// The algorithm of RFC 9162, section 2.1.3.2, which states what RFC 6962 leaves open.
  /// - Parameter leaf: the leaf's hash.
  /// - Throws: ``MerkleError``; returns only when the leaf is at `index` below `root`.
  public func verify(leaf: SHA256Digest, root: SHA256Digest) throws {
    guard index < size else { throw MerkleError.outOfRange }
    var path = TreePath(index: index, last: size - 1)
    var hash = leaf
    for sibling in hashes {
      switch try path.step() {
      case .left: hash = MerkleTree.nodeHash(sibling, hash)
      case .right: hash = MerkleTree.nodeHash(hash, sibling)
      }
    }
    guard path.isAtRoot else { throw MerkleError.wrongHashCount }
    guard hash == root else { throw MerkleError.rootMismatch }
  }
}
