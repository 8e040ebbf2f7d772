// SPDX-License-Identifier: Apache-2.0

/// Reads a short text from the left; what it cannot read, it leaves.
struct ByteScanner {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// - Parameter scalar: ASCII.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: scalar) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func take(_ sequence: [UInt8]) -> Bool {
    guard rest.starts(with: sequence) else { return false }
    rest.removeFirst(sequence.count)
    return true
  }

  /// All the digits that follow, perhaps none.
  mutating func takeDigits() -> ArraySlice<UInt8> {
    let digits = rest.prefix { Self.digit($0) != nil }
    rest.removeFirst(digits.count)
    return digits
  }

  /// A number of exactly two digits.
  mutating func takeTwoDigits() -> Int? { takeMask(2)?.exact }

  /// Exactly `count` digits, each of which may be an `X`.
  mutating func takeMask(_ count: Int) -> DigitMask? {
    guard rest.count >= count, let mask = DigitMask(rest.prefix(count)) else { return nil }
    rest.removeFirst(count)
    return mask
  }

  /// One of `?`, `~`, `%`; empty when none follows.
  mutating func takeQualifier() -> Qualifier {
    if take("?") { return .uncertain }
    if take("~") { return .approximate }
    return take("%") ? [.uncertain, .approximate] : []
  }

  static func digit(_ byte: UInt8) -> Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      ? Int(byte - UInt8(ascii: "0")) : nil
  }
}
