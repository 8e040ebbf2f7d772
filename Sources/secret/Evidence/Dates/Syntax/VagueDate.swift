// SPDX-License-Identifier: Apache-2.0

/// What can stand alone, at an end of an interval or in a set.
enum VagueDate: Hashable, Sendable {
  case calendar(CalendarDate)
  case season(Season)

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let parts = DateParts(bytes) else { return nil }
    if let season = Season(parts) {
      self = .season(season)
    } else if let date = CalendarDate(parts) {
      self = .calendar(date)
    } else {
      return nil
    }
  }

  var earliest: DateBound {
    switch self {
    case .calendar(let date): .start(of: date.earliest)
    case .season(let season): .start(of: season.earliest)
    }
  }

  var latest: DateBound {
    switch self {
    case .calendar(let date): .end(of: date.latest)
    case .season(let season): .end(of: season.latest)
    }
  }

  /// The last moment at which an interval that ends here may begin. Not simply ``latest``: an interval
  /// that begins in June 2004 cannot be said to end "in 2004" (it would be `2004-06/2004-12`). A season
  /// is too loose for that.
  var latestStart: DateBound {
    switch self {
    case .calendar(let date): .start(of: date.latestStart)
    case .season: latest
    }
  }
}
