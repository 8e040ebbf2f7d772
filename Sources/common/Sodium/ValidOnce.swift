// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Remembers what was found valid, so that a process computes it once: boot records and certificates are looked at in
/// every operation. Only for checks of public bytes that say the same each time; what is not valid is never remembered.
final class ValidOnce: Sendable {
  private struct Generations {
    var young: Set<[UInt8]> = []
    var old: Set<[UInt8]> = []
  }

  private let limit: Int
  private let generations = Mutex(Generations())

  /// - Parameter limit: how many at least are remembered, the latest ones; never more than twice as many.
  init(limit: Int) { self.limit = limit }

  /// - Parameter name: all that the check depends on, or a hash of it, one length for all.
  func holds(_ name: [UInt8], check: () -> Bool) -> Bool {
    if generations.withLock({ $0.young.contains(name) }) { return true }
    guard generations.withLock({ $0.old.contains(name) }) || check() else { return false }
    generations.withLock { generations in
      if generations.young.count >= limit {
        generations.old = generations.young
        generations.young = []
      }
      generations.young.insert(name)
    }
    return true
  }
}
