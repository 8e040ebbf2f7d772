// SPDX-License-Identifier: Apache-2.0

/// What a date says, sorted into what a sentence needs; neither French nor English yet.
struct DateWording: Hashable {
  /// What is named. A year is left out where it is unspecified, or said by the other end.
  enum Subject: Hashable {
    case undated
    case year(Int64)
    /// Its first year.
    case decade(Int64)
    /// Its first year.
    case century(Int64)
    case season(Int, Int64?)
    case month(Int, Int64?)
    case day(Int, Int, Int64?)
    case dayNumber(Int)
  }

  enum Remark: Hashable {
    case decade(Int64)
    case century(Int64)
    /// Finest component first.
    case state([Component], State)
  }

  enum Component: Hashable {
    case year
    case month
    case day
  }

  enum State: Hashable {
    case unspecified
    case uncertain
    case approximate
    case approximateAndUncertain
  }

  let subject: Subject
  /// Of the date as a whole.
  let qualifier: Qualifier
  let remarks: [Remark]

  var isPlain: Bool { qualifier.isEmpty && remarks.isEmpty }

  /// `nil` where words would not be clearer than the text.
  init?(_ date: VagueDate) {
    switch date {
    case .calendar(let date): self.init(date)
    case .season(let season): self.init(season)
    }
  }

  private init?(_ season: Season) {
    guard let year = YearWording(season.year), Set(season.qualifiers).count == 1,
      let qualifier = season.qualifiers.first
    else { return nil }
    subject = .season(season.code, year.exact)
    self.qualifier = qualifier
    remarks = [year.remark].compactMap(\.self)
  }

  init(_ day: CivilDay) {
    subject = .day(day.day, day.month, day.year)
    qualifier = []
    remarks = []
  }

  private init?(_ date: CalendarDate) {
    guard let year = YearWording(date.year), let subject = Self.subject(date, year) else {
      return nil
    }
    self.subject = subject
    let isWhole = Set(date.qualifiers).count == 1
    qualifier = isWhole ? date.qualifiers.first ?? [] : []
    // A year that is itself the subject needs no remark.
    let isYear = date.month?.exact == nil
    var missing: [Component] = []
    if date.day?.isUnspecified == true { missing.append(.day) }
    if date.month?.isUnspecified == true { missing.append(.month) }
    if !isYear, year == .unspecified { missing.append(.year) }
    var remarks: [Remark] = []
    if !missing.isEmpty, subject != .undated { remarks.append(.state(missing, .unspecified)) }
    if !isYear, year != .unspecified { remarks += [year.remark].compactMap(\.self) }
    self.remarks = remarks + (isWhole ? [] : Self.qualified(date))
    if subject == .undated, !qualifier.isEmpty || !self.remarks.isEmpty { return nil }
  }

  /// The finest component that is given; `nil` when one is given in part, or a day without its month.
  private static func subject(_ date: CalendarDate, _ year: YearWording) -> Subject? {
    guard let month = date.month else { return year.subject }
    guard let number = month.exact else {
      return month.isUnspecified && date.day.map(\.isUnspecified) ?? true ? year.subject : nil
    }
    guard let day = date.day else { return .month(number, year.exact) }
    if let exact = day.exact { return .day(exact, number, year.exact) }
    return day.isUnspecified ? .month(number, year.exact) : nil
  }

  /// Components that are qualified alike are said together.
  private static func qualified(_ date: CalendarDate) -> [Remark] {
    let pairs = zip([Component.year, .month, .day], date.qualifiers).reversed()
    let states: [(Qualifier, State)] = [
      (.approximate, .approximate), (.uncertain, .uncertain),
      ([.approximate, .uncertain], .approximateAndUncertain),
    ]
    return states.compactMap { qualifier, state in
      let components = pairs.filter { $0.1 == qualifier }.map(\.0)
      return components.isEmpty ? nil : .state(components, state)
    }
  }
}
