// SPDX-License-Identifier: Apache-2.0
internal import Dossier
internal import Evidence
internal import Hashing
internal import Remote
internal import TransparencyLog
internal import VaultStore

extension VaultCheck {
  mutating func checkLog(
    _ log: StoredLog, accepted: UInt64, foreignEpochs: Set<EpochID>
  ) throws {
    var problems: [Problem] = []
    let reading = LogReading(
      vault: vault, keyRing: keyRing, store: store, foreignEpochs: foreignEpochs
    ) { problems.append($0) }
    try reading.read(log, accepted: accepted) { place in
      report.records += 1
      if report.records & 1023 == 0 { progress(report.records) }
      checkRecord(place)
    }
    for problem in problems { found(problem) }
  }

  /// Every record is opened: a hole can only be told from damage by what the withdrawals say.
  private mutating func checkRecord(_ place: Place) {
    guard let statement = place.statement else {
      if case .hole = place.content { holes.note(place.record, of: place.log.id) }
      return
    }
    attempt(.recordDamaged, "\(place.log.id)/\(place.record.sequence)") { check in
      check.report.unknownStatements += try Fold([statement]).unknown
      if statement.header.type == .entryAttached { check.attachments.append(statement) }
      // A revoked device can say what it likes: it excuses nothing and claims nothing.
      guard place.isAccepted else { return }
      try check.holes.note(statement)
      check.claims.formUnion(try Self.heads(named: statement))
    }
  }

  /// The heads that a statement says logs had when it was made.
  private static func heads(named statement: Statement) throws -> [LogHead] {
    let lists: [Opening?] =
      switch statement.header.type {
      case .logOpened: [statement[.headsSeen]]
      case .deviceRevoked: [statement[.logs]]
      default: []
      }
    var heads = try lists.flatMap { opening -> [HeadReference] in
      guard let opening else { return [] }
      guard case .array(let values) = opening.value else { throw EvidenceError.malformed }
      return try values.map(HeadReference.init)
    }
    if statement.header.type == .logOpened, let opening = statement[.predecessor] {
      heads.append(try HeadReference(opening.value))
    }
    return heads.map { LogHead(log: $0.log, size: $0.size, root: $0.root) }
  }

  /// Records of a log that there is not.
  mutating func checkUnlisted(_ logs: [StoredLog]) {
    attempt(.database) { check in
      for log in try check.store.logsOfRecords() where !logs.contains(where: { $0.id == log }) {
        check.found(.recordUnlisted, "\(log)")
      }
    }
  }

  mutating func checkHoles() {
    for hole in holes.unauthorised.sorted(by: { ($0.log, $0.sequence) < ($1.log, $1.sequence) }) {
      found(.unauthorisedHole, "\(hole.log)/\(hole.sequence)")
    }
  }

  // MARK: Against other heads

  mutating func checkClaims() { compare(with: claims) }

  /// A dossier that this vault signed shows heads; each must be this vault's own history.
  mutating func compare(with dossier: UnverifiedDossier) {
    guard let heads = dossier.heads(of: vault, revocations: revocations) else {
      return found(.dossier)
    }
    compare(with: Set(heads))
  }

  private mutating func compare(with heads: Set<LogHead>) {
    for (log, heads) in Dictionary(grouping: heads, by: \.log).sorted(by: { $0.key < $1.key }) {
      attempt(.database) { try $0.compare(with: heads, of: log) }
    }
  }

  private mutating func compare(with heads: [LogHead], of log: LogID) throws {
    var range = CompactRange()
    var later = heads.filter { $0.size > 0 }
    try store.forEachRecord(of: log) { record in
      // A gap has a name of its own, and no root.
      if record.sequence != range.size { later.removeAll() }
      guard !later.isEmpty else { return }
      range.append(record.leaf)
      if later.contains(where: { $0.size == range.size && $0.root != range.root }) {
        found(.fork, "\(log)")
      }
      later.removeAll { $0.size <= range.size }
    }
    if !later.isEmpty { found(.rollback, "\(log)") }
  }
}
