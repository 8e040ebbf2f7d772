// SPDX-License-Identifier: Apache-2.0

/// The way from a node up to the root: `fn` and `sn` of RFC 9162, sections 2.1.3.2 and 2.1.4.2.
struct TreePath {
  /// On which side of the path the next sibling hangs.
  enum Side { case left, right }

  /// The node's index in its level, and the last index of that level.
  private var index: UInt64
  private var last: UInt64

  init(index: UInt64, last: UInt64) {
    self.index = index
    self.last = last
  }

  /// Whether nothing is above.
  var isAtRoot: Bool { last == 0 }

  /// Goes up while the node is a right child.
  mutating func climbWhileRight() {
    let levels = (~index).trailingZeroBitCount
    index >>= levels
    last >>= levels
  }

  /// Goes up past one sibling. At most 64 steps lead to the root, whatever the sizes.
  /// - Throws: ``MerkleError/wrongHashCount`` at the root.
  mutating func step() throws -> Side {
    guard last != 0 else { throw MerkleError.wrongHashCount }
    let hasLeft = index & 1 == 1 || index == last
    // A last node without a sibling rises unchanged to the level where it has one, on its left.
    if hasLeft, index & 1 == 0 {
      let levels = index.trailingZeroBitCount
      index >>= levels
      last >>= levels
    }
    index >>= 1
    last >>= 1
    return hasLeft ? .left : .right
  }
}
