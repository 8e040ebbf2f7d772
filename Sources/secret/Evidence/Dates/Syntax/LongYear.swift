// SPDX-License-Identifier: Apache-2.0

/// A year alone that four digits cannot hold, or with its significant digits: `Y170000002`, `Y17E7`,
/// `Y3388E2S3`, `1950S2`.
struct LongYear: Hashable, Sendable {
  /// Years further from 0 count as this one: seconds to it fit in 64 bits, whatever was written.
  static let limit: Int64 = 100_000_000_000

  let year: Int64

  /// - Parameter bytes: From the `Y` on.
  init?(_ bytes: ArraySlice<UInt8>) {
    var scanner = ByteScanner(bytes)
    guard scanner.take("Y") else { return nil }
    let isNegative = scanner.take("-")
    let digits = scanner.takeDigits()
    guard let base = Self.positive(digits) else { return nil }
    var size = base
    if scanner.take("E") {
      guard let exponent = Self.positive(scanner.takeDigits()) else { return nil }
      size = Self.scaled(base, exponent)
    } else {
      // Four digits are written without the Y.
      guard digits.count >= 5 else { return nil }
    }
    guard scanner.isAtEnd || Self.takesSignificance(&scanner) else { return nil }
    year = isNegative ? -size : size
  }

  /// Four digits and how many of them signify.
  init?(significant bytes: ArraySlice<UInt8>) {
    var scanner = ByteScanner(bytes)
    guard let exact = MaskedYear(&scanner)?.exact, Self.takesSignificance(&scanner) else {
      return nil
    }
    year = exact
  }

  private static func takesSignificance(_ scanner: inout ByteScanner) -> Bool {
    scanner.take("S") && positive(scanner.takeDigits()) != nil && scanner.isAtEnd
  }

  /// A number without leading zeros, at most ``limit``.
  private static func positive(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard let first = digits.first, first != UInt8(ascii: "0") else { return nil }
    return digits.reduce(0) { min($0 * 10 + Int64(ByteScanner.digit($1) ?? 0), limit) }
  }

  private static func scaled(_ base: Int64, _ exponent: Int64) -> Int64 {
    (0..<min(exponent, 12)).reduce(base) { size, _ in min(size * 10, limit) }
  }

  var earliest: DateBound { .start(of: CivilDay(year: year, month: 1, day: 1)) }
  var latest: DateBound { .end(of: CivilDay(year: year, month: 12, day: 31)) }
}
