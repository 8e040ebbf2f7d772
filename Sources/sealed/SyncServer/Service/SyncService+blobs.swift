// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
internal import Remote

extension SyncService {
  func putBlob(
    _ vault: VaultID, _ kind: BlobKind, _ id: ChunkID, _ body: [UInt8]
  ) async throws -> WireResponse {
    guard !body.isEmpty, ChunkID(ofSealed: body) == id else { throw Refused(.refused) }
    if try await isSettled(vault, kind, id, body) { return .stored(isNew: false) }
    let key = try Place.blob(vault, kind, id)
    guard try await usage.hasRoom(for: body.count, in: vault) else {
      // The same request again has the same answer, whether or not there is room by now.
      if try await size(of: key) != nil { return .stored(isNew: false) }
      throw Refused(.quota)
    }
    let isNew = try await storage.putIfAbsent(key, body) != nil
    if isNew { await usage.add(body.count, to: vault) }
    return .stored(isNew: isNew)
  }

  /// Whether nothing is to be stored any more: the log has these places already (the segment was joined, or holds
  /// what was erased since), or an order that was carried out names the chunk.
  private func isSettled(
    _ vault: VaultID, _ kind: BlobKind, _ id: ChunkID, _ body: [UInt8]
  ) async throws -> Bool {
    switch kind {
    case .chunks: return try await erasedChunks(of: vault).contains(id)
    case .segments:
      let segment = try Segment(encoded: body)
      guard let record = try await logRecord(vault, segment.log)?.record else { return false }
      return segment.end <= record.size
    }
  }

  func getBlob(_ vault: VaultID, _ kind: BlobKind, _ id: ChunkID) async throws -> WireResponse {
    guard let stored = try await storage.get(Place.blob(vault, kind, id)) else {
      throw Refused(.notFound)
    }
    return .bytes(stored.bytes)
  }

  func headBlob(_ vault: VaultID, _ kind: BlobKind, _ id: ChunkID) async throws -> WireResponse {
    guard let size = try await size(of: Place.blob(vault, kind, id)) else {
      throw Refused(.notFound)
    }
    var answer = WireResponse.bytes([])
    answer.headerFields[.contentLength] = String(size)
    return answer
  }

  func missing(_ vault: VaultID, _ kind: BlobKind, _ body: [UInt8]) async throws -> WireResponse {
    guard let asked = try? BlobList(encoded: body) else { throw Refused(.malformed) }
    var there = kind == .chunks ? try await erasedChunks(of: vault) : []
    there.formUnion(try await present(among: asked.ids, vault, kind))
    return try .json(BlobList(asked.ids.filter { !there.contains($0) }))
  }

  /// Names are walked in the store's order, a page at a time, each page beginning at the next name asked for: few
  /// questions when most of what is there is asked for, and short ones when little is.
  private func present(
    among ids: [ChunkID], _ vault: VaultID, _ kind: BlobKind
  ) async throws -> Set<ChunkID> {
    let prefix = Place.blobs(vault, kind)
    var wanted = try ids.map { (id: $0, key: try Place.blob(vault, kind, $0)) }
      .sorted { $0.key < $1.key }[...]
    var found: Set<ChunkID> = []
    while let next = wanted.first {
      let limit = min(1000, 2 * wanted.count)
      let page = try await storage.list(
        prefix: prefix, after: ObjectKey(String(next.key.description.dropLast())), limit: limit)
      let names = Set(page.map(\.key))
      let end = page.count == limit ? page.last?.key : nil
      while let next = wanted.first, end.map({ next.key <= $0 }) ?? true {
        if names.contains(next.key) { found.insert(next.id) }
        wanted.removeFirst()
      }
    }
    return found
  }

  /// Of an object, in bytes; `nil` when there is none.
  private func size(of key: ObjectKey) async throws -> Int? {
    let first = try await storage.list(prefix: key.description, after: nil, limit: 1).first
    return first?.key == key ? first?.size : nil
  }
}
