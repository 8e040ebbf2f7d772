// SPDX-License-Identifier: Apache-2.0
internal import Dossier
internal import Evidence
internal import Remote
internal import VaultStore

extension VaultCheck {
  mutating func checkLogs(_ state: StoredState, _ trusted: TrustedState?) throws {
    var problems: [Problem] = []
    let reading = LogReading(
      vault: vault, keyRing: keyRing, store: store,
      foreignEpochs: trusted?.foreignEpochs(to: keyRing) ?? []
    ) { problems.append($0) }
    let acceptance = try Acceptance(state, trusted: trusted, reading: reading)
    revocations = acceptance.revocations
    claims = LogClaims(revocations.values)
    for log in state.logs {
      try reading.read(log, accepted: acceptance.size(of: log)) { place in
        report.records += 1
        if report.records & 1023 == 0 { progress(report.records) }
        checkRecord(place)
      }
    }
    claims.compare(with: state.logs, in: store) { problems.append($0) }
    report.givenUp = claims.givenUp.count
    for problem in problems { found(problem) }
  }

  /// Every record is opened: a hole can only be told from damage by what the withdrawals say.
  private mutating func checkRecord(_ place: Place) {
    guard let statement = place.statement else {
      if case .hole = place.content {
        holes.note(place.record, of: place.log.id, isAccepted: place.isAccepted)
      }
      return
    }
    attempt(.recordDamaged, "\(place.log.id)/\(place.record.sequence)") { check in
      check.report.unknownStatements += try Fold([statement]).unknown
      if statement.header.type == .entryAttached { check.attachments.append(statement) }
      try check.holes.note(statement, isAccepted: place.isAccepted)
      // A revoked device can say what it likes: it excuses nothing that counts, and claims nothing.
      guard place.isAccepted else { return check.report.setApart += 1 }
      try check.claims.note(statement)
    }
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

  /// A dossier that this vault signed shows heads; each must be this vault's own history.
  mutating func compare(with dossier: UnverifiedDossier) {
    guard let heads = dossier.heads(of: vault, revocations: revocations) else {
      return found(.dossier)
    }
    var problems: [Problem] = []
    LogClaims(heads: Set(heads)).compare(with: [], in: store) { problems.append($0) }
    for problem in problems { found(problem) }
  }
}
