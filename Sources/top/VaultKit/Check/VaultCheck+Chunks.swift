// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import Seal
internal import VaultStore

extension VaultCheck {
  /// The files of the chunk table: there, of the right size, and, when read, of the right bytes.
  mutating func checkChunks(deep: Bool, repair: Bool) throws {
    guard let listed = try? store.listedChunks() else { return found(.database) }
    let present = Set((try? store.chunks.present()) ?? [])
    for (id, size) in listed {
      report.chunks += 1
      if report.chunks & 63 == 0 { progress(report.records + report.chunks) }
      guard let found = store.chunks.size(of: id) else {
        self.found(.chunkMissing, "\(id)")
        continue
      }
      if found != size { self.found(.chunkDamaged, "\(id)") }
      guard deep || repair else { continue }
      do {
        _ = try store.chunks.read(id)
      } catch StoreError.damaged {
        self.found(.chunkDamaged, "\(id)")
        guard repair else { continue }
        try store.chunks.quarantine(id)
        report.quarantined += 1
      } catch {
        self.found(.chunkDamaged, "\(id)")
      }
    }
    report.unreferencedChunks = present.subtracting(listed.map(\.id)).count
  }

  /// Every piece, read to its end.
  mutating func checkPieces() {
    let listed = Set(((try? store.listedChunks()) ?? []).map(\.id))
    for statement in attachments {
      let header = statement.header
      attempt(.pieceDamaged, "\(header.log)/\(header.sequence)") { check in
        let secrets = try statement.all(.attachmentSecret).map { try AttachmentSecret($0.value) }
        for opening in statement.all(.attachment) {
          let attachment = try Attachment(opening.value)
          guard let secret = secrets.first(where: { $0.id == attachment.id }) else {
            throw VaultError.damaged("attachment")
          }
          try check.checkPiece(attachment, secret, of: statement, listed: listed)
        }
      }
    }
  }

  private mutating func checkPiece(
    _ attachment: Attachment, _ secret: AttachmentSecret, of statement: Statement,
    listed: Set<ChunkID>
  ) throws {
    let header = statement.header
    guard let sealed = try store.record(header.log, header.sequence)?.sealed else {
      throw VaultError.damaged("attachment")
    }
    let key = try AttachmentKey(
      wrapped: secret.key, piece: secret.id, vault: vault, log: header.log,
      sequence: header.sequence, epoch: SealedRecord.epoch(of: sealed), keyRing: keyRing)
    let reader = try PieceReader(
      attachment, location: secret.chunks, key: key, vault: vault, chunks: store.chunks)
    var referenced = reader.dataChunks
    if case .list(let ids) = secret.chunks { referenced += ids }
    for id in referenced where !listed.contains(id) { found(.chunkUnlisted, "\(id)") }
    try reader.read { _ in }
  }
}
