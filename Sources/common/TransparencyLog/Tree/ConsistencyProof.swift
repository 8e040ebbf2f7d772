// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// That a tree is the beginning of a later one (RFC 6962 §2.1.2, verified as RFC 9162 §2.1.4.2).
public struct ConsistencyProof: Equatable, Sendable {
  public let oldSize: UInt64
  public let newSize: UInt64
  public let hashes: [SHA256Digest]

  public init(oldSize: UInt64, newSize: UInt64, hashes: [SHA256Digest]) {
    self.oldSize = oldSize
    self.newSize = newSize
    self.hashes = hashes
  }

  /// - Throws: ``ProofError/malformed``, ``ProofError/wrongRoot``.
  public func verify(oldRoot: SHA256Digest, newRoot: SHA256Digest) throws {
    guard oldSize <= newSize, hashes.count <= 65 else { throw ProofError.malformed }
    if oldSize == newSize {
      guard hashes.isEmpty else { throw ProofError.malformed }
      guard oldRoot == newRoot else { throw ProofError.wrongRoot }
      return
    }
    guard oldSize > 0 else {
      guard hashes.isEmpty else { throw ProofError.malformed }
      return
    }
    try verifyStrict(oldRoot, newRoot)
  }

  private func verifyStrict(_ oldRoot: SHA256Digest, _ newRoot: SHA256Digest) throws {
    var (node, last) = (oldSize - 1, newSize - 1)
    while node & 1 == 1 {
      node >>= 1
      last >>= 1
    }
    var rest = hashes[...]
    // An old tree that is a perfect subtree stands for itself.
    let isPerfect = oldSize & (oldSize - 1) == 0
    guard let first = isPerfect ? oldRoot : rest.popFirst() else { throw ProofError.malformed }
    var (old, new) = (first, first)
    for sibling in rest {
      guard last > 0 else { throw ProofError.malformed }
      if node & 1 == 1 || node == last {
        old = MerkleTree.nodeHash(sibling, old)
        new = MerkleTree.nodeHash(sibling, new)
        while node & 1 == 0 && node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        new = MerkleTree.nodeHash(new, sibling)
      }
      node >>= 1
      last >>= 1
    }
    guard last == 0 else { throw ProofError.malformed }
    guard old == oldRoot, new == newRoot else { throw ProofError.wrongRoot }
  }
}
