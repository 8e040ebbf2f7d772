// SPDX-License-Identifier: Apache-2.0

/// A moment in UTC as signatures write it: `20130524T000000Z`.
struct SigningTime: Equatable, Sendable {
  let day: String
  let text: String

  /// - Parameter seconds: since 1970.
  init(_ seconds: UInt64) {
    // Beyond the year 9999 nobody signs.
    let seconds = min(seconds, 253_402_300_799)
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    day = Self.civil(days)
    text =
      day + "T" + Self.digits(rest / 3600, 2) + Self.digits(rest / 60 % 60, 2)
      + Self.digits(rest % 60, 2) + "Z"
  }

  /// Days since 1970 in the Gregorian calendar. Years begin in March here, so that the leap day is the last.
  private static func civil(_ days: UInt64) -> String {
    let shifted = days + 719_468
    let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    return digits(year, 4) + digits(month < 10 ? month + 3 : month - 9, 2) + digits(day, 2)
  }

  private static func digits(_ number: UInt64, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
