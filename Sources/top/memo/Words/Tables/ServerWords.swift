// SPDX-License-Identifier: Apache-2.0

/// What is said about a server, and what it does or does not do.
protocol ServerWords: Sendable {
  var serverAbstract: String { get }
  var serverSetAbstract: String { get }
  var serverSetDiscussion: String { get }
  var serverURL: String { get }
  var serverInvite: String { get }
  var serverLinked: String { get }
  var serverShowAbstract: String { get }
  var serverKeyIs: String { get }
  var serverNone: String { get }
  var syncAbstract: String { get }
  var syncDiscussion: String { get }
  var syncAll: String { get }
  var syncFolder: String { get }
  var synchronising: String { get }
  var syncUpToDate: String { get }
  var syncCosigned: String { get }
  var joinServerDone: String { get }
  var joinSource: String { get }
  var serverUnreachable: String { get }
  var serverUnreachableHint: String { get }
  var serverUnexpected: String { get }
  var serverUnexpectedHint: String { get }
  var serverInsecure: String { get }
  var serverInsecureHint: String { get }
  var serverAddressMalformed: String { get }
  var serverAddressHint: String { get }
  var serverNoneHint: String { get }
  var serverUnknownDevice: String { get }
  var serverUnknownDeviceHint: String { get }
  var serverSaysRevoked: String { get }
  var serverSaysRevokedHint: String { get }
  var serverNotYours: String { get }
  var serverNotYoursHint: String { get }
  var erasureNotAsked: String { get }
  var erasureNotAskedHint: String { get }
  var revokedAdd: String { get }
  var serverInvitation: String { get }
  var serverInvitationHint: String { get }
  var serverQuota: String { get }
  var serverQuotaHint: String { get }
  var serverRefusedThis: String { get }
  var serverRefusedThisHint: String { get }
  var problemServerRefused: String { get }
  var problemServerAnswer: String { get }
  var problemServerKey: String { get }
  var problemServerCosignature: String { get }
  var problemServerWithheld: String { get }
  var problemTwin: String { get }
  var problemRevoked: String { get }

  func syncDone(_ pulled: Int, _ pushed: Int) -> String
  func piecesLeft(_ count: Int) -> String
  var eraseElsewhereAbstract: String { get }
  var eraseElsewhereDiscussion: String { get }
  var eraseElsewhereEntries: String { get }
  var eraseElsewhereCancel: String { get }
  var eraseElsewhereQuestion: String { get }
  var eraseElsewhereStopped: String { get }
  var eraseElsewhereNeedsKit: String { get }
  var erasureOrderedLine: String { get }
  var erasureCancelledLine: String { get }
  func eraseElsewhereDone(_ id: String, _ day: String) -> String
  func erasureLine(_ id: String, _ moment: String, _ days: UInt64) -> String
  var erasureWaiting: String { get }
  var erasureStopped: String { get }
  var erasureDone: String { get }
  var erasureStoppedHere: String { get }
  var erasureOver: String { get }
  var erasureOverHint: String { get }
  var erasureTooLate: String { get }
  var erasureTooLateHint: String { get }
  var problemCopyErasure: String { get }
  var serverToSetAgain: String { get }
  func copyLacks(_ count: Int) -> String
  var pieceElsewhere: String { get }
  var pieceElsewhereHint: String { get }
  func logsGivenUp(_ count: Int) -> String
  var serverKeyOption: String { get }
  var serverKeyMalformed: String { get }
  var serverKeyMalformedHint: String { get }
  func witnessedBefore(_ moment: String) -> String
  var onionNeedsTor: String { get }
  var onionNeedsTorHint: String { get }
  func erasureNotSent(_ id: String) -> String
}
