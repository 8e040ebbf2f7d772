// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import Sodium
internal import TransparencyLog
internal import VaultStore

/// Grows one log by one transaction: statements, their sealed records, one signed head.
struct LogWriter {
  let vault: VaultID
  let keyRing: KeyRing
  let now: RecordedAt
  let random: any RandomSource
  private let id: LogID
  private let previousSize: UInt64
  private var range: CompactRange
  private var records: [StoredRecord] = []
  private(set) var log: StoredLog

  /// Continues a log.
  init(
    vault: VaultID, keyRing: KeyRing, log: StoredLog, now: RecordedAt, random: any RandomSource
  ) {
    self.init(vault: vault, keyRing: keyRing, range: log.range, log: log, now: now, random: random)
  }

  /// Begins a log; its first statement must be `log.opened`.
  init(
    vault: VaultID, keyRing: KeyRing, newLog id: LogID, now: RecordedAt, random: any RandomSource
  ) {
    let range = CompactRange()
    self.init(
      vault: vault, keyRing: keyRing, range: range,
      log: StoredLog(id: id, device: keyRing.device, range: range, checkpoint: []), now: now,
      random: random)
  }

  private init(
    vault: VaultID, keyRing: KeyRing, range: CompactRange, log: StoredLog, now: RecordedAt,
    random: any RandomSource
  ) {
    self.vault = vault
    self.keyRing = keyRing
    self.now = now
    self.random = random
    self.range = range
    self.log = log
    id = log.id
    previousSize = range.size
  }

  var size: UInt64 { range.size }

  mutating func append(_ draft: StatementDraft) throws -> Statement {
    let statement = try draft.statement(
      device: keyRing.device, log: id, sequence: range.size, recordedAt: now, random: random)
    let sealed = try SealedRecord.seal(
      statement, vault: vault, keyRing: keyRing, random: random)
    records.append(
      StoredRecord(
        sequence: statement.header.sequence, leaf: statement.header.leaf, sealed: sealed))
    range.append(statement.header.leaf)
    return statement
  }

  /// Signs the head; the growth is ready to be committed.
  mutating func finish() throws -> StoredChange.Growth {
    let origin = Origin(vault: vault, device: keyRing.device, log: id).description
    let checkpoint = try Checkpoint(
      origin: origin, size: range.size, root: range.root, extensions: [])
    let signer = try NoteSigner(name: origin, key: keyRing.log)
    let signed = try SignedCheckpoint.sign(checkpoint, by: signer)
    log = StoredLog(id: id, device: keyRing.device, range: range, checkpoint: signed.encoded)
    return StoredChange.Growth(log: log, previousSize: previousSize, records: records)
  }
}
