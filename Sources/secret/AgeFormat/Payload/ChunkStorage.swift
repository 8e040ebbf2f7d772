// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Synchronization

/// Memory for one batch of chunks, used again for the batches after it.
enum ChunkStorage {
  /// Bytes that are written before they are read; not cleared, for a clear would touch every page
  /// for the smallest of files.
  static func allocate(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { $1 = count }
  }

  /// Calls `body` for each index, on all cores; the calling thread takes its share.
  /// - Parameter body: touches, for each index, memory that it touches for no other.
  /// - Throws: one of the errors thrown.
  static func concurrentForEach(_ count: Int, _ body: (Int) throws -> Void) throws {
    guard count > 1 else { return try (0..<count).forEach(body) }
    let failure = Mutex<(any Error)?>(nil)
    withoutActuallyEscaping(body) { body in
      // What makes it safe is the contract above, which the compiler cannot see through pointers.
      nonisolated(unsafe) let work = body
      DispatchQueue.concurrentPerform(iterations: count) { index in
        do { try work(index) } catch { failure.withLock { $0 = error } }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
