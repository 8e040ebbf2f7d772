// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import VaultStore

/// Streams a piece's original bytes out of its sealed chunks, checking everything on the way.
struct PieceReader: Sendable {
  let attachment: Attachment
  let layout: AttachmentLayout
  let key: AttachmentKey
  let vault: VaultID
  let chunks: ChunkFolder
  let dataChunks: [ChunkID]

  init(
    _ attachment: Attachment, location: AttachmentSecret.Chunks, key: AttachmentKey,
    vault: VaultID, chunks: ChunkFolder
  ) throws {
    self.attachment = attachment
    self.key = key
    self.vault = vault
    self.chunks = chunks
    layout = try AttachmentLayout(size: attachment.size)
    switch location {
    case .direct(let ids): dataChunks = ids
    case .list(let ids):
      guard layout.usesList, ids.count == layout.listChunks else {
        throw VaultError.damaged("chunk list")
      }
      let bytes = try ids.enumerated().flatMap { index, id in
        try key.openList(chunks.read(id), index: index, of: ids.count, vault: vault)
      }
      dataChunks = try AttachmentSecret.ids(bytes)
    }
    guard dataChunks.count == layout.chunks else { throw VaultError.damaged("chunk list") }
  }

  /// Calls `output` with the original bytes in order; what it was given is only proven whole when this
  /// returns.
  /// - Throws: ``VaultError/damaged(_:)`` for a missing, altered or swapped chunk, and for a wrong SHA-256.
  func read(_ output: ([UInt8]) throws -> Void) throws {
    var hasher = SHA256()
    let opened = Prefetch(count: dataChunks.count, depth: Self.ahead, chunk)
    while let bytes = try opened.next() {
      hasher.update(bytes)
      try output(bytes)
    }
    guard hasher.finalize() == attachment.sha256 else { throw VaultError.damaged("sha256") }
  }

  /// Chunks opened ahead of the one that is given out; each holds up to 2 MiB.
  private static let ahead = 4

  /// The original's bytes in one chunk. Its id needs no check here: the tag proves the bytes, and the
  /// nonce their place.
  @Sendable func chunk(_ index: Int) throws -> [UInt8] {
    var plaintext = try key.openData(
      chunks.readUnchecked(dataChunks[index]), index: UInt64(index),
      isLast: index == dataChunks.count - 1, vault: vault)
    guard plaintext.count == layout.count(of: index) else { throw VaultError.damaged("chunk") }
    let original = layout.originalCount(of: index)
    guard plaintext[original...].allSatisfy({ $0 == 0 }) else {
      throw VaultError.damaged("chunk padding")
    }
    plaintext.removeLast(plaintext.count - original)
    return plaintext
  }
}
