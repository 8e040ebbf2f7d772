// SPDX-License-Identifier: Apache-2.0

/// How a file of some size is cut in chunks.
public struct AttachmentLayout: Equatable, Sendable {
  public static let chunkCount = 1 << 20
  /// More data chunks than this, and their ids go to list chunks.
  public static let inlineLimit = 64
  static let idsInListChunk = chunkCount / 32
  static let sizeLimit: UInt64 = 1 << 41

  /// Of the original.
  public let size: UInt64
  /// With the zero bytes that hide it.
  public let padded: UInt64

  /// - Throws: ``SealError/tooLarge``.
  public init(size: UInt64) throws {
    guard size <= Self.sizeLimit else { throw SealError.tooLarge }
    self.size = size
    padded = Padding.attachment(size)
  }

  /// Number of data chunks.
  public var chunks: Int { Int((padded + UInt64(Self.chunkCount) - 1) / UInt64(Self.chunkCount)) }

  public var usesList: Bool { chunks > Self.inlineLimit }
  public var listChunks: Int { (chunks + Self.idsInListChunk - 1) / Self.idsInListChunk }

  /// Sizes of the files of the list chunks.
  public var listChunkCounts: [Int] {
    (0..<listChunks).map { index in
      32 * min(Self.idsInListChunk, chunks - index * Self.idsInListChunk) + 16
    }
  }

  /// Number of plaintext bytes in a data chunk.
  public func count(of index: Int) -> Int {
    Int(min(UInt64(Self.chunkCount), padded - UInt64(index) * UInt64(Self.chunkCount)))
  }

  /// How many of these are the original's.
  public func originalCount(of index: Int) -> Int {
    let start = UInt64(index) * UInt64(Self.chunkCount)
    return start >= size ? 0 : Int(min(UInt64(Self.chunkCount), size - start))
  }
}
