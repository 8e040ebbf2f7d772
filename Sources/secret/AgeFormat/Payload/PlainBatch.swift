// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// Successive chunks of plaintext, each with room for its tag, sealed where they lie.
struct PlainBatch: Sendable {
  private static let capacity = AgeV1.chunksPerBatch * AgeV1.chunkCount
  /// Allocated when it is first used.
  private var storage: [UInt8] = []
  /// Bytes of plaintext.
  private(set) var count = 0

  var isFull: Bool { count == Self.capacity }

  /// Chunks; a payload that is empty has one.
  var chunkCount: Int { max(1, (count + AgeV1.chunkCount - 1) / AgeV1.chunkCount) }

  /// Forgets the contents and keeps the memory.
  mutating func removeAll() { count = 0 }

  /// Copies what there is room for in the current chunk; returns how many bytes that was.
  mutating func append(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    guard !isFull else { return 0 }
    allocate()
    let (chunk, offset) = count.quotientAndRemainder(dividingBy: AgeV1.chunkCount)
    let part = bytes.prefix(AgeV1.chunkCount - offset)
    storage.withUnsafeMutableBytes { storage in
      UnsafeMutableRawBufferPointer(
        rebasing: storage[(chunk * AgeV1.sealedChunkCount + offset)...]
      ).copyMemory(from: UnsafeRawBufferPointer(rebasing: part))
    }
    count += part.count
    return part.count
  }

  /// Seals every chunk, on all cores.
  mutating func seal(key: SecretBytes, first: ChunkCounter, endsPayload: Bool) throws {
    allocate()
    let (count, chunkCount) = (count, chunkCount)
    try storage.withUnsafeMutableBytes { storage in
      try ChunkStorage.concurrentForEach(chunkCount) { index in
        let isFinal = endsPayload && index == chunkCount - 1
        let plainCount = min(AgeV1.chunkCount, count - index * AgeV1.chunkCount)
        let slot = storage[(index * AgeV1.sealedChunkCount)...]
        // libsodium takes the same address for input and output.
        try ChaCha20Poly1305.seal(
          UnsafeRawBufferPointer(rebasing: slot.prefix(plainCount)),
          into: .init(rebasing: slot.prefix(plainCount + ChaCha20Poly1305.tagCount)),
          key: key, nonce: first.advanced(by: index).nonce(isFinal: isFinal))
      }
    }
  }

  private mutating func allocate() {
    guard storage.isEmpty else { return }
    storage = ChunkStorage.allocate(AgeV1.chunksPerBatch * AgeV1.sealedChunkCount)
  }

  /// Lends the chunks as they stand in a file, once they are sealed.
  func withSealedBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try storage.withUnsafeBytes {
      let sealedCount = count + chunkCount * ChaCha20Poly1305.tagCount
      try body(UnsafeRawBufferPointer(rebasing: $0[..<sealedCount]))
    }
  }
}
