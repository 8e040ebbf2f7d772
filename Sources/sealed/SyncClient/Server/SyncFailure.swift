// SPDX-License-Identifier: Apache-2.0
public import Remote

/// Why one request brought nothing.
public enum SyncFailure: Error, Equatable, Sendable {
  /// No answer, or not in time; or one that says to try again.
  case unreachable
  /// The answer is not one of our protocol: another server, or a proxy's page.
  case unexpected
  /// The server says no, and why.
  case refused(ProblemDocument.Code)
  /// What came is not what was asked for: its hash, its signature or its place is another.
  case forged
  /// What was to be sent is not here as it was written.
  case missingHere

  /// Whether the same request may bring something later.
  var isTransient: Bool {
    switch self {
    case .unreachable, .refused(.unavailable), .refused(.broken), .refused(.tooMany): true
    case .unexpected, .refused, .forged, .missingHere: false
    }
  }
}
