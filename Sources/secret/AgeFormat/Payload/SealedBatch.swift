// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// Successive chunks as they stand in a file: the first `count - 1` are full.
struct SealedBatch: Sendable {
  let first: ChunkCounter
  let chunks: [[UInt8]]

  /// What a batch gives: the chunks that may be released, and what is known of the rest.
  struct Opened: Sendable {
    enum Ending: Sendable { case more, final, damaged }
    var chunks: [[UInt8]] = []
    var ending = Ending.more
  }

  /// Opens every chunk, on all cores, and keeps those before the first damage.
  func open(key: SecretBytes) throws -> Opened {
    let results = try chunks.concurrentMap { index, chunk in
      try Self.open(chunk, key: key, counter: first.advanced(by: index))
    }
    var opened = Opened()
    for result in results {
      guard opened.ending == .more, let result else {
        opened.ending = .damaged
        break
      }
      opened.chunks.append(result.plaintext)
      if result.isFinal { opened.ending = .final }
    }
    return opened
  }

  /// The plaintext and whether it says that it is the last; `nil` when it is not authentic.
  ///
  /// A full chunk is tried both ways, so that what comes before a truncation at a chunk boundary is
  /// still released; a shorter one can only be the last.
  private static func open(
    _ chunk: [UInt8], key: SecretBytes, counter: ChunkCounter
  ) throws -> (plaintext: [UInt8], isFinal: Bool)? {
    if chunk.count == AgeV1.sealedChunkCount,
      let plaintext = try open(chunk, key, counter.nonce(isFinal: false))
    {
      return (plaintext, false)
    }
    guard let plaintext = try open(chunk, key, counter.nonce(isFinal: true)) else { return nil }
    // The final chunk "MUST NOT be empty unless the whole payload is empty".
    guard !plaintext.isEmpty || counter == ChunkCounter() else { return nil }
    return (plaintext, true)
  }

  private static func open(
    _ chunk: [UInt8], _ key: SecretBytes, _ nonce: [UInt8]
  ) throws -> [UInt8]? {
    let count = chunk.count - ChaCha20Poly1305.tagCount
    guard count >= 0 else { return nil }
    do {
      return try [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
        let output = UnsafeMutableRawBufferPointer(start: output.baseAddress, count: count)
        try chunk.withUnsafeBytes {
          try ChaCha20Poly1305.open($0, into: output, key: key, nonce: nonce)
        }
        initialized = count
      }
    } catch SodiumError.forged {
      return nil
    }
  }
}
