// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// How often to ask again, and how long to wait before: a random time up to a limit that doubles ("full jitter"), so
/// that servers which failed together do not come back together.
public struct RetryPolicy: Equatable, Sendable {
  /// The first one included.
  public var attempts = 5
  public var base: Duration = .milliseconds(100)
  public var longest: Duration = .seconds(3)

  public init() {}

  /// - Parameter failed: how many attempts there were, at least one.
  func delay(after failed: Int, _ random: any RandomSource) -> Duration {
    let limit = min(longest, base * (1 << min(max(failed - 1, 0), 16)))
    let part = random.bytes(4).reduce(0) { $0 << 8 | UInt64($1) }
    return limit * Double(part) / Double(UInt64(1) << 32)
  }
}
