// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// Successive chunks as they stand in a file, and the plaintext they give.
struct SealedBatch: Sendable {
  /// What is known after a batch of how the payload goes on.
  enum Ending: Sendable { case more, final, damaged }

  /// Both allocated when they are first used.
  private var sealed: [UInt8] = []
  private var plain: [UInt8] = []
  private var sealedCount = 0
  /// Bytes of plaintext that may be released.
  private(set) var count = 0
  private(set) var ending = Ending.more

  var isEmpty: Bool { sealedCount == 0 }

  /// Chunks; the last may be short.
  var chunkCount: Int {
    (sealedCount + AgeV1.sealedChunkCount - 1) / AgeV1.sealedChunkCount
  }

  /// Reads the next chunks; returns whether the source may have more.
  ///
  /// When the source fails, whole chunks that came before are kept, and a part of one is dropped.
  mutating func fill(from source: any ByteSource) throws -> Bool {
    (sealedCount, count, ending) = (0, 0, .more)
    if sealed.isEmpty {
      sealed = ChunkStorage.allocate(AgeV1.chunksPerBatch * AgeV1.sealedChunkCount)
      plain = ChunkStorage.allocate(AgeV1.chunksPerBatch * AgeV1.chunkCount)
    }
    while sealedCount < sealed.count {
      let start = sealedCount
      let read = try sealed.withUnsafeMutableBytes { sealed in
        try source.readFully(
          into: .init(rebasing: sealed[start..<start + AgeV1.sealedChunkCount]))
      }
      sealedCount += read
      if read < AgeV1.sealedChunkCount { return false }
    }
    return true
  }

  /// Opens every chunk, on all cores; what may be released is what comes before the first damage.
  mutating func open(key: SecretBytes, first: ChunkCounter) throws {
    var endings = [Ending](repeating: .damaged, count: chunkCount)
    try openAll(&endings, key: key, first: first)
    for (index, chunkEnding) in endings.enumerated() {
      // Nothing may follow a final chunk.
      ending = ending == .more ? chunkEnding : .damaged
      guard ending != .damaged else { break }
      count += chunkRange(index).count - ChaCha20Poly1305.tagCount
    }
  }

  /// Lends up to `limit` bytes of plaintext from `position`.
  func withPlaintext<Result>(
    from position: Int, limit: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try plain.withUnsafeBytes {
      try body(UnsafeRawBufferPointer(rebasing: $0[position..<count].prefix(limit)))
    }
  }

  private mutating func openAll(
    _ endings: inout [Ending], key: SecretBytes, first: ChunkCounter
  ) throws {
    let ranges = (0..<chunkCount).map(chunkRange)
    try plain.withUnsafeMutableBytes { plain in
      try sealed.withUnsafeBytes { sealed in
        try endings.withUnsafeMutableBufferPointer { endings in
          try ChunkStorage.concurrentForEach(ranges.count) { index in
            let opener = ChunkOpener(key: key, counter: try first.advanced(by: index))
            endings[index] = try opener.open(
              UnsafeRawBufferPointer(rebasing: sealed[ranges[index]]),
              into: .init(rebasing: plain[(index * AgeV1.chunkCount)...]))
          }
        }
      }
    }
  }

  private func chunkRange(_ index: Int) -> Range<Int> {
    let start = index * AgeV1.sealedChunkCount
    return start..<min(start + AgeV1.sealedChunkCount, sealedCount)
  }
}
