// SPDX-License-Identifier: Apache-2.0

/// Why a tree, a range or a proof was refused.
public enum MerkleError: Error, Equatable, Sendable {
  /// A leaf index or a size lies outside the tree.
  case outOfRange
  /// The number of hashes is not the one that these sizes require.
  case wrongHashCount
  /// The bytes are no compact range.
  case malformedRange
  /// The hashes do not lead to the root: the leaf, the root or the proof is another's.
  case rootMismatch
}
