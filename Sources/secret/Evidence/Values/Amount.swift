// SPDX-License-Identifier: Apache-2.0
internal import TransparencyLog

/// A sum of money as it was said: decimal text and a currency code, never a float.
public struct Amount: Equatable, Sendable {
  /// `-?[0-9]{1,12}(\.[0-9]{1,2})?`
  public let value: String
  /// Three capitals (ISO 4217), `EUR` unless said otherwise.
  public let currency: String

  /// From what a person types: `120`, `120,50`, `120.50 EUR`, `1 200 €`.
  /// - Throws: ``EvidenceError/invalidField(_:)``.
  public init(_ text: String) throws {
    var digits = ""
    var unit = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "-": digits.unicodeScalars.append(scalar)
      case ",", ".": digits.append(".")
      case " ", "\u{A0}", "\u{202F}": continue
      default: unit.unicodeScalars.append(scalar)
      }
    }
    let known = ["": "EUR", "€": "EUR", "$": "USD", "£": "GBP"][unit]
    // « ß » becomes two capitals: only ASCII letters are raised.
    let isASCII = unit.unicodeScalars.allSatisfy(\.isASCII)
    try self.init(value: digits, currency: known ?? (isASCII ? unit.uppercased() : unit))
  }

  public init(value: String, currency: String) throws {
    let unsigned = value.hasPrefix("-") ? value.dropFirst() : value[...]
    let parts = unsigned.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...12).contains(parts[0].count),
      parts.count == 1 || (1...2).contains(parts[1].count),
      parts.allSatisfy({ $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      currency.utf8.count == 3,
      currency.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { throw EvidenceError.invalidField("amount") }
    self.value = value
    self.currency = currency
  }

  func json() throws -> JSONValue {
    .object(try JSONObject(["currency": .string(currency), "value": .string(value)]))
  }

  init(_ json: JSONValue) throws {
    guard case .object(let object) = json else { throw EvidenceError.malformed }
    try self.init(value: object.string("value"), currency: object.string("currency"))
  }
}
