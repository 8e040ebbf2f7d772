// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import VaultStore

/// Streams one file into sealed chunks: this task reads and hashes, others seal and write at the same
/// time; at most a few chunks are in memory (Format.md §6).
struct PieceSealer: Sendable {
  /// Chunks under way at once; each holds 2 MiB.
  static let inFlight = 6

  let key: AttachmentKey
  let vault: VaultID
  let chunks: ChunkFolder
  let progress: @Sendable (UInt64) -> Void

  struct Result {
    let size: UInt64
    let sha256: SHA256Digest
    let mediaType: String
    /// Data chunks, then list chunks; with the sizes of their files.
    let written: [(id: ChunkID, size: Int)]
    let location: AttachmentSecret.Chunks
    let traces: TraceFinding
  }

  /// - Throws: `FileError`, ``FileError/changedWhileReading`` among them. Chunks written so far are then
  ///   garbage: nothing refers to them.
  func seal(_ path: String) throws -> Result {
    let file = try OpenFile.reading(path)
    let before = try file.identity()
    let layout = try AttachmentLayout(size: UInt64(before.size))
    let beginning = try file.read(count: min(64, before.size), at: 0)
    let mediaType = MediaType.guess(name: Files.name(of: path), beginning: beginning)
    let (data, sha256) = try sealData(file, layout)
    let traces = try TraceScanner.scan(mediaType: mediaType, size: layout.size) { offset, count in
      try file.read(count: count, at: Int(clamping: offset))
    }
    guard try file.identity() == before else { throw FileError.changedWhileReading }
    var written = data
    let location: AttachmentSecret.Chunks
    if layout.usesList {
      let list = try sealList(data.map(\.id))
      written += list
      location = .list(list.map(\.id))
    } else {
      location = .direct(data.map(\.id))
    }
    try chunks.synchronize(written.map(\.id))
    return Result(
      size: layout.size, sha256: sha256, mediaType: mediaType, written: written,
      location: location, traces: TraceFinding(found: traces))
  }

  /// Chunks are read, sealed and written on other threads, which mostly wait for the disk; this one hashes
  /// the original in order.
  private func sealData(
    _ file: OpenFile, _ layout: AttachmentLayout
  ) throws -> ([(id: ChunkID, size: Int)], SHA256Digest) {
    let sealed = Prefetch(count: layout.chunks, depth: Self.inFlight) { index in
      let plaintext = try read(file, layout, index)
      let sealed = try key.sealData(
        plaintext, index: UInt64(index), isLast: index == layout.chunks - 1, vault: vault)
      let id = ChunkID(ofSealed: sealed)
      try chunks.write(sealed, as: id)
      return (id: id, size: sealed.count, plaintext: plaintext)
    }
    var hasher = SHA256()
    var results: [(id: ChunkID, size: Int)] = []
    while let chunk = try sealed.next() {
      let original = layout.originalCount(of: results.count)
      chunk.plaintext.withUnsafeBytes {
        hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<original]))
      }
      progress(UInt64(results.count) * UInt64(AttachmentLayout.chunkCount) + UInt64(original))
      results.append((chunk.id, chunk.size))
    }
    return (results, hasher.finalize())
  }

  /// The original's bytes of one chunk and the zero bytes after them.
  private func read(_ file: OpenFile, _ layout: AttachmentLayout, _ index: Int) throws -> [UInt8] {
    let original = layout.originalCount(of: index)
    let offset = index * AttachmentLayout.chunkCount
    var bytes = try file.read(count: original, at: min(offset, Int(layout.size)))
    guard bytes.count == original else { throw FileError.changedWhileReading }
    let padding = layout.count(of: index) - original
    if padding > 0 { bytes += [UInt8](repeating: 0, count: padding) }
    return bytes
  }

  private func sealList(_ ids: [ChunkID]) throws -> [(id: ChunkID, size: Int)] {
    try key.sealList(ids, vault: vault).map { sealed in
      let id = ChunkID(ofSealed: sealed)
      try chunks.write(sealed, as: id)
      return (id, sealed.count)
    }
  }
}
