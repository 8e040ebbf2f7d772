// SPDX-License-Identifier: Apache-2.0
internal import Remote

/// The chunks that orders to erase name. An order never changes, so that what is remembered here is never wrong.
actor ErasedBook {
  private static let capacity = 1000
  private struct Key: Hashable {
    let vault: VaultID
    let id: ErasureID
  }
  private var known: [Key: Set<ChunkID>] = [:]

  func chunks(
    of id: ErasureID, in vault: VaultID, orElse read: @Sendable () async throws -> Set<ChunkID>
  ) async throws -> Set<ChunkID> {
    let key = Key(vault: vault, id: id)
    if let chunks = known[key] { return chunks }
    let chunks = try await read()
    if known.count >= Self.capacity { known.removeAll() }
    known[key] = chunks
    return chunks
  }
}
