// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Seal
internal import TransparencyLog
internal import VaultStore

/// One row of a log, opened.
struct Place {
  enum Content {
    case statement(Statement)
    /// Its record is gone; a withdrawal must say why.
    case hole
    /// There is a record, and it is not what was written.
    case unreadable
  }

  let log: StoredLog
  let record: StoredRecord
  let content: Content
  /// Not beyond the cut-off of a revocation.
  let isAccepted: Bool

  var statement: Statement? {
    if case .statement(let statement) = content { statement } else { nil }
  }
}

/// Opens the rows of a log, reading on around whatever is damaged: one torn page must not hide the rest of
/// what a person wrote.
struct LogReading {
  /// A gap is named place by place, but not for ever: sizes may be forged.
  private static let namedPlaces: UInt64 = 1000

  let vault: VaultID
  let keyRing: KeyRing
  let store: VaultStore
  /// Epochs of boot records that were made apart.
  var foreignEpochs: Set<EpochID> = []
  /// Called with whatever is not as it was written.
  let found: (Problem) -> Void

  /// Every row up to the size that the head signs, in order.
  /// - Throws: only what `body` throws.
  func read(_ log: StoredLog, accepted: UInt64, _ body: (Place) throws -> Void) throws {
    var range = CompactRange()
    var expected: UInt64 = 0
    var stopped: (any Error)?
    do {
      try store.forEachRecord(of: log.id) { record in
        missing(from: expected, to: min(record.sequence, log.size), of: log)
        expected = max(expected, record.sequence + 1)
        guard record.sequence < log.size else {
          return found(Problem(.recordUnlisted, "\(log.id)/\(record.sequence)"))
        }
        range.append(record.leaf)
        let place = Place(
          log: log, record: record, content: content(of: record, in: log),
          isAccepted: record.sequence < accepted)
        do { try body(place) } catch {
          stopped = error
          throw error
        }
      }
    } catch {
      if let stopped { throw stopped }
      found(Problem(.database))
    }
    missing(from: expected, to: log.size, of: log)
    if range != log.range { found(Problem(.head, "\(log.id)")) }
  }

  private func content(of record: StoredRecord, in log: StoredLog) -> Place.Content {
    guard let sealed = record.sealed else { return .hole }
    let location = SealedRecord.Place(
      vault: vault, log: log.id, sequence: record.sequence, leaf: record.leaf)
    do {
      let statement = try SealedRecord.open(sealed, at: location, keyRing: keyRing)
      guard statement.header.device == log.device else { throw SealError.damaged }
      return .statement(statement)
    } catch SealError.unknownEpoch where isOfKnownEpoch(sealed) {
      found(Problem(.keyMissing, "\(log.id)/\(record.sequence)"))
    } catch {
      found(Problem(.recordDamaged, "\(log.id)/\(record.sequence)"))
    }
    return .unreadable
  }

  /// An epoch that a boot record names and this device has no key of yet (Sync.md §5); any other one is damage.
  private func isOfKnownEpoch(_ sealed: [UInt8]) -> Bool {
    guard let epoch = try? SealedRecord.epoch(of: sealed) else { return false }
    return foreignEpochs.contains(epoch)
  }

  private func missing(from start: UInt64, to end: UInt64, of log: StoredLog) {
    guard start < end else { return }
    for sequence in start..<min(end, start + Self.namedPlaces) {
      found(Problem(.recordMissing, "\(log.id)/\(sequence)"))
    }
  }
}
