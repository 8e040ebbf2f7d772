// SPDX-License-Identifier: Apache-2.0

/// A year, month or day, in which digits may be unspecified: `2004`, `2004-06`, `156X-12-25`.
struct CalendarDate: Hashable, Sendable {
  let year: MaskedYear
  let month: DigitMask?
  let day: DigitMask?
  /// Of the year, then of the month and the day where they are.
  let qualifiers: [Qualifier]
  let earliest: CivilDay
  let latest: CivilDay

  /// `nil` when no day of the calendar fits.
  init?(_ parts: DateParts) {
    year = parts.year
    month = parts.numbers.first
    day = parts.numbers.dropFirst().first
    qualifiers = parts.qualifiers
    let months = month?.values(in: 1...12) ?? Array(1...12)
    let days = day?.values(in: 1...31) ?? Array(1...31)
    let years = year.ascending
    guard let earliest = Self.first(years, months, days),
      let latest = Self.first(years.reversed(), months.reversed(), days.reversed())
    else { return nil }
    self.earliest = earliest
    self.latest = latest
  }

  /// A century (`19`, `-04`) or decade (`197~`): a year without its last digits.
  init?(abbreviated bytes: ArraySlice<UInt8>) {
    var scanner = ByteScanner(bytes)
    let isNegative = scanner.take("-")
    let digits = scanner.takeDigits()
    guard (2...3).contains(digits.count),
      !isNegative || digits.contains(where: { $0 != UInt8(ascii: "0") })
    else { return nil }
    let sign = isNegative ? [UInt8(ascii: "-")] : []
    let unspecified = Array(repeating: UInt8(ascii: "X"), count: 4 - digits.count)
    let whole = sign + digits + unspecified + scanner.rest
    guard let parts = DateParts(whole[...]), parts.numbers.isEmpty else { return nil }
    self.init(parts)
  }

  /// Every digit given and nothing qualified, to the same precision as another such date.
  func isPlain(like other: CalendarDate) -> Bool {
    isPlain && other.isPlain && qualifiers.count == other.qualifiers.count
  }

  var isPlain: Bool {
    year.exact != nil && [month, day].allSatisfy { $0.map { $0.exact != nil } ?? true }
      && qualifiers.allSatisfy(\.isEmpty)
  }

  /// The first day of what it names, unspecified digits taken as late as they can be.
  var latestStart: CivilDay {
    CivilDay(
      year: latest.year, month: month == nil ? 1 : latest.month, day: day == nil ? 1 : latest.day)
  }

  /// The first day that exists, in the order given.
  private static func first(
    _ years: some Sequence<Int64>, _ months: [Int], _ days: [Int]
  ) -> CivilDay? {
    for year in years {
      for month in months {
        let candidates = days.lazy.map { CivilDay(year: year, month: month, day: $0) }
        if let day = candidates.first(where: \.isValid) { return day }
      }
    }
    return nil
  }
}
