// SPDX-License-Identifier: Apache-2.0

/// A day and a time of that day, perhaps with the offset of the clock that showed it.
struct Moment: Hashable, Sendable {
  let day: CivilDay
  let time: TimeOfDay
  let shift: TimeShift?

  /// - Parameter separator: Where the `T` is.
  init?(_ bytes: ArraySlice<UInt8>, separator: Int) {
    guard let parts = DateParts(bytes[..<separator]), let date = CalendarDate(parts),
      date.isPlain, date.day != nil
    else { return nil }
    var scanner = ByteScanner(bytes[(separator + 1)...])
    guard let time = TimeOfDay(&scanner) else { return nil }
    if scanner.isAtEnd {
      shift = nil
    } else {
      guard let shift = TimeShift(scanner.rest) else { return nil }
      self.shift = shift
    }
    day = date.earliest
    self.time = time
  }

  var earliest: DateBound { DateBound(day: day, second: time.earliestSecond) }
  var latest: DateBound { DateBound(day: day, second: time.latestSecond) }
}
