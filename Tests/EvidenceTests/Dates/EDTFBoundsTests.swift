// SPDX-License-Identifier: Apache-2.0
import Evidence
import Testing

@Suite("EDTF bounds and order")
struct EDTFBoundsTests {
  @Test(
    "finds the first and last day that a date can mean",
    arguments: [
      ("2021-02", "2021-02-01", "2021-02-28"), ("2020-02-XX", "2020-02-01", "2020-02-29"),
      ("201X", "2010-01-01", "2019-12-31"), ("201", "2010-01-01", "2019-12-31"),
      ("18", "1800-01-01", "1899-12-31"), ("XXXX-02-29", "0000-02-29", "9996-02-29"),
      ("2021-1X", "2021-10-01", "2021-12-31"), ("2021-02-3X/2022", "", ""),
      ("2021-XX-31", "2021-01-31", "2021-12-31"), ("2021-03-1X", "2021-03-10", "2021-03-19"),
      ("15XX-02-XX", "1500-02-01", "1599-02-28"), ("2021-33", "2021-01-01", "2021-03-31"),
      ("2021-38", "2021-05-01", "2021-08-31"), ("2021-41", "2021-07-01", "2021-12-31"),
      ("201X-22", "2010-06-01", "2019-08-31"), ("2021~/2022-04?", "2021-01-01", "2022-04-30"),
      ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
      ("[1961-12,1960]", "1960-01-01", "1961-12-31"),
    ])
  func findsBounds(_ text: String, _ first: String, _ last: String) throws {
    guard !first.isEmpty else {
      #expect(throws: EvidenceError.self) { try EDTFDate(text) }
      return
    }
    let date = try EDTFDate(text)
    #expect(date.earliest?.day.text == first)
    #expect(date.latest?.day.text == last)
  }

  @Test("counts years before the year 0 the other way round")
  func negativeYears() throws {
    #expect(try EDTFDate("-01XX").earliest?.day == CivilDay(year: -199, month: 1, day: 1))
    #expect(try EDTFDate("-01XX").latest?.day == CivilDay(year: -100, month: 12, day: 31))
    #expect(try EDTFDate("-000X").latest?.day == CivilDay(year: -1, month: 12, day: 31))
    #expect(try EDTFDate("-04").earliest?.day == CivilDay(year: -499, month: 1, day: 1))
  }

  @Test(
    "leaves an open or unknown side without a bound",
    arguments: ["../2021", "/2021", "[..2021]", "{..2020,2021}"])
  func openStart(_ text: String) throws {
    let date = try EDTFDate(text)
    #expect(date.earliest == nil)
    #expect(date.latest?.day.text == "2021-12-31")
    #expect(date.earliestKey == .min + 1)
  }

  @Test(
    "leaves an open or unknown end without a bound", arguments: ["2021/..", "2021/", "[2021..]"])
  func openEnd(_ text: String) throws {
    let date = try EDTFDate(text)
    #expect(date.latest == nil)
    #expect(date.earliest?.day.text == "2021-01-01")
    #expect(date.latestKey == .max - 1)
  }

  @Test("keeps the time of day, on the clock that was written")
  func keepsTime() throws {
    let exact = try EDTFDate("2021-03-14T23:05:10-05:00")
    #expect(exact.earliest == exact.latest)
    #expect(exact.earliest?.day.text == "2021-03-14")
    #expect(exact.earliest?.second == 23 * 3600 + 5 * 60 + 10)
    let minute = try EDTFDate("2021-03-14T23:05")
    #expect(minute.latestKey - minute.earliestKey == 59)
    let endOfDay = try EDTFDate("2021-03-14T24:00:00")
    #expect(endOfDay.earliest?.day.text == "2021-03-14")
    #expect(try endOfDay.earliestKey == EDTFDate("2021-03-15").earliestKey)
    #expect(try EDTFDate("1970-01-01T00:00:00+14:00").earliestKey == 0)
  }

  @Test("sorts by start, then by end")
  func sorts() throws {
    let sorted = [
      "../2030", "Y-99999999999999999999", "Y-170000002", "-0044", "0000", "2021", "2021-01-01",
      "2021-01-01T08:00:00", "2021-01-01T08:00", "2021-01-01T24:00:00", "2021-01-02", "2021-21",
      "2021-03", "2021-03-14/..", "2021-03-15", "Y17E7", "Y99999999999999999999",
    ]
    // Widest last where two begin together.
    let dates = try sorted.reversed().map { try EDTFDate($0) }
    let result = dates.sorted { ($0.earliestKey, $1.latestKey) < ($1.earliestKey, $0.latestKey) }
    // Spring and March begin together, and so do a minute and its first second.
    #expect(result.map(\.earliestKey) == (try sorted.map { try EDTFDate($0).earliestKey }))
    #expect(result.first?.text == "../2030")
    #expect(result.last?.text == "Y99999999999999999999")
  }

  @Test("saturates years that no clock can count, in order")
  func saturates() throws {
    let far = try EDTFDate("Y99E999999999999999999999999999999")
    #expect(try far.earliestKey == EDTFDate("Y100000000000").earliestKey)
    #expect(try far.earliestKey > EDTFDate("Y99999999999").earliestKey)
    #expect(far.latestKey < Int64.max - 1)
    #expect(try EDTFDate("Y-17E40").earliestKey > Int64.min + 1)
  }

  @Test(
    "keeps what happened between since and until",
    arguments: [
      ("2021-03", "2021-03-31", "2021-04", true), ("2021-03", "2021-04", nil, false),
      ("2021-03", nil, "2021-02", false), ("2021-03", nil, "2021-03-01", true),
      ("2019/2021", "2020", "2020", true), ("../2020-06", "2020-07", nil, false),
      ("../2020-06", "2020-06-30", nil, true), ("/2020-06", nil, "1900", true),
      ("2021/..", "3000", nil, true), ("2021/..", nil, "2020", false), ("/", "2020", "2021", true),
      ("2021", "../2020", nil, true), ("2021", nil, "2020/..", true), ("2021", nil, nil, true),
      ("2021-03-14T23:05:00", "2021-03-14T23:06", nil, false),
      ("2021-03-14T23:05:00", "2021-03-14T23:05", "2021-03-14", true), ("201X", "2019", nil, true),
    ] as [(String, String?, String?, Bool)])
  func overlaps(_ text: String, _ since: String?, _ until: String?, _ isKept: Bool) throws {
    let date = try EDTFDate(text)
    let (since, until) = try (since.map { try EDTFDate($0) }, until.map { try EDTFDate($0) })
    #expect(date.overlaps(since: since, until: until) == isKept)
  }
}
