// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@Suite("Moments of recording")
struct RecordedAtTests {
  @Test("is local time and its offset, from 1970 to 2099 and beyond")
  func texts() throws {
    let cases: [(seconds: Int64, offset: Int, text: String)] = [
      (0, 0, "1970-01-01T00:00:00+00:00"), (0, 3600, "1970-01-01T01:00:00+01:00"),
      (0, -3600, "1969-12-31T23:00:00-01:00"), (-1, 0, "1969-12-31T23:59:59+00:00"),
      (4_102_444_799, 0, "2099-12-31T23:59:59+00:00"),
      (4_102_444_799, 7200, "2100-01-01T01:59:59+02:00"),
      (951_782_400, 0, "2000-02-29T00:00:00+00:00"),
      (1_700_000_000, 20_700, "2023-11-15T03:58:20+05:45"),
      (1_700_000_000, -12_600, "2023-11-14T18:43:20-03:30"),
      (1_700_000_000, -1800, "2023-11-14T21:43:20-00:30"),
      (1_700_000_000, 86_340, "2023-11-15T22:12:20+23:59"),
      (-62_167_219_200 + 86_400, 0, "0000-01-02T00:00:00+00:00"),
    ]
    for (seconds, offset, text) in cases {
      let moment = RecordedAt(secondsSinceEpoch: seconds, offsetSeconds: offset)
      #expect(moment.description == text)
      let parsed = try RecordedAt(text)
      #expect(parsed == moment)
      #expect(parsed.secondsSinceEpoch == seconds && parsed.offsetSeconds == offset)
    }
  }

  @Test("refuses every other text")
  func refused() {
    let texts = [
      "", "2023-11-14T22:13:20", "2023-11-14T22:13:20Z", "2023-11-14 22:13:20+00:00",
      "2023-11-14t22:13:20+00:00", "2023-11-14T22:13:20+0000", "2023-11-14T22:13:20 +0:00",
      "2023-11-14T22:13:20-00:00", "2023-11-14T22:13:20+24:00", "2023-11-14T22:13:20+00:60",
      "2023-11-14T24:00:00+00:00", "2023-11-14T22:60:20+00:00", "2023-11-14T22:13:60+00:00",
      "2023-00-14T22:13:20+00:00", "2023-13-14T22:13:20+00:00", "2023-11-00T22:13:20+00:00",
      "2023-11-31T22:13:20+00:00", "2023-02-29T22:13:20+00:00", "1900-02-29T00:00:00+00:00",
      "2023-04-31T00:00:00+00:00", "2023-11-14T22:13:20.0+00:0", "2023/11/14T22:13:20+00:00",
      "2023-11-14T22:13:20+00:00 ", " 023-11-14T22:13:20+00:00", "-023-11-14T22:13:20+00:00",
      "2O23-11-14T22:13:20+00:00", "+023-11-14T22:13:20+00:00", "2023-11-14T22:13:20±00:00",
      "2023-11-14T22:13:20*00:00", "10000-11-14T22:13:20+00:00", "２０２３-1-14T22:13:20+00:00",
    ]
    for text in texts {
      #expect(throws: EvidenceError.malformed, "\(text)") { try RecordedAt(text) }
    }
  }

  @Test("a clock out of its mind is taken to the nearest year that can be written")
  func clamped() throws {
    for seconds: Int64 in [.min, .min + 1, -62_167_219_201, 253_402_300_800, .max - 1, .max] {
      for offset in [Int.min, -86_400, -86_399, -61, 0, 59, 60, 86_399, 86_400, Int.max] {
        let moment = RecordedAt(secondsSinceEpoch: seconds, offsetSeconds: offset)
        #expect(try RecordedAt(moment.description) == moment)
        let year = moment.description.prefix(4)
        #expect(year == (seconds < 0 ? "0000" : "9999") || year == "0001", "\(moment)")
        #expect(abs(moment.offsetSeconds) <= 86_340)
        #expect(moment.offsetSeconds % 60 == 0)
      }
    }
    #expect(RecordedAt(secondsSinceEpoch: 0, offsetSeconds: 59).description.hasSuffix("+00:00"))
    #expect(RecordedAt(secondsSinceEpoch: 0, offsetSeconds: -59).description.hasSuffix("+00:00"))
    #expect(RecordedAt(secondsSinceEpoch: 0, offsetSeconds: 561).offsetSeconds == 540)
  }

  @Test("every moment comes back from its text, and says its day and time there")
  func roundTrip() throws {
    let random = SeededRandom(seed: "moments")
    for _ in 0..<2000 {
      let seconds = Int64(random.number(below: 315_537_000_000)) - 62_160_000_000
      let offset = (random.number(below: 2879) - 1439) * 60
      let moment = RecordedAt(secondsSinceEpoch: seconds, offsetSeconds: offset)
      #expect(moment.secondsSinceEpoch == seconds && moment.offsetSeconds == offset)
      let parsed = try RecordedAt(moment.description)
      #expect(parsed == moment)
      #expect(parsed.localDay.text == moment.description.prefix(10))
      let (hour, minute, second) = parsed.localTime
      let local = seconds + Int64(offset)
      #expect(
        parsed.localDay.daysSinceEpoch * 86_400 + Int64(hour * 3600 + minute * 60 + second) == local
      )
    }
  }

  @Test("one instant under two offsets is two moments of one time")
  func offsets() throws {
    let paris = try RecordedAt("2026-07-01T12:00:00+02:00")
    let london = try RecordedAt("2026-07-01T11:00:00+01:00")
    #expect(paris.secondsSinceEpoch == london.secondsSinceEpoch)
    #expect(paris != london)
  }

  @Test("hostile text throws or comes back as it is")
  func hostile() throws {
    let text = Array("2026-07-01T12:00:00+02:00".utf8)
    for bytes in Fuzzing.hostile(text, seed: "moment") {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let parsed = try? RecordedAt(text) else { continue }
      let again = RecordedAt(
        secondsSinceEpoch: parsed.secondsSinceEpoch, offsetSeconds: parsed.offsetSeconds)
      #expect(parsed.description == text)
      #expect(again == parsed)
    }
  }
}
