// SPDX-License-Identifier: Apache-2.0

/// A division of a year: seasons (21 to 24, by hemisphere 25 to 32), quarters (33 to 36), groups of
/// four months (37 to 39), halves (40, 41).
struct Season: Hashable, Sendable {
  static let codes = 21...41

  let year: MaskedYear
  let code: Int
  /// Of the year, then of the season.
  let qualifiers: [Qualifier]
  let earliest: CivilDay
  let latest: CivilDay

  init?(_ parts: DateParts) {
    let years = parts.year.ascending
    guard parts.numbers.count == 1, let code = parts.numbers[0].exact, Self.codes.contains(code),
      let firstYear = years.first, let lastYear = years.last
    else { return nil }
    year = parts.year
    self.code = code
    qualifiers = parts.qualifiers
    let months = Self.months(code)
    earliest = CivilDay(year: firstYear, month: months.lowerBound, day: 1)
    latest = CivilDay(
      year: lastYear, month: months.upperBound,
      day: CivilDay.days(inMonth: months.upperBound, of: lastYear))
  }

  /// The months, within the year that is written. A season that crosses the new year (winter in the
  /// north, summer in the south) is December: EDTF orders it last in its year.
  private static func months(_ code: Int) -> ClosedRange<Int> {
    switch code {
    case 21, 25, 31: 3...5
    case 22, 26, 32: 6...8
    case 23, 27, 29: 9...11
    case 24, 28, 30: 12...12
    case 33...36: (code - 33) * 3 + 1...(code - 33) * 3 + 3
    case 37...39: (code - 37) * 4 + 1...(code - 37) * 4 + 4
    case 40: 1...6
    default: 7...12
    }
  }
}
