// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// A proof that one tree is the beginning of another (RFC 6962, section 2.1.2).
public struct ConsistencyProof: Equatable, Sendable {
  public let oldSize: UInt64
  public let newSize: UInt64
  public let hashes: [SHA256Digest]

  /// Checks nothing: ``verify(oldRoot:newRoot:)`` does.
  public init(oldSize: UInt64, newSize: UInt64, hashes: [SHA256Digest]) {
    self.oldSize = oldSize
    self.newSize = newSize
    self.hashes = hashes
  }

  /// - Parameter leaves: the leaf hashes of the new tree.
  /// - Throws: ``MerkleError/outOfRange`` unless 0 < `oldSize` ≤ the number of leaves.
  public static func make(oldSize: UInt64, leaves: [SHA256Digest]) throws -> ConsistencyProof {
    try MerkleLevels(leaves: leaves).consistencyProof(oldSize: oldSize)
  }

  /// The algorithm of RFC 9162, section 2.1.4.2.
  ///
  /// Equal sizes need an empty proof and equal roots. From an empty tree nothing can be proved:
  /// that is refused, so that no caller takes it for a proof; two empty trees are consistent.
  /// - Throws: ``MerkleError``.
  public func verify(oldRoot: SHA256Digest, newRoot: SHA256Digest) throws {
    guard oldSize <= newSize else { throw MerkleError.outOfRange }
    guard oldSize < newSize else { return try verifySame(oldRoot, newRoot) }
    guard oldSize > 0 else { throw MerkleError.outOfRange }
    // A perfect old tree is a node of the new one, and its root is left out of the proof.
    let isPerfect = oldSize.nonzeroBitCount == 1
    guard let first = isPerfect ? oldRoot : hashes.first else { throw MerkleError.wrongHashCount }
    let (old, new) = try climb(from: first, hashes.dropFirst(isPerfect ? 0 : 1))
    guard old == oldRoot, new == newRoot else { throw MerkleError.rootMismatch }
  }

  private func verifySame(_ oldRoot: SHA256Digest, _ newRoot: SHA256Digest) throws {
    guard hashes.isEmpty else { throw MerkleError.wrongHashCount }
    guard oldRoot == newRoot, newSize > 0 || newRoot == MerkleTree.emptyRoot else {
      throw MerkleError.rootMismatch
    }
  }

  /// Both roots that the path leads to: the old tree has the siblings on the left only.
  private func climb(
    from first: SHA256Digest, _ siblings: ArraySlice<SHA256Digest>
  ) throws -> (old: SHA256Digest, new: SHA256Digest) {
    var path = TreePath(index: oldSize - 1, last: newSize - 1)
    path.climbWhileRight()
    var (old, new) = (first, first)
    for sibling in siblings {
      switch try path.step() {
      case .left:
        old = MerkleTree.nodeHash(sibling, old)
        new = MerkleTree.nodeHash(sibling, new)
      case .right: new = MerkleTree.nodeHash(new, sibling)
      }
    }
    guard path.isAtRoot else { throw MerkleError.wrongHashCount }
    return (old, new)
  }
}
