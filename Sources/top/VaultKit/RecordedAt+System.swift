// SPDX-License-Identifier: Apache-2.0
public import Evidence
internal import Foundation

extension RecordedAt {
  /// The device's clock and its offset from UTC, right or wrong: what it is worth is said elsewhere.
  public static let systemNow: @Sendable () -> RecordedAt = {
    let seconds = Int64(Date().timeIntervalSince1970)
    let offset = TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    return RecordedAt(secondsSinceEpoch: seconds, offsetSeconds: offset / 60 * 60)
  }
}
