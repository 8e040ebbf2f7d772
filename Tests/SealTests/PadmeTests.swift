// SPDX-License-Identifier: Apache-2.0
import Seal
import TestSupport
import Testing

@Suite("Padmé")
struct PadmeTests {
  @Test("Padmé vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func vectors() throws {
    let pairs = try Vectors.decode([[UInt64]].self, "padme.json")
    for pair in pairs {
      try #require(pair.count == 2)
      #expect(Padme.padded(pair[0]) == pair[1], "length \(pair[0])")
    }
    #expect(pairs.count > 0)
    print("Padmé vectors: \(pairs.count)")
  }

  @Test("never shrinks, grows by at most 12 %, and pads a padded length no further")
  func bounds() {
    for shift in 0..<63 as Range<UInt64> {
      for offset: UInt64 in [0, 1, 2, 5, 9] {
        let length = (1 << shift) + offset
        let padded = Padme.padded(length)
        #expect(padded >= length)
        #expect(padded - length <= length / 8)
        #expect(Padme.padded(padded) == padded)
      }
    }
  }

  @Test("follows lengths: a longer one is never padded to less")
  func isMonotonic() {
    let padded = (0...5000).map { Padme.padded($0) }
    #expect(zip(padded, padded.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("saturates at the end of the range instead of overflowing")
  func saturates() {
    #expect(Padme.padded(.max) == .max)
    #expect(Padme.padded(.max - 1) == .max)
    // The largest padded length: six bits of mantissa.
    let largest = UInt64.max << 57
    #expect(Padme.padded(largest) == largest)
    #expect(Padme.padded(largest + 1) == .max)
  }
}
