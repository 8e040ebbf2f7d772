// SPDX-License-Identifier: Apache-2.0
internal import Synchronization

/// A clock that stands still until it is set.
public final class FakeClock: Sendable {
  private let seconds: Mutex<UInt64>

  public init(_ seconds: UInt64 = 1_800_000_000) { self.seconds = Mutex(seconds) }

  public var now: UInt64 { seconds.withLock(\.self) }
  public func advance(_ count: UInt64) { seconds.withLock { $0 += count } }
  public func advance(days: UInt64) { advance(days * 86_400) }
}
