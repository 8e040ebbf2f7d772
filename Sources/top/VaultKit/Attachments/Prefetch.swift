// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Synchronization

/// Values made ahead, on other threads, and given in order; at most `depth` of them exist at once.
final class Prefetch<Value: Sendable> {
  /// One value in the making.
  private final class Slot: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let group = DispatchGroup()

    init(on queue: DispatchQueue, _ make: @escaping @Sendable () throws -> Value) {
      queue.async(group: group) {
        let made = Result { try make() }
        self.result.withLock { $0 = made }
      }
    }

    func wait() { group.wait() }

    func value() throws -> Value? {
      group.wait()
      return try result.withLock { try $0.take()?.get() }
    }
  }

  private let queue = DispatchQueue(label: "memo.prefetch", attributes: .concurrent)
  private let count: Int
  private let make: @Sendable (Int) throws -> Value
  private var started = 0
  private var slots: [Slot] = []

  init(count: Int, depth: Int, _ make: @escaping @Sendable (Int) throws -> Value) {
    self.count = count
    self.make = make
    for _ in 0..<min(depth, count) { start() }
  }

  /// Nothing goes on behind the back of whoever gave up.
  deinit { for slot in slots { slot.wait() } }

  /// The next value; `nil` after the last.
  func next() throws -> Value? {
    guard !slots.isEmpty else { return nil }
    let slot = slots.removeFirst()
    defer { start() }
    return try slot.value()
  }

  private func start() {
    guard started < count else { return }
    let index = started
    slots.append(Slot(on: queue) { [make] in try make(index) })
    started += 1
  }
}
