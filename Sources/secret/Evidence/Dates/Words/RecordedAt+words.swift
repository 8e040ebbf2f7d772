// SPDX-License-Identifier: Apache-2.0

extension RecordedAt {
  /// « 1er mars 2021 à 14 h 05 (UTC+01:00) », on the clock of the device. Part of signed pages.
  public var french: String {
    let (day, time) = (localDay, localTime)
    guard day.year >= 1000 else { return description }
    return FrenchNoun(.day(day.day, day.month, day.year)).text + " à "
      + FrenchDate.clock(time.hour, time.minute) + " (\(TimeShift.text(offsetSeconds / 60)))"
  }

  /// "1 March 2021 at 14:05 (UTC+01:00)".
  public var english: String {
    let (day, time) = (localDay, localTime)
    guard day.year >= 1000 else { return description }
    return EnglishNoun(.day(day.day, day.month, day.year)).text + " at "
      + EnglishDate.clock(time.hour, time.minute) + " (\(TimeShift.text(offsetSeconds / 60)))"
  }
}
