// SPDX-License-Identifier: Apache-2.0

/// The forms of a date; each has one character that only it uses, so nothing is read twice.
enum EDTFForm: Hashable, Sendable {
  case date(VagueDate)
  case moment(Moment)
  case longYear(LongYear)
  case interval(EDTFInterval)
  case set(EDTFSet)

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let form = Self.read(bytes) else { return nil }
    self = form
  }

  private static func read(_ bytes: ArraySlice<UInt8>) -> EDTFForm? {
    if bytes.first == UInt8(ascii: "[") || bytes.first == UInt8(ascii: "{") {
      return EDTFSet(bytes).map(EDTFForm.set)
    }
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      return EDTFInterval(bytes, separator: slash).map(EDTFForm.interval)
    }
    if let separator = bytes.firstIndex(of: UInt8(ascii: "T")) {
      return Moment(bytes, separator: separator).map(EDTFForm.moment)
    }
    if bytes.first == UInt8(ascii: "Y") { return LongYear(bytes).map(EDTFForm.longYear) }
    if bytes.contains(UInt8(ascii: "S")) {
      return LongYear(significant: bytes).map(EDTFForm.longYear)
    }
    let date = VagueDate(bytes) ?? CalendarDate(abbreviated: bytes).map(VagueDate.calendar)
    return date.map(EDTFForm.date)
  }

  var earliest: DateBound? {
    switch self {
    case .date(let date): date.earliest
    case .moment(let moment): moment.earliest
    case .longYear(let year): year.earliest
    case .interval(let interval): interval.earliest
    case .set(let set): set.earliest
    }
  }

  var latest: DateBound? {
    switch self {
    case .date(let date): date.latest
    case .moment(let moment): moment.latest
    case .longYear(let year): year.latest
    case .interval(let interval): interval.latest
    case .set(let set): set.latest
    }
  }
}
