// SPDX-License-Identifier: Apache-2.0

/// A year that words can name. Years before 1000 are left to the text: « mars 21 » would be read as 2021.
enum YearWording: Hashable {
  case exact(Int64)
  case decade(Int64)
  case century(Int64)
  case unspecified

  init?(_ year: MaskedYear) {
    guard !year.isNegative else { return nil }
    let isGiven = year.mask.digits.map { $0 != nil }
    let first = Int64(year.mask.value(at: 0))
    switch isGiven {
    case [false, false, false, false]: self = .unspecified
    case _ where first < 1000: return nil
    case [true, true, true, true]: self = .exact(first)
    case [true, true, true, false]: self = .decade(first)
    // The hundredth is written « Ce siècle », which would read as this one.
    case [true, true, false, false] where first < 9900: self = .century(first)
    default: return nil
    }
  }

  var exact: Int64? { if case .exact(let year) = self { year } else { nil } }

  var subject: DateWording.Subject {
    switch self {
    case .exact(let year): .year(year)
    case .decade(let year): .decade(year)
    case .century(let year): .century(year)
    case .unspecified: .undated
    }
  }

  /// What is known of the year of a month or day that does not have it.
  var remark: DateWording.Remark? {
    switch self {
    case .exact: nil
    case .decade(let year): .decade(year)
    case .century(let year): .century(year)
    case .unspecified: .state([.year], .unspecified)
    }
  }
}
