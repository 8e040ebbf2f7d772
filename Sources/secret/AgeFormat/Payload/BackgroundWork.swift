// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Synchronization

/// A value being worked on in place while its owner does something else, and then given back.
final class BackgroundWork<Value: Sendable>: Sendable {
  private struct State: Sendable {
    var value: Value?
    var error: (any Error)?
  }

  private let state: Mutex<State>
  private let group = DispatchGroup()

  /// - Parameter queue: a serial one. Its threads are made at need, so that owners which all wait on
  ///   the threads of a bounded pool cannot starve the work they wait for.
  init(
    on queue: DispatchQueue, _ value: consuming Value,
    _ work: @escaping @Sendable (inout Value) throws -> Void
  ) {
    state = Mutex(State(value: value))
    group.enter()
    queue.async {
      self.state.withLock { Self.run(work, on: &$0) }
      self.group.leave()
    }
  }

  /// Blocks until the work is done. Called once.
  func wait() throws -> Value {
    group.wait()
    return try state.withLock { state in
      if let error = state.error { throw error }
      guard let value = state.value.take() else { throw SealingError.closed }
      return value
    }
  }

  /// The value is taken out meanwhile, so that its storage has one owner and is not copied.
  private static func run(_ work: (inout Value) throws -> Void, on state: inout State) {
    guard var value = state.value.take() else { return }
    do { try work(&value) } catch { state.error = error }
    state.value = value
  }
}
