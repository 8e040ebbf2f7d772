// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// The hashes of RFC 6962 §2.1.
public enum MerkleTree {
  /// SHA-256(0x00 ‖ bytes).
  public static func leafHash(_ bytes: [UInt8]) -> SHA256Digest {
    var hasher = SHA256()
    hasher.update([0])
    hasher.update(bytes)
    return hasher.finalize()
  }

  /// SHA-256(0x01 ‖ left ‖ right).
  public static func nodeHash(_ left: SHA256Digest, _ right: SHA256Digest) -> SHA256Digest {
    var hasher = SHA256()
    hasher.update([1])
    hasher.update(left.bytes)
    hasher.update(right.bytes)
    return hasher.finalize()
  }

  /// SHA-256 of nothing.
  public static let emptyRoot = SHA256.hash([])

  /// The root over leaf hashes.
  public static func root(ofLeaves leaves: [SHA256Digest]) -> SHA256Digest {
    var range = CompactRange()
    for leaf in leaves { range.append(leaf) }
    return range.root
  }
}
