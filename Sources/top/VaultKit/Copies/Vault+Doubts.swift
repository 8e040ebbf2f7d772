// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import SyncClient
internal import VaultStore

extension Intake {
  /// Whether anything that was taken asks for a closer look: a hole, a record that does not open, or heads of logs
  /// that are not here as they were seen.
  func doubts(_ store: VaultStore) throws -> Bool {
    if hasHoles || report.problems.contains(where: { $0.code == .copyRecord }) { return true }
    var isInDoubt = false
    claims.compare(with: try store.state().logs, in: store) { _ in isInDoubt = true }
    return isInDoubt
  }
}

/// What a server left out can only be told from what others say: a head that a statement names, and that is not here;
/// a record that is gone and that nobody withdrew (Sync.md §4, §8).
extension Vault {
  private static let gapsName = "gaps"

  /// Whether records are missing here that the server may have.
  func hasGaps() throws -> Bool { try store.local(Self.gapsName) != nil }

  /// From where each log has to be read again to mend it, while there is anything to mend.
  func gaps() throws -> [LogID: UInt64] {
    guard try hasGaps() else { return [:] }
    var first: [LogID: UInt64] = [:]
    for (log, sequence) in try damagedPlaces() { first[log] = min(first[log] ?? .max, sequence) }
    if first.isEmpty { try keep(nil, as: Self.gapsName) }
    return first
  }

  /// Looks at the whole vault when something of what came gives cause.
  func nameDoubts(of isInDoubt: Bool, _ report: inout CopyReport) throws {
    guard isInDoubt else { return }
    var hasGap = false
    for problem in try damage() {
      switch problem.code {
      case .rollback where !report.namesSegments(of: problem.place):
        report.found(.serverWithheld, problem.place)
      case .fork: report.found(.copyFork, problem.place)
      case .unauthorisedHole:
        hasGap = true
        report.found(.unauthorisedHole, problem.place)
      case .recordDamaged: hasGap = true
      default: break
      }
    }
    if hasGap, try !hasGaps() { try keep([1], as: Self.gapsName) }
  }

  /// For a device that has just joined, and has nothing to compare with but what came.
  func withDoubts(_ report: CopyReport) throws -> CopyReport {
    var report = report
    try nameDoubts(of: true, &report)
    return report
  }
}

extension CopyReport {
  /// Frames of a log are said to be missing already.
  fileprivate func namesSegments(of log: String?) -> Bool {
    guard let log else { return false }
    return problems.contains { $0.code == .copySegment && $0.place?.hasPrefix(log) == true }
  }
}
