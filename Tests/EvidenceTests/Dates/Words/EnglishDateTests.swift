// SPDX-License-Identifier: Apache-2.0
import Evidence
import Testing

@Suite("English dates")
struct EnglishDateTests {
  @Test(
    "names a date as it is known",
    arguments: [
      ("2021-03-14", "14 March 2021"), ("2021-03", "March 2021"), ("2021", "2021"),
      ("201X", "2010s"), ("18XX", "19th century"), ("20XX", "21st century"),
      ("2021-22", "summer 2021"),
      ("2021-28", "winter 2021 (northern hemisphere)"), ("2021-33", "1st quarter of 2021"),
      ("2021-41", "2nd half of 2021"), ("2021-39", "3rd four-month period of 2021"),
      ("2021-03-XX", "March 2021, day unspecified"),
      ("2021-XX-XX", "2021, day and month unspecified"), ("XXXX-XX", "date unspecified"),
      ("201X-12-24", "24 December, 2010s"),
    ])
  func names(_ text: String, _ english: String) throws {
    #expect(try EDTFDate(text).english == english)
  }

  @Test(
    "says what is approximate and what is uncertain",
    arguments: [
      ("2021-03~", "around March 2021"), ("2019?", "2019, uncertain"),
      ("2019%", "around 2019, uncertain"), ("201X~", "around the 2010s"),
      ("2021?-03-14", "14 March 2021, year uncertain"),
      ("2021-03~-14", "14 March 2021, month and year approximate"),
      ("2021-%03", "March 2021, month approximate and uncertain"),
    ])
  func qualifies(_ text: String, _ english: String) throws {
    #expect(try EDTFDate(text).english == english)
  }

  @Test(
    "reads the clock",
    arguments: [
      ("2021-03-14T23:05:00", "14 March 2021 at 23:05"),
      ("2021-03-14T09:00:07.25Z", "14 March 2021 at 09:00:07.25 (UTC)"),
      ("2021-03-14T23:05:00-05", "14 March 2021 at 23:05 (UTC-05:00)"),
    ])
  func clock(_ text: String, _ english: String) throws {
    #expect(try EDTFDate(text).english == english)
  }

  @Test(
    "says intervals and sets",
    arguments: [
      ("2019/2021", "from 2019 to 2021"), ("2021-05-03/2021-05-05", "from 3 to 5 May 2021"),
      ("2021-04-30/2021-05-01", "from 30 April to 1 May 2021"),
      ("2021-04/2021-08", "from April to August 2021"),
      ("2021-21/2021-22", "from spring to summer 2021"),
      ("198X/199X", "from the 1980s to the 1990s"),
      ("1984~/2004?", "from around 1984 to 2004 (uncertain)"), ("2021/2021", "2021"),
      ("../2020-06", "before June 2020 (inclusive)"), ("../2020-06-14", "until 14 June 2020"),
      ("/2020-06", "until June 2020, start unknown"), ("2021-03/..", "since March 2021"),
      ("2021-03/", "from March 2021, end unknown"), ("[2021-03,2021-05]", "March 2021 or May 2021"),
      ("{1667,1668,1670..1672}", "1667, 1668 and from 1670 to 1672"),
      ("[1760-12..]", "December 1760 or after"), ("[..1984]", "1984 or before"),
    ])
  func intervals(_ text: String, _ english: String) throws {
    #expect(try EDTFDate(text).english == english)
  }
}
