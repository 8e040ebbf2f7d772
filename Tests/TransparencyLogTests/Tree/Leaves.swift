// SPDX-License-Identifier: Apache-2.0
import Hashing
import TransparencyLog

/// Leaf hashes of a tree whose leaves are all different.
enum Leaves {
  static func make(_ count: Int) -> [SHA256Digest] {
    (0..<count).map { MerkleTree.leafHash(Array("leaf \($0)".utf8)) }
  }

  /// A digest that differs in one bit.
  static func altered(_ digest: SHA256Digest, bit: Int = 0) -> SHA256Digest {
    var bytes = digest.bytes
    bytes[bit / 8 % 32] ^= 1 << UInt8(bit % 8)
    return SHA256Digest(bytes) ?? MerkleTree.emptyRoot
  }

  /// RFC 6962, section 2.1, word for word: the slow definition that everything is compared with.
  static func definedRoot(_ leaves: ArraySlice<SHA256Digest>) -> SHA256Digest {
    guard leaves.count > 1 else { return leaves.first ?? SHA256.hash([]) }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let middle = leaves.startIndex + half
    let left = definedRoot(leaves[..<middle])
    let right = definedRoot(leaves[middle...])
    return SHA256.hash([1] + left.bytes + right.bytes)
  }
}
