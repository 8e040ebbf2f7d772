// SPDX-License-Identifier: Apache-2.0
internal import TransparencyLog
public import Evidence
internal import Hashing
public import Remote
internal import Sodium
internal import VaultStore

/// One line of the « journal de conservation »: a statement in its place, blanks included, or a hole.
public struct HistoryItem: Sendable {
  public let log: LogID
  public let device: DeviceID
  public let sequence: UInt64
  /// `nil` for a hole.
  public let type: StatementType?
  public let subject: SubjectID?
  public let recordedAt: RecordedAt?
  /// The leaf, base64url.
  public let leaf: String
  /// Beyond the cut-off of a revocation: shown, not counted.
  public let isQuarantined: Bool
  /// There is a record, and it does not open.
  public let isUnreadable: Bool
}

/// The head of a log.
public struct HistoryHead: Sendable {
  public let log: LogID
  public let device: DeviceID
  public let size: UInt64
  /// Base64url.
  public let root: String
  public let isRevoked: Bool
}

extension Vault {
  /// Every statement of every log, in its order; blanks only when asked for.
  /// - Returns: the lines, and what is not as it was written: a record that is gone without a withdrawal must
  ///   not look like one that the person took back.
  public func history(
    includingBlanks: Bool = false
  ) throws -> (items: [HistoryItem], problems: [Problem]) {
    try VaultError.mapping {
      var items: [HistoryItem] = []
      let problems = try forEachPlace { place in
        let header = place.statement?.header
        if header?.type == .blank && !includingBlanks { return }
        items.append(HistoryItem(place, header))
      }
      return (items, problems)
    }
  }

  public func heads() throws -> [HistoryHead] {
    try VaultError.mapping {
      let trusted = try TrustedState(store.state())
      return trusted.logs.map {
        HistoryHead(
          log: $0.id, device: $0.device, size: $0.size,
          root: Base64.encode($0.range.root.bytes, .urlUnpadded),
          isRevoked: trusted.revocations[$0.device] != nil)
      }
    }
  }
}

extension HistoryItem {
  fileprivate init(_ place: Place, _ header: StatementHeader?) {
    var isUnreadable = false
    if case .unreadable = place.content { isUnreadable = true }
    self.init(
      log: place.log.id, device: place.log.device, sequence: place.record.sequence,
      type: header?.type, subject: header?.subject, recordedAt: header?.recordedAt,
      leaf: Base64.encode(place.record.leaf.bytes, .urlUnpadded),
      isQuarantined: !place.isAccepted, isUnreadable: isUnreadable)
  }
}
