// SPDX-License-Identifier: Apache-2.0
import Synchronization
import TestSupport

/// Everything that a seed decides. One stream for all, because everything happens in one order.
final class Choices: Sendable {
  let seed: UInt64
  private let random: Mutex<SmallRandom>
  private let streams = Mutex(0)

  init(seed: UInt64) {
    self.seed = seed
    random = Mutex(SmallRandom(seed: seed))
  }

  func number(below bound: Int) -> Int {
    random.withLock { Int($0.next() % UInt64(bound)) }
  }

  /// True so often of a hundred times.
  func happens(_ percent: Int) -> Bool { number(below: 100) < percent }

  func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(below: elements.count)]
  }

  /// Randomness of its own, for keys, ids and nonces: never twice the same in one run.
  func stream() -> SeededRandom {
    let number = streams.withLock { count in
      count += 1
      return count
    }
    return SeededRandom(seed: "simulation \(seed) \(number)")
  }
}
