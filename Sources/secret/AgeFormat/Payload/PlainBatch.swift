// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// Successive chunks of plaintext: all full, but for the last when it is final.
struct PlainBatch: Sendable {
  let first: ChunkCounter
  let chunks: [[UInt8]]
  let endsPayload: Bool

  /// The sealed chunks, in order, made on all cores.
  func seal(key: SecretBytes) throws -> [[UInt8]] {
    try chunks.concurrentMap { index, chunk in
      let isFinal = endsPayload && index == chunks.count - 1
      let nonce = try first.advanced(by: index).nonce(isFinal: isFinal)
      return try Self.seal(chunk, key: key, nonce: nonce)
    }
  }

  private static func seal(
    _ chunk: [UInt8], key: SecretBytes, nonce: [UInt8]
  ) throws -> [UInt8] {
    let count = chunk.count + ChaCha20Poly1305.tagCount
    return try [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      let output = UnsafeMutableRawBufferPointer(start: output.baseAddress, count: count)
      try chunk.withUnsafeBytes {
        try ChaCha20Poly1305.seal($0, into: output, key: key, nonce: nonce)
      }
      initialized = count
    }
  }
}
