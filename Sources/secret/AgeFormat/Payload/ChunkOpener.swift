// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// Opens one chunk.
struct ChunkOpener {
  let key: SecretBytes
  let counter: ChunkCounter

  /// Writes the plaintext at the start of `output`, and says whether the chunk is the final one.
  ///
  /// A full chunk is tried both ways, so that what comes before a truncation at a chunk boundary is
  /// still released; a shorter one can only be the last.
  func open(
    _ chunk: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws -> SealedBatch.Ending {
    let count = chunk.count - ChaCha20Poly1305.tagCount
    // The final chunk "MUST NOT be empty unless the whole payload is empty".
    guard count > 0 || (count == 0 && counter == ChunkCounter()) else { return .damaged }
    let output = UnsafeMutableRawBufferPointer(rebasing: output[..<count])
    if chunk.count == AgeV1.sealedChunkCount, try opens(chunk, output, isFinal: false) {
      return .more
    }
    return try opens(chunk, output, isFinal: true) ? .final : .damaged
  }

  private func opens(
    _ chunk: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer, isFinal: Bool
  ) throws -> Bool {
    do {
      try ChaCha20Poly1305.open(
        chunk, into: output, key: key, nonce: counter.nonce(isFinal: isFinal))
      return true
    } catch SodiumError.forged {
      return false
    }
  }
}
