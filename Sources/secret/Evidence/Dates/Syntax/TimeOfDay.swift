// SPDX-License-Identifier: Apache-2.0

/// `23:20:30`, `23:20:30.042`, `23:20`; `24:00:00` is the end of the day.
struct TimeOfDay: Hashable, Sendable {
  let hour: Int
  let minute: Int
  let second: Int?
  /// The digits after the point, as written; empty when there are none.
  let fraction: String

  init?(_ scanner: inout ByteScanner) {
    guard let hour = scanner.takeTwoDigits(), scanner.take(":"),
      let minute = scanner.takeTwoDigits(), hour <= 24, minute < 60
    else { return nil }
    self.hour = hour
    self.minute = minute
    guard scanner.take(":") else {
      guard hour < 24 || minute == 0 else { return nil }
      (second, fraction) = (nil, "")
      return
    }
    guard let second = scanner.takeTwoDigits(), second < 60 else { return nil }
    self.second = second
    let hasFraction = scanner.take(".")
    fraction = hasFraction ? String(decoding: scanner.takeDigits(), as: UTF8.self) : ""
    guard !hasFraction || !fraction.isEmpty,
      hour < 24 || (minute == 0 && second == 0 && !hasFraction)
    else { return nil }
  }

  var earliestSecond: Int { (hour * 60 + minute) * 60 + (second ?? 0) }

  /// The whole minute when that is all that is said; but the end of the day is one instant.
  var latestSecond: Int { second == nil && hour < 24 ? earliestSecond + 59 : earliestSecond }
}
