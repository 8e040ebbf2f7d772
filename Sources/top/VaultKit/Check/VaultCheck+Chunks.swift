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
        missing.insert(id)
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

  /// Every chunk that a statement refers to is in the chunk table, and so has a file: the table alone could have
  /// been emptied by anyone.
  mutating func checkReferences() {
    // A table that cannot be read was named before.
    guard let rows = try? store.listedChunks() else { return }
    let listed = Set(rows.map(\.id))
    for statement in attachments {
      let header = statement.header
      attempt(.pieceDamaged, "\(header.log)/\(header.sequence)") { check in
        for (attachment, secret) in try Self.pieces(of: statement) {
          let ids: [ChunkID]
          switch secret.chunks {
          case .direct(let direct): ids = direct
          case .list(let list):
            ids = list + (try check.reader(for: attachment, secret, of: statement).dataChunks)
          }
          for id in ids where !listed.contains(id) { check.found(.chunkUnlisted, "\(id)") }
        }
      }
    }
  }

  mutating func checkMissing() {
    report.elsewhere = elsewhere.count
    for id in missing.subtracting(elsewhere).sorted(by: { "\($0)" < "\($1)" }) {
      found(.chunkMissing, "\(id)")
    }
  }

  /// Every piece, read to its end.
  mutating func checkPieces() {
    for statement in attachments {
      let header = statement.header
      attempt(.pieceDamaged, "\(header.log)/\(header.sequence)") { check in
        for (attachment, secret) in try Self.pieces(of: statement) {
          let reader = try check.reader(for: attachment, secret, of: statement)
          if check.elsewhere.isDisjoint(with: reader.dataChunks) { try reader.read { _ in } }
        }
      }
    }
  }

  private static func pieces(
    of statement: Statement
  ) throws -> [(Attachment, AttachmentSecret)] {
    let secrets = try statement.all(.attachmentSecret).map { try AttachmentSecret($0.value) }
    return try statement.all(.attachment).map { opening in
      let attachment = try Attachment(opening.value)
      guard let secret = secrets.first(where: { $0.id == attachment.id }) else {
        throw VaultError.damaged("attachment")
      }
      return (attachment, secret)
    }
  }

  private func reader(
    for attachment: Attachment, _ secret: AttachmentSecret, of statement: Statement
  ) throws -> PieceReader {
    let header = statement.header
    guard let sealed = try store.record(header.log, header.sequence)?.sealed else {
      throw VaultError.damaged("attachment")
    }
    let key = try AttachmentKey(
      wrapped: secret.key, piece: secret.id, vault: vault, log: header.log,
      sequence: header.sequence, epoch: SealedRecord.epoch(of: sealed), keyRing: keyRing)
    return try PieceReader(
      attachment, location: secret.chunks, key: key, vault: vault, chunks: store.chunks)
  }
}
