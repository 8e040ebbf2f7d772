// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Foundation
import TestSupport
import Testing

@Suite("Bech32 vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
struct Bech32VectorTests {
  private struct Lists: Decodable {
    let valid: [String]
    let invalid: [String]

    enum CodingKeys: String, CodingKey {
      case valid = "VALID_BECH32"
      case invalid = "INVALID_BECH32"
    }
  }

  @Test("accepts and refuses the BIP-173 vector lists, but for the length limit")
  func lists() throws {
    let lists = try Vectors.decode(Lists.self, "bech32.json")
    for text in lists.valid {
      #expect(throws: Never.self, "\(text)") { try Bech32.symbols(of: text) }
    }
    var tooLong = 0
    for text in lists.invalid {
      // age drops the limit of 90 characters: what breaks only that rule is not invalid here.
      if text.utf8.count > 90 {
        tooLong += 1
      } else {
        #expect(throws: Bech32Error.self, "\(text)") { try Bech32.symbols(of: text) }
      }
    }
    print(
      "Bech32 vectors: \(lists.valid.count) valid, \(lists.invalid.count - tooLong) invalid, "
        + "\(tooLong) refused for their length only")
    #expect(lists.valid.count + lists.invalid.count > 0)
  }
}
