// SPDX-License-Identifier: Apache-2.0

/// A number of a fixed width in which some digits may be unspecified (`X`), and so all the numbers it
/// can mean. At most four digits wide.
struct DigitMask: Hashable, Sendable {
  /// Most significant first; `nil` is an `X`.
  let digits: [Int?]

  init?(_ bytes: ArraySlice<UInt8>) {
    var digits: [Int?] = []
    for byte in bytes {
      if byte == UInt8(ascii: "X") {
        digits.append(nil)
      } else {
        guard let digit = ByteScanner.digit(byte) else { return nil }
        digits.append(digit)
      }
    }
    self.digits = digits
  }

  /// How many numbers it can mean: a power of ten.
  var count: Int { digits.reduce(1) { $1 == nil ? $0 * 10 : $0 } }

  /// The number, when every digit is given.
  var exact: Int? { count == 1 ? value(at: 0) : nil }

  var isUnspecified: Bool { digits.allSatisfy { $0 == nil } }

  /// The numbers it can mean, ascending; `index` is below ``count``.
  func value(at index: Int) -> Int {
    var (value, place, fill) = (0, 1, index)
    for digit in digits.reversed() {
      if let digit {
        value += digit * place
      } else {
        value += fill % 10 * place
        fill /= 10
      }
      place *= 10
    }
    return value
  }

  /// The numbers it can mean within a range, ascending.
  func values(in range: ClosedRange<Int>) -> [Int] {
    (0..<count).map { value(at: $0) }.filter(range.contains)
  }
}
