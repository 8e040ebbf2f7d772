// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Synchronization

/// One piece of work that runs while its owner does something else, and is then waited for.
final class BackgroundWork<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let group = DispatchGroup()

  /// - Parameter queue: a serial one. Its threads are made at need, so that owners which all wait on
  ///   the threads of a bounded pool cannot starve the work they wait for.
  init(on queue: DispatchQueue, _ work: @escaping @Sendable () throws -> Value) {
    group.enter()
    queue.async {
      let value = Result { try work() }
      self.result.withLock { $0 = value }
      self.group.leave()
    }
  }

  /// Blocks until the work is done. Called once.
  func wait() throws -> Value {
    group.wait()
    let value = result.withLock { result in
      defer { result = nil }
      return result
    }
    guard let value else { throw SealingError.closed }
    return try value.get()
  }
}
