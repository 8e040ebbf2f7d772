// SPDX-License-Identifier: Apache-2.0

/// The first or the last moment that a date can mean, on the clock and calendar of whoever wrote it.
///
/// An offset from UTC does not move it: `2004-01-01T23:00:00-05:00` happened on 1 January for the
/// person who says so, and a chronology that put it on the 2nd would contradict them.
public struct DateBound: Hashable, Sendable {
  public let day: CivilDay
  /// 0 to 86400; the last only for `T24:00:00`, the end of the day that was written.
  public let second: Int

  init(day: CivilDay, second: Int) {
    self.day = day
    self.second = second
  }

  static func start(of day: CivilDay) -> DateBound { DateBound(day: day, second: 0) }
  static func end(of day: CivilDay) -> DateBound { DateBound(day: day, second: 86_399) }

  /// Seconds since 1970-01-01T00:00:00 of that same clock. No overflow: see ``LongYear/limit``.
  var key: Int64 { day.daysSinceEpoch * 86_400 + Int64(second) }
}

extension DateBound: Comparable {
  public static func < (left: DateBound, right: DateBound) -> Bool { left.key < right.key }
}
