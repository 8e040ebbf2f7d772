// SPDX-License-Identifier: Apache-2.0
import Evidence
import Testing

@Suite("Civil days")
struct CivilDayTests {
  @Test("counts every day of nine centuries, one after the other")
  func sequence() {
    var day = CivilDay(year: 1599, month: 12, day: 31)
    var number = day.daysSinceEpoch
    while day.year < 2500 {
      let next = CivilDay(daysSinceEpoch: number + 1)
      let isLast = day.day == CivilDay.days(inMonth: day.month, of: day.year)
      let expected =
        !isLast
        ? CivilDay(year: day.year, month: day.month, day: day.day + 1)
        : day.month == 12
          ? CivilDay(year: day.year + 1, month: 1, day: 1)
          : CivilDay(year: day.year, month: day.month + 1, day: 1)
      if next != expected || next.daysSinceEpoch != number + 1 || !next.isValid {
        Issue.record("after \(day.text) came \(next.text)")
        return
      }
      (day, number) = (next, number + 1)
    }
    #expect(CivilDay(year: 1970, month: 1, day: 1).daysSinceEpoch == 0)
  }

  @Test("knows leap years, before the year 0 too")
  func leapYears() {
    for year: Int64 in [2024, 2000, 1600, 0, -4, -400, 9996] { #expect(CivilDay.isLeap(year)) }
    for year: Int64 in [2023, 1900, 2100, -1, -100, 9999] { #expect(!CivilDay.isLeap(year)) }
  }

  @Test("comes back from its number in far years")
  func farYears() {
    for year: Int64 in [-1_000_000_000_000, -9999, -401, -400, -1, 0, 1, 9999, 1_000_000_000_000] {
      for (month, day) in [(1, 1), (2, 28), (3, 1), (12, 31)] {
        let civil = CivilDay(year: year, month: month, day: day)
        #expect(CivilDay(daysSinceEpoch: civil.daysSinceEpoch) == civil)
      }
    }
    #expect(CivilDay(year: 0, month: 1, day: 1).daysSinceEpoch == -719_528)
    #expect(CivilDay(year: 9999, month: 12, day: 31).daysSinceEpoch == 2_932_896)
  }

  @Test("refuses days that no calendar has")
  func validity() {
    for (year, month, day) in [
      (2023, 0, 1), (2023, 13, 1), (2023, -1, 1), (2023, 1, 0), (2023, 1, 32), (2023, 4, 31),
      (2023, 2, 29), (2024, 2, 30), (2023, 1, -1), (2023, Int.max, 1), (2023, 1, Int.max),
    ] {
      #expect(!CivilDay(year: Int64(year), month: month, day: day).isValid)
    }
    #expect(CivilDay(year: 2024, month: 2, day: 29).isValid)
  }

  @Test("is written with four digits of year")
  func text() {
    #expect(CivilDay(year: 0, month: 1, day: 2).text == "0000-01-02")
    #expect(CivilDay(year: 987, month: 11, day: 30).text == "0987-11-30")
    #expect(CivilDay(year: 9999, month: 12, day: 31).text == "9999-12-31")
  }
}
