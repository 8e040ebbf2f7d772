// SPDX-License-Identifier: Apache-2.0

/// Lets in as much work at a time as memory allows, in the order in which it came. Each says how many bytes it may
/// need at most.
actor WorkGate {
  private struct Waiter {
    let bytes: Int
    let continuation: CheckedContinuation<Void, Never>
  }

  private let capacity: Int
  private let waitingLimit: Int
  private var used = 0
  private var queue: [Waiter] = []

  init(capacity: Int, waitingLimit: Int) {
    self.capacity = capacity
    self.waitingLimit = waitingLimit
  }

  /// - Returns: `false` when too many wait already.
  func enter(_ bytes: Int) async -> Bool {
    let bytes = min(bytes, capacity)
    if queue.isEmpty, used + bytes <= capacity {
      used += bytes
      return true
    }
    guard queue.count < waitingLimit else { return false }
    await withCheckedContinuation { continuation in
      queue.append(Waiter(bytes: bytes, continuation: continuation))
    }
    return true
  }

  func leave(_ bytes: Int) {
    used -= min(bytes, capacity)
    while let next = queue.first, used + next.bytes <= capacity {
      queue.removeFirst()
      used += next.bytes
      next.continuation.resume()
    }
  }
}
