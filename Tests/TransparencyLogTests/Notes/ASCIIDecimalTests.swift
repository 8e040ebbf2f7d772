// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import TransparencyLog

@Suite("Decimal numbers")
struct ASCIIDecimalTests {
  @Test("reads every number in its one spelling")
  func valid() {
    for value in [0, 1, 9, 10, 123, 1 << 63, .max] as [UInt64] {
      #expect(ASCIIDecimal.parse(Array("\(value)".utf8)) == value)
    }
  }

  @Test(
    "refuses signs, leading zeros, spaces, other digits and numbers beyond 64 bits",
    arguments: [
      "", "00", "01", "+1", "-1", "-0", " 1", "1 ", "1_0", "0x1", "1.0", "1e3", "٣",
      "18446744073709551616", "18446744073709551620", "99999999999999999999",
      "100000000000000000000000000",
    ])
  func invalid(text: String) { #expect(ASCIIDecimal.parse(Array(text.utf8)) == nil) }
}
