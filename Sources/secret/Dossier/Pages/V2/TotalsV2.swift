// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Sums of money by currency, in exact decimals: never a float.
enum TotalsV2 {
  struct Total: Equatable {
    let currency: String
    /// Decimal text, with two decimals where any sum had some.
    let value: String
    let count: Int
  }

  /// By currency code.
  static func totals(_ amounts: [Amount]) -> [Total] {
    var sums: [String: (cents: Int128, hasCents: Bool, count: Int)] = [:]
    for amount in amounts {
      let (cents, hasCents) = cents(amount.value)
      let sum = sums[amount.currency] ?? (0, false, 0)
      sums[amount.currency] = (sum.cents + cents, sum.hasCents || hasCents, sum.count + 1)
    }
    return sums.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { code, sum in
      Total(currency: code, value: text(sum.cents, sum.hasCents), count: sum.count)
    }
  }

  /// At most fourteen digits each, so that no count of entries overflows.
  private static func cents(_ value: String) -> (Int128, Bool) {
    var cents: Int128 = 0
    var decimals: Int?
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        cents = cents * 10 + Int128(byte - UInt8(ascii: "0"))
        decimals = decimals.map { $0 + 1 }
      case UInt8(ascii: "."): decimals = 0
      default: continue
      }
    }
    for _ in (decimals ?? 0)..<2 { cents *= 10 }
    return (value.utf8.first == UInt8(ascii: "-") ? -cents : cents, decimals != nil)
  }

  private static func text(_ cents: Int128, _ hasCents: Bool) -> String {
    let size = cents.magnitude
    let rest = String(size % 100)
    return (cents < 0 ? "-" : "") + String(size / 100)
      + (hasCents ? "." + (rest.utf8.count == 1 ? "0" + rest : rest) : "")
  }
}
