// SPDX-License-Identifier: Apache-2.0

/// The number of a chunk, which with a flag makes its nonce ("Payload").
///
/// The format has 11 bytes for it; eight are used here, for 2^64 chunks are out of reach.
struct ChunkCounter: Equatable, Sendable {
  private(set) var value: UInt64 = 0

  func advanced(by count: Int) throws -> ChunkCounter {
    let (sum, overflow) = value.addingReportingOverflow(UInt64(count))
    guard !overflow else { throw SealingError.tooLarge }
    return ChunkCounter(value: sum)
  }

  /// Eleven bytes of counter, big endian, and the flag of the final chunk.
  func nonce(isFinal: Bool) -> [UInt8] {
    [0, 0, 0] + withUnsafeBytes(of: value.bigEndian) { Array($0) } + [isFinal ? 1 : 0]
  }
}
