// SPDX-License-Identifier: Apache-2.0
import CSodium
import Synchronization

/// Guarded blocks of the size of a key, for the next one: each record has a key of its own, and a block costs half a
/// dozen system calls. What is kept is wiped, still locked out of swap and between its guard pages.
enum GuardedBlocks {
  private static let size = 32
  private static let limit = 16

  /// An address, which only this pool and then only one ``SecretBytes`` has.
  private struct Block: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
  }

  private static let free = Mutex<[Block]>([])

  /// `count` bytes of zero, to be written; `nil` when there is no memory.
  static func take(_ count: Int) -> UnsafeMutableRawPointer? {
    if count == size, let block = free.withLock({ $0.popLast() }) { return block.base }
    guard let base = sodium_malloc(max(count, 1)) else { return nil }
    sodium_memzero(base, count)
    return base
  }

  /// Wipes them; they may be written.
  static func giveBack(_ base: UnsafeMutableRawPointer, _ count: Int) {
    guard count == size else { return sodium_free(base) }
    sodium_memzero(base, count)
    let block = Block(base: base)
    let isKept = free.withLock { blocks in
      guard blocks.count < limit else { return false }
      blocks.append(block)
      return true
    }
    if !isKept { sodium_free(base) }
  }
}
