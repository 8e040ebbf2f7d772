// SPDX-License-Identifier: Apache-2.0
internal import Dispatch

/// A thread's worth of blocking work, one piece after the other: the threads that tasks run on are as many as the
/// cores, and must not wait for a disk.
struct Lane: Sendable {
  private let queue = DispatchQueue(label: "memo.storage")

  func start(_ body: @escaping @Sendable () -> Void) { queue.async(execute: body) }

  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result(catching: body)) }
    }
  }
}
