// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// All that is needed of a tree to append to it and to know its root: the roots of the perfect
/// subtrees that its size in binary names, left to right.
public struct CompactRange: Equatable, Sendable {
  /// Larger trees are refused, so that a size can be counted up without overflow.
  public static let maximumSize: UInt64 = 1 << 63

  /// Number of leaves.
  public private(set) var size: UInt64
  /// Roots of the perfect subtrees, left to right: as many as `size` has bits set.
  public private(set) var hashes: [SHA256Digest]

  /// The empty range.
  public init() {
    size = 0
    hashes = []
  }

  /// - Throws: ``MerkleError/outOfRange``, ``MerkleError/wrongHashCount``.
  public init(size: UInt64, hashes: [SHA256Digest]) throws {
    guard size <= Self.maximumSize else { throw MerkleError.outOfRange }
    guard hashes.count == size.nonzeroBitCount else { throw MerkleError.wrongHashCount }
    self.size = size
    self.hashes = hashes
  }

  /// Adds the hash of one more leaf, merging every pair of subtrees that became equal in size.
  public mutating func append(_ leaf: SHA256Digest) {
    var merged = leaf
    for _ in 0..<(~size).trailingZeroBitCount {
      merged = MerkleTree.nodeHash(hashes.removeLast(), merged)
    }
    hashes.append(merged)
    size += 1
  }

  public var root: SHA256Digest { MerkleTree.fold(hashes) }
}

extension CompactRange {
  /// The size, 8 bytes little-endian, then the hashes, 32 bytes each.
  public var encoded: [UInt8] {
    withUnsafeBytes(of: size.littleEndian) { Array($0) } + hashes.flatMap(\.bytes)
  }

  /// - Throws: ``MerkleError/malformedRange``, or as `init(size:hashes:)`.
  public init(encoded bytes: [UInt8]) throws {
    guard bytes.count >= 8 else { throw MerkleError.malformedRange }
    let size = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard bytes.count == 8 + SHA256Digest.count * size.nonzeroBitCount else {
      throw MerkleError.malformedRange
    }
    let hashes = stride(from: 8, to: bytes.count, by: SHA256Digest.count).compactMap {
      SHA256Digest(Array(bytes[$0..<($0 + SHA256Digest.count)]))
    }
    try self.init(size: size, hashes: hashes)
  }
}
