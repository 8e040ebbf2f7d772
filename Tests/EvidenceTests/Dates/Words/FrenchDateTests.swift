// SPDX-License-Identifier: Apache-2.0
import Evidence
import Testing

@Suite("French dates")
struct FrenchDateTests {
  @Test(
    "names a date as it is known",
    arguments: [
      ("2021-03-14", "14 mars 2021"), ("2021-03-01", "1er mars 2021"), ("2021-03", "mars 2021"),
      ("2021", "2021"), ("201X", "années 2010"), ("198", "années 1980"), ("18XX", "XIXe siècle"),
      ("20XX", "XXIe siècle"), ("19", "XXe siècle"), ("2021-22", "été 2021"),
      ("2021-24", "hiver 2021"), ("2021-29", "printemps 2021 (hémisphère sud)"),
      ("2021-33", "1er trimestre 2021"), ("2021-36", "4e trimestre 2021"),
      ("2021-38", "2e quadrimestre 2021"), ("2021-40", "1er semestre 2021"),
      ("2021-XX", "2021, mois non précisé"), ("2021-03-XX", "mars 2021, jour non précisé"),
      ("2021-XX-XX", "2021, jour et mois non précisés"), ("XXXX", "date non précisée"),
      ("XXXX-12-25", "25 décembre, année non précisée"), ("201X-12-24", "24 décembre, années 2010"),
      ("19XX-12", "décembre, XXe siècle"), ("XXXX-12-XX", "décembre, jour et année non précisés"),
      ("201X-23", "automne, années 2010"),
    ])
  func names(_ text: String, _ french: String) throws {
    #expect(try EDTFDate(text).french == french)
  }

  @Test(
    "says what is approximate and what is uncertain",
    arguments: [
      ("2021-03~", "vers mars 2021"), ("2019?", "2019, incertain"),
      ("2019%", "vers 2019, incertain"), ("2021-03-01~", "vers le 1er mars 2021"),
      ("2021-22~", "vers l'été 2021"), ("201X~", "vers les années 2010"),
      ("18XX%", "vers le XIXe siècle, incertain"),
      ("2021-03-XX~", "vers mars 2021, jour non précisé"),
      ("?2021-?03", "mars 2021, incertain"), ("2021?-03-14", "14 mars 2021, année incertaine"),
      ("2021-03-~14", "14 mars 2021, jour approximatif"),
      ("2021~-03-?14", "14 mars 2021, année approximative, jour incertain"),
      ("2021-03~-14", "14 mars 2021, mois et année approximatifs"),
      ("2021-%03", "mars 2021, mois approximatif et incertain"),
      ("2021%-03", "mars 2021, année approximative et incertaine"),
    ])
  func qualifies(_ text: String, _ french: String) throws {
    #expect(try EDTFDate(text).french == french)
  }

  @Test(
    "reads the clock",
    arguments: [
      ("2021-03-14T23:05:00", "14 mars 2021 à 23 h 05"),
      ("2021-03-14T09:00", "14 mars 2021 à 9 h 00"),
      ("2021-03-01T00:00:30", "1er mars 2021 à 0 h 00 min 30 s"),
      ("2021-03-14T23:05:07.25Z", "14 mars 2021 à 23 h 05 min 7,25 s (UTC)"),
      ("2021-03-14T23:05:00+0130", "14 mars 2021 à 23 h 05 (UTC+01:30)"),
      ("2021-03-14T23:05:00-05", "14 mars 2021 à 23 h 05 (UTC-05:00)"),
      ("2021-03-14T24:00:00", "14 mars 2021 à 24 h 00"),
    ])
  func clock(_ text: String, _ french: String) throws {
    #expect(try EDTFDate(text).french == french)
  }

  @Test(
    "says an interval without repeating itself",
    arguments: [
      ("2019/2021", "de 2019 à 2021"), ("2021-05-03/2021-05-05", "du 3 au 5 mai 2021"),
      ("2021-05-01/2021-05-05", "du 1er au 5 mai 2021"),
      ("2021-04-30/2021-05-01", "du 30 avril au 1er mai 2021"),
      ("2020-12-31/2021-01-01", "du 31 décembre 2020 au 1er janvier 2021"),
      ("2021-04/2021-08", "d'avril à août 2021"), ("2020-08/2021-10", "d'août 2020 à octobre 2021"),
      ("2020-10/2021", "d'octobre 2020 à 2021"), ("2019/2021-03", "de 2019 à mars 2021"),
      ("2021-03-14/2021-04", "du 14 mars 2021 à avril 2021"),
      ("2021-21/2021-22", "du printemps à l'été 2021"),
      ("2020-22/2021-21", "de l'été 2020 au printemps 2021"),
      ("2021-33/2021-34", "du 1er trimestre 2021 au 2e trimestre 2021"),
      ("198X/199X", "des années 1980 aux années 1990"),
      ("18XX/19XX", "du XIXe siècle au XXe siècle"), ("2021/2021", "2021"),
      ("2021-05-03/2021-05-03", "3 mai 2021"),
      ("1984~/2004-06", "de 1984 environ à juin 2004"),
      ("2019?/2021", "de 2019 (incertain) à 2021"),
      ("2021-05-03~/2021-05-05%", "du 3 mai 2021 environ au 5 mai 2021 environ (incertain)"),
      ("2021-06-XX/2021-07-03", "de juin 2021 (jour non précisé) au 3 juillet 2021"),
    ])
  func intervals(_ text: String, _ french: String) throws {
    #expect(try EDTFDate(text).french == french)
  }

  @Test(
    "says which side is open or unknown",
    arguments: [
      ("../2020-06", "avant juin 2020 (inclus)"), ("../2020", "avant 2020 (inclus)"),
      ("../2020-22", "avant l'été 2020 (inclus)"),
      ("../2020-06-14", "jusqu'au 14 juin 2020"), ("../201X", "avant les années 2010 (inclus)"),
      ("2021-03/..", "depuis mars 2021"), ("2021-03-14/..", "depuis le 14 mars 2021"),
      ("2021-22/..", "depuis l'été 2021"), ("2021~/..", "depuis 2021 environ"),
      ("2021-04/", "à partir d'avril 2021, fin inconnue"),
      ("2021-04-01/", "à partir du 1er avril 2021, fin inconnue"),
      ("/2020-06", "jusqu'en juin 2020, début inconnu"),
      ("/2020-06-14", "jusqu'au 14 juin 2020, début inconnu"),
      ("/2020-22", "jusqu'à l'été 2020, début inconnu"),
      ("/201X", "jusqu'aux années 2010, début inconnu"),
    ])
  func openIntervals(_ text: String, _ french: String) throws {
    #expect(try EDTFDate(text).french == french)
  }

  @Test(
    "lists a set",
    arguments: [
      ("[2021-03,2021-05]", "mars 2021 ou mai 2021"), ("{1960,1961-12}", "1960 et décembre 1961"),
      ("[1667,1668,1670..1672]", "1667, 1668 ou de 1670 à 1672"), ("[2021]", "2021"),
      ("[..1760-12-03]", "3 décembre 1760 ou avant"), ("{1760-12..}", "décembre 1760 et après"),
      ("[2021-03~,2022?]", "mars 2021 environ ou 2022 (incertain)"),
    ])
  func sets(_ text: String, _ french: String) throws {
    #expect(try EDTFDate(text).french == french)
  }

  @Test(
    "leaves to the text what words would blur",
    arguments: [
      "0021-03-14", "-0044", "0000", "00XX", "1XXX", "X021", "2021-1X", "2021-03-1X", "2021-XX-25",
      "Y170000002", "Y17E7", "1950S2", "../..", "/", "../", "/..", "XXXX/2021", "2021/XXXX-XX",
      "99XX", "[2019,2021..]", "0021-03-14T10:00:00", "XXXX~", "?2021-21", "[2021,1XXX]",
    ])
  func falls(_ text: String) throws {
    #expect(try EDTFDate(text).french == text)
    #expect(try EDTFDate(text).english == text)
  }
}
