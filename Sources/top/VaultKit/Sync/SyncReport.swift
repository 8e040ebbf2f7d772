// SPDX-License-Identifier: Apache-2.0
public import SyncClient

/// What a synchronisation did.
public struct SyncReport: Sendable {
  /// Records, boot records and chunks taken.
  public var pulled = 0
  /// Blobs, boot records and heads that the server took.
  public var pushed = 0
  /// Heads of this device that the server cosigned, at the size that they have here.
  public var cosigned = 0
  /// Of what was taken and pushed together.
  public var bytes: UInt64 = 0
  /// Chunks of pieces that are listed here and were left where they are.
  public var left = 0
  public var problems: [Problem] = []
  /// Why the server was given up, if it was: what was done before stays.
  public var surrender: SyncFailure?

  /// Whether something of what the server has was not read: then nothing is erased on its word.
  var leavesDoubt: Bool {
    problems.contains { problem in
      switch problem.code {
      case .serverCosignature, .serverKey, .revoked, .twin, .copyChunk: false
      default: true
      }
    }
  }

  mutating func found(_ code: Problem.Code, _ place: String? = nil) {
    let problem = Problem(code, place)
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// What came after it.
  mutating func add(_ later: SyncReport) {
    pulled += later.pulled
    pushed += later.pushed
    bytes += later.bytes
    cosigned = later.cosigned
    left = later.left
    surrender = later.surrender
    for problem in later.problems { found(problem.code, problem.place) }
  }

  mutating func add(_ report: CopyReport) {
    pulled += report.objects
    bytes += report.bytes
    for problem in report.problems { found(problem.code, problem.place) }
  }
}
