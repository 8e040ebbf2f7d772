// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Evidence
import Testing

@Suite("French of the pages") struct FrenchTests {
  @Test(
    "nouns have their plurals",
    arguments: [
      (0, "0 pièce"), (1, "1 pièce"), (2, "2 pièces"), (1500, "1 500 pièces"),
    ])
  func plurals(_ number: Int, _ words: String) {
    #expect(PageSamples.plain(FrenchV2.count(number, "pièce")) == words)
  }

  @Test(
    "sizes are in octets, Ko and Mo",
    arguments: [
      (0, "0 octet"), (1, "1 octet"), (999, "999 octets"), (1000, "1 Ko"), (1049, "1 Ko"),
      (1050, "1,1 Ko"), (999_949, "999,9 Ko"), (999_950, "1 Mo"), (1_234_567, "1,2 Mo"),
      (5_000_000_000, "5 Go"), (UInt64.max, "18,4 Eo"),
    ] as [(UInt64, String)])
  func sizes(_ octets: UInt64, _ words: String) {
    #expect(PageSamples.plain(FrenchV2.size(octets)) == words)
  }

  @Test(
    "sums have their spaces and comma",
    arguments: [
      ("1200.5", "EUR", "1 200,50 €"), ("7", "EUR", "7 €"), ("-12.25", "CHF", "−12,25 CHF"),
      ("999999999999.99", "EUR", "999 999 999 999,99 €"),
    ])
  func money(_ value: String, _ currency: String, _ words: String) {
    #expect(PageSamples.plain(FrenchV2.money(value, currency)) == words)
  }

  @Test("our words have the spaces that do not break; those of the person stay")
  func typography() throws {
    #expect(
      FrenchV2.typeset("a : b ; c ? d ! « e » n° 1")
        == "a\u{A0}: b\u{202F}; c\u{202F}? d\u{202F}! «\u{A0}e\u{A0}» n°\u{A0}1")
    #expect(FrenchV2.typeset("http://x 10:05 a  b ") == "http://x 10:05 a  b ")
    var samples = try PageSamples()
    var entry = try Entry.sample("Titre : un ; deux")
    entry.said = "« déjà »"
    try samples.add(entry)
    let html = try samples.html()
    #expect(html.contains("<bdi>Titre : un ; deux</bdi>"))
    #expect(html.contains("<span dir=\"auto\">« déjà »</span>"))
  }

  @Test(
    "totals are exact, by currency",
    arguments: [
      (["0.10", "0.20"], "0.30"), (["999999999999.99", "0.01"], "1000000000000.00"),
      (["5", "7"], "12"), (["5", "0.5"], "5.50"), (["-1.25", "1"], "-0.25"), (["-0.05"], "-0.05"),
      (["007", "000.1"], "7.10"),
    ])
  func totals(_ values: [String], _ total: String) throws {
    let amounts = try values.map { try Amount(value: $0, currency: "EUR") }
    #expect(TotalsV2.totals(amounts) == [.init(currency: "EUR", value: total, count: values.count)])
  }

  @Test("currencies are not mixed")
  func currencies() throws {
    let amounts = try [("1", "EUR"), ("2", "CHF"), ("3", "EUR")].map {
      try Amount(value: $0.0, currency: $0.1)
    }
    #expect(TotalsV2.totals(amounts).map(\.value) == ["2", "4"])
    #expect(TotalsV2.totals(amounts).map(\.currency) == ["CHF", "EUR"])
  }

  @Test(
    "a step is known by its kind, whatever its accents and capitals",
    arguments: [
      ("démarche", true), ("DÉMARCHES", true), ("Demarche", true), ("de\u{301}marche", true),
      ("dépôt de plainte", true), ("Main courante", true), ("mains-courantes", true),
      ("certificat médical", true), ("Ordonnance de protection", true), ("complainte", false),
      ("fait", false), ("", false), ("courante main", false),
    ])
  func steps(_ kind: String, _ isStep: Bool) { #expect(StepsV2.isStep(kind) == isStep) }
}
