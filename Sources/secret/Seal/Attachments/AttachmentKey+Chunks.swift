// SPDX-License-Identifier: Apache-2.0
public import Remote

extension AttachmentKey {
  /// One data chunk; independent of every other.
  public func sealData(
    _ plaintext: [UInt8], index: UInt64, isLast: Bool, vault: VaultID
  ) throws -> [UInt8] {
    try plaintext.withUnsafeBytes {
      try data.seal($0, index: index, isLast: isLast, vault: vault)
    }
  }

  /// - Throws: ``SealError/damaged``.
  public func openData(
    _ sealed: [UInt8], index: UInt64, isLast: Bool, vault: VaultID
  ) throws -> [UInt8] {
    try data.open(sealed, index: index, isLast: isLast, vault: vault)
  }

  /// The list chunks that name these data chunks.
  public func sealList(_ ids: [ChunkID], vault: VaultID) throws -> [[UInt8]] {
    let perChunk = AttachmentLayout.idsInListChunk
    let count = (ids.count + perChunk - 1) / perChunk
    return try (0..<count).map { index in
      let part = ids[index * perChunk..<min(ids.count, (index + 1) * perChunk)]
      return try part.flatMap(\.bytes).withUnsafeBytes {
        try list.seal($0, index: UInt64(index), isLast: index == count - 1, vault: vault)
      }
    }
  }

  /// The bytes of one list chunk: concatenated data chunk ids.
  /// - Throws: ``SealError/damaged``.
  public func openList(
    _ sealed: [UInt8], index: Int, of count: Int, vault: VaultID
  ) throws -> [UInt8] {
    try list.open(sealed, index: UInt64(index), isLast: index == count - 1, vault: vault)
  }
}
