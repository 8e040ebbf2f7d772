// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// `map` on all cores, in order; the calling thread takes its share of the work.
  /// - Throws: what `transform` throws for the first element that fails.
  func concurrentMap<Result: Sendable>(
    _ transform: @Sendable (Int, Element) throws -> Result
  ) throws -> [Result] {
    guard count > 1 else { return try enumerated().map { try transform($0.offset, $0.element) } }
    let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Swift.Result { try transform(index, self[index]) }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { $0 }.compactMap { try $0?.get() }
  }
}
