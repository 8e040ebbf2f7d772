// SPDX-License-Identifier: Apache-2.0
import Evidence
import Testing
import TransparencyLog

@Suite("Amounts")
struct AmountTests {
  @Test("reads what people type")
  func typed() throws {
    let cases: [(String, String, String)] = [
      ("120", "120", "EUR"), ("120,50", "120.50", "EUR"), ("120.5", "120.5", "EUR"),
      ("1 200 €", "1200", "EUR"), ("1\u{A0}200,00\u{202F}€", "1200.00", "EUR"),
      ("€ 5", "5", "EUR"), ("5 $", "5", "USD"), ("£5", "5", "GBP"), ("5 chf", "5", "CHF"),
      ("-5 EUR", "-5", "EUR"), ("EUR -5", "-5", "EUR"),
      ("999999999999,99", "999999999999.99", "EUR"),
      ("0", "0", "EUR"), ("007", "007", "EUR"),
    ]
    for (text, value, currency) in cases {
      let amount = try Amount(text)
      #expect(amount.value == value, "\(text)")
      #expect(amount.currency == currency, "\(text)")
    }
  }

  @Test("refuses what is no amount, and names the field")
  func refused() {
    for text in [
      "", " ", "€", "-", "-€", "abc", "12-3", "--5", "5-", "1.200,50", "1,200", "1.5.2", ".5", "5.",
      "1234567890123", "1.234", "5 €€", "5 EURO", "5 E", "5 € USD", "٣", "５", "5\n", "5\t€",
      "1e3", "+5", "0x10", "5 ßa", "½",
    ] {
      #expect(throws: EvidenceError.invalidField("amount"), "\(text)") { try Amount(text) }
    }
  }

  @Test("holds only values and currencies of Format.md")
  func values() throws {
    for value in ["0", "-0", "12", "12.3", "12.34", "000000000000", "-999999999999.99"] {
      #expect(try Amount(value: value, currency: "XPF").value == value)
    }
    for value in ["", "-", "+1", "1.", ".1", "1.234", "1,5", "1 0", "--1", "1-", "٣", "1e2", "-.5"]
    {
      #expect(throws: EvidenceError.invalidField("amount"), "\(value)") {
        try Amount(value: value, currency: "EUR")
      }
    }
    for currency in ["", "EU", "EURO", "eur", "€", "E1R", "ÉUR", "EUR ", "ＥＵＲ"] {
      #expect(throws: EvidenceError.invalidField("amount"), "\(currency)") {
        try Amount(value: "1", currency: currency)
      }
    }
  }

  @Test("is read from a statement as the person typed it, and only from an object")
  func fromStatement() throws {
    var entry = Entry()
    entry.amount = try Amount("1 200,5 chf")
    let statement = try Samples().statement(.entryLogged, entry.fields())
    #expect(
      statement[.amount]?.object
        == (try JSONObject(["currency": .string("CHF"), "value": .string("1200.5")])))
    #expect(try Entry(statement).amount == entry.amount)
    let bad: [JSONValue] = [
      .string("5"), .integer(5), .object(JSONObject()),
      .object(try JSONObject(["currency": .string("EUR")])),
      .object(try JSONObject(["currency": .string("EUR"), "value": .integer(5)])),
      .object(try JSONObject(["currency": .string("eur"), "value": .string("5")])),
    ]
    for value in bad {
      let statement = try Samples().statement(.entryLogged, [(.amount, value)])
      #expect(throws: (any Error).self) { try Entry(statement) }
    }
    // A member of a later version is not in the way.
    let later = try Samples().statement(
      .entryLogged,
      [
        (
          .amount,
          .object(
            try JSONObject([
              "currency": .string("EUR"), "later": .integer(1), "value": .string("5"),
            ]))
        )
      ])
    #expect(try Entry(later).amount == Amount(value: "5", currency: "EUR"))
  }
}
