// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// The hash tree of RFC 6962, section 2.1, on SHA-256.
public enum MerkleTree {
  /// First byte hashed for a leaf; apart from a node's, so that neither passes for the other.
  private static let leafPrefix: [UInt8] = [0]
  private static let nodePrefix: [UInt8] = [1]

  /// The root of a tree without leaves: SHA-256 of nothing.
  public static let emptyRoot = SHA256.hash([])

  /// SHA-256(0x00 ‖ `bytes`).
  public static func leafHash(_ bytes: [UInt8]) -> SHA256Digest {
    var hasher = SHA256()
    hasher.update(leafPrefix)
    hasher.update(bytes)
    return hasher.finalize()
  }

  /// SHA-256(0x01 ‖ `left` ‖ `right`).
  public static func nodeHash(_ left: SHA256Digest, _ right: SHA256Digest) -> SHA256Digest {
    var hasher = SHA256()
    hasher.update(nodePrefix)
    hasher.update(left.bytes)
    hasher.update(right.bytes)
    return hasher.finalize()
  }

  /// MTH of section 2.1 over leaf hashes.
  public static func root(ofLeaves leaves: [SHA256Digest]) -> SHA256Digest {
    var range = CompactRange()
    for leaf in leaves { range.append(leaf) }
    return range.root
  }

  /// The largest power of two smaller than `count`, where section 2.1 splits a tree.
  /// - Parameter count: at least 2.
  static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }

  /// The root over subtrees given left to right, each at least as large as what follows it.
  static func fold(_ subtrees: some BidirectionalCollection<SHA256Digest>) -> SHA256Digest {
    guard var root = subtrees.last else { return emptyRoot }
    for left in subtrees.dropLast().reversed() { root = nodeHash(left, root) }
    return root
  }
}
