// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// A whole tree kept level by level, so that many proofs cost one pass over the leaves.
public struct MerkleLevels: Sendable {
  /// `levels[k][i]` is the root of the perfect subtree of 2^k leaves that begins at leaf i · 2^k.
  private var levels: [[SHA256Digest]]
  public let size: UInt64

  public init(leaves: [SHA256Digest]) {
    levels = [leaves]
    size = UInt64(leaves.count)
    while let below = levels.last, below.count >= 2 {
      levels.append(
        stride(from: 0, to: below.count - 1, by: 2).map {
          MerkleTree.nodeHash(below[$0], below[$0 + 1])
        })
    }
  }

  public var root: SHA256Digest { size == 0 ? MerkleTree.emptyRoot : hash(0, Int(size)) }

  /// The root over leaves `start ..< end`; `start` is aligned as in the recursion of RFC 6962.
  private func hash(_ start: Int, _ end: Int) -> SHA256Digest {
    let count = end - start
    if count & (count - 1) == 0 {
      let level = count.trailingZeroBitCount
      return levels[level][start >> level]
    }
    let split = Self.split(count)
    return MerkleTree.nodeHash(hash(start, start + split), hash(start + split, end))
  }

  /// The largest power of two below `count`.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }

  /// - Throws: ``ProofError/malformed`` for an index outside the tree.
  public func inclusionProof(index: UInt64) throws -> InclusionProof {
    guard index < size else { throw ProofError.malformed }
    var hashes: [SHA256Digest] = []
    var (start, end) = (0, Int(size))
    while end - start > 1 {
      let middle = start + Self.split(end - start)
      if Int(index) < middle {
        hashes.append(hash(middle, end))
        end = middle
      } else {
        hashes.append(hash(start, middle))
        start = middle
      }
    }
    return InclusionProof(index: index, size: size, hashes: hashes.reversed())
  }

  /// - Throws: ``ProofError/malformed`` for an old size beyond this tree's.
  public func consistencyProof(oldSize: UInt64) throws -> ConsistencyProof {
    guard oldSize <= size else { throw ProofError.malformed }
    var hashes: [SHA256Digest] = []
    if oldSize > 0 && oldSize < size {
      var (start, end) = (0, Int(size))
      var isWhole = true
      while Int(oldSize) != end {
        let middle = start + Self.split(end - start)
        if Int(oldSize) <= middle {
          hashes.append(hash(middle, end))
          end = middle
        } else {
          hashes.append(hash(start, middle))
          start = middle
          isWhole = false
        }
      }
      if !isWhole { hashes.append(hash(start, end)) }
    }
    return ConsistencyProof(oldSize: oldSize, newSize: size, hashes: hashes.reversed())
  }
}

extension InclusionProof {
  /// - Throws: ``ProofError/malformed`` for an index outside the tree.
  public static func make(index: UInt64, leaves: [SHA256Digest]) throws -> InclusionProof {
    try MerkleLevels(leaves: leaves).inclusionProof(index: index)
  }
}

extension ConsistencyProof {
  /// - Throws: ``ProofError/malformed`` for an old size beyond the tree.
  public static func make(oldSize: UInt64, leaves: [SHA256Digest]) throws -> ConsistencyProof {
    try MerkleLevels(leaves: leaves).consistencyProof(oldSize: oldSize)
  }
}
