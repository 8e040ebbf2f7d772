// SPDX-License-Identifier: Apache-2.0
internal import Hummingbird
internal import NIOCore

/// Reads a body once: up to its limit, and what is left of it not at all or into nothing.
struct BodyReader {
  private var iterator: RequestBody.AsyncIterator

  init(_ body: RequestBody) { iterator = body.makeAsyncIterator() }

  /// The whole body.
  /// - Returns: `nil` when it goes beyond `limit`; what is left of it is not read.
  mutating func bytes(upTo limit: Int, expecting count: Int?) async throws -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count ?? 0, limit))
    while let buffer = try await iterator.next() {
      guard bytes.count + buffer.readableBytes <= limit else { return nil }
      bytes += buffer.readableBytesView
    }
    return bytes
  }

  /// Reads and forgets, so that who still writes gets to read the answer; at most so much.
  mutating func discard(upTo limit: Int) async throws {
    var count = 0
    while count <= limit, let buffer = try await iterator.next() {
      count += buffer.readableBytes
    }
  }
}
