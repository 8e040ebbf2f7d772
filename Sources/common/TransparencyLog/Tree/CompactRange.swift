// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// All that a tree needs to grow: its size and the roots of its perfect subtrees, left to right.
/// Appending is O(log n).
public struct CompactRange: Equatable, Sendable {
  /// Number of leaves, below 2^62.
  public private(set) var size: UInt64
  /// As many as `size` has bits set; the largest subtree first.
  public private(set) var hashes: [SHA256Digest]

  /// The empty tree.
  public init() {
    size = 0
    hashes = []
  }

  /// - Throws: ``ProofError/malformed`` unless there is one hash for each bit of `size`.
  public init(size: UInt64, hashes: [SHA256Digest]) throws {
    guard size < 1 << 62, hashes.count == size.nonzeroBitCount else { throw ProofError.malformed }
    self.size = size
    self.hashes = hashes
  }

  public mutating func append(_ leaf: SHA256Digest) {
    precondition(size < 1 << 62, "a log of ours never has 2^62 leaves")
    var hash = leaf
    var bit = size
    while bit & 1 == 1 {
      hash = MerkleTree.nodeHash(hashes.removeLast(), hash)
      bit >>= 1
    }
    hashes.append(hash)
    size += 1
  }

  /// The RFC 6962 root.
  public var root: SHA256Digest {
    guard var root = hashes.last else { return MerkleTree.emptyRoot }
    for hash in hashes.dropLast().reversed() { root = MerkleTree.nodeHash(hash, root) }
    return root
  }

  /// `u64 size ‖ hashes`, little-endian.
  public var encoded: [UInt8] {
    withUnsafeBytes(of: size.littleEndian) { Array($0) } + hashes.flatMap(\.bytes)
  }

  /// - Throws: ``ProofError/malformed``.
  public init(encoded bytes: [UInt8]) throws {
    guard bytes.count >= 8, (bytes.count - 8).isMultiple(of: SHA256Digest.count),
      bytes.count <= 8 + 64 * SHA256Digest.count
    else { throw ProofError.malformed }
    let size = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let hashes = stride(from: 8, to: bytes.count, by: SHA256Digest.count).compactMap {
      SHA256Digest(Array(bytes[$0..<$0 + SHA256Digest.count]))
    }
    try self.init(size: size, hashes: hashes)
  }
}
