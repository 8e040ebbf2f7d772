// SPDX-License-Identifier: Apache-2.0
import Evidence
import Testing

@Suite("Words of a recording time")
struct RecordedAtWordsTests {
  @Test(
    "says the time on the device's clock, and its zone",
    arguments: [
      (
        "2021-03-01T14:05:09+01:00", "1er mars 2021 à 14 h 05 (UTC+01:00)",
        "1 March 2021 at 14:05 (UTC+01:00)"
      ),
      (
        "2021-08-14T00:00:00-09:30", "14 août 2021 à 0 h 00 (UTC-09:30)",
        "14 August 2021 at 00:00 (UTC-09:30)"
      ),
      (
        "2021-12-31T23:59:59+00:00", "31 décembre 2021 à 23 h 59 (UTC)",
        "31 December 2021 at 23:59 (UTC)"
      ),
      ("0021-03-01T14:05:09+01:00", "0021-03-01T14:05:09+01:00", "0021-03-01T14:05:09+01:00"),
    ])
  func says(_ text: String, _ french: String, _ english: String) throws {
    let moment = try RecordedAt(text)
    #expect(moment.french == french)
    #expect(moment.english == english)
  }
}
