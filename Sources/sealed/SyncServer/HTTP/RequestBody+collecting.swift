// SPDX-License-Identifier: Apache-2.0
internal import Hummingbird
internal import NIOCore

extension RequestBody {
  /// The whole body.
  /// - Returns: `nil` when it goes beyond `limit`; what is left of it is not read.
  func bytes(upTo limit: Int, expecting count: Int?) async throws -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Swift.min(count ?? 0, limit))
    for try await buffer in self {
      guard bytes.count + buffer.readableBytes <= limit else { return nil }
      bytes += buffer.readableBytesView
    }
    return bytes
  }

  /// Reads and forgets, so that who still writes gets to read the answer; at most so much.
  func discard(upTo limit: Int) async throws {
    var count = 0
    for try await buffer in self {
      count += buffer.readableBytes
      if count > limit { return }
    }
  }
}
