// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// A whole tree in memory: every perfect subtree hashed once, so that each proof afterwards costs a
/// logarithmic number of hashes.
public struct MerkleLevels: Sendable {
  /// `levels[k][i]` is the root of the 2^k leaves from i·2^k; incomplete subtrees are not kept.
  private let levels: [[SHA256Digest]]

  /// - Parameter leaves: leaf hashes, in order.
  public init(leaves: [SHA256Digest]) {
    var levels = [leaves]
    var below = leaves
    while below.count > 1 {
      below = stride(from: 0, to: below.count - 1, by: 2).map {
        MerkleTree.nodeHash(below[$0], below[$0 + 1])
      }
      levels.append(below)
    }
    self.levels = levels
  }

  /// Number of leaves.
  public var count: Int { levels[0].count }

  public var root: SHA256Digest { root(of: 0..<count) }

  /// The audit path of RFC 6962, section 2.1.1.
  /// - Throws: ``MerkleError/outOfRange`` for an index beyond the tree.
  public func inclusionProof(index: UInt64) throws -> InclusionProof {
    guard index < UInt64(count) else { throw MerkleError.outOfRange }
    let leaf = Int(index)
    var siblings: [SHA256Digest] = []
    var range = 0..<count
    while range.count > 1 {
      let middle = range.lowerBound + MerkleTree.split(range.count)
      range = descend(range, at: middle, left: leaf < middle, &siblings)
    }
    return InclusionProof(index: index, size: UInt64(count), hashes: siblings.reversed())
  }

  /// The consistency proof of RFC 6962, section 2.1.2, from the first `oldSize` leaves to all.
  /// - Throws: ``MerkleError/outOfRange`` for 0, which proves nothing, and for a size beyond the tree.
  public func consistencyProof(oldSize: UInt64) throws -> ConsistencyProof {
    guard oldSize > 0, oldSize <= UInt64(count) else { throw MerkleError.outOfRange }
    let end = Int(oldSize)
    var siblings: [SHA256Digest] = []
    var range = 0..<count
    while range.upperBound != end {
      let middle = range.lowerBound + MerkleTree.split(range.count)
      range = descend(range, at: middle, left: end <= middle, &siblings)
    }
    // The verifier has the old root already when the old tree is this very subtree.
    if range.lowerBound > 0 { siblings.append(root(of: range)) }
    return ConsistencyProof(
      oldSize: oldSize, newSize: UInt64(count), hashes: siblings.reversed())
  }

  /// One step down: notes the root of the half not taken.
  private func descend(
    _ range: Range<Int>, at middle: Int, left: Bool, _ siblings: inout [SHA256Digest]
  ) -> Range<Int> {
    let halves = (range.lowerBound..<middle, middle..<range.upperBound)
    siblings.append(root(of: left ? halves.1 : halves.0))
    return left ? halves.0 : halves.1
  }

  /// The root of a subtree: its start is a multiple of the largest power of two within its length.
  private func root(of range: Range<Int>) -> SHA256Digest {
    var perfect: [SHA256Digest] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let level = Int.bitWidth - 1 - (range.upperBound - start).leadingZeroBitCount
      perfect.append(levels[level][start >> level])
      start += 1 << level
    }
    return MerkleTree.fold(perfect)
  }
}
