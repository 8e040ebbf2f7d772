// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Sodium
import TestSupport
import Testing

@Suite("Bech32")
struct Bech32Tests {
  @Test("encodes what it decodes, in both cases, at every small length and beyond 90 characters")
  func roundTrip() throws {
    for count in Array(0...70) + [1184, 5000] {
      let data = SeededRandom(seed: "bech32 \(count)").bytes(count)
      for prefix in ["age", "AGE-SECRET-KEY-", "a1b1"] {
        let text = try Bech32.encode(hrp: prefix, data: data)
        let decoded = try Bech32.decode(text)
        #expect(decoded.hrp == prefix)
        #expect(decoded.data == data)
      }
    }
  }

  @Test("encodes the example of the age specification")
  func example() throws {
    let data = [UInt8](repeating: 0x42, count: 32)
    #expect(
      try Bech32.encode(hrp: "AGE-SECRET-KEY-", data: data)
        == "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX")
  }

  @Test("tells why a text is refused")
  func reasons() {
    let cases: [(String, Bech32Error)] = [
      ("A12uel5l", .mixedCase), ("a12ueL5l", .mixedCase), ("a 12uel5l", .invalidCharacter),
      ("a12uél5l", .invalidCharacter), ("1uel5lxx", .malformed), ("", .malformed),
      ("abcdef", .malformed), ("a1uel5l", .malformed), ("a12uel5b", .invalidCharacter),
      ("a12uel5q", .checksum),
    ]
    for (text, error) in cases {
      #expect(throws: error, "\(text)") { try Bech32.decode(text) }
    }
  }

  @Test("refuses symbols that do not make whole bytes, and bits left over that are not zero")
  func padding() throws {
    // Valid checksums over one symbol (five bits) and over two (ten bits, of which two are left).
    for text in try ["q", "qp"].map({ try text(symbols: $0) }) {
      #expect(throws: Never.self) { try Bech32.symbols(of: text) }
      #expect(throws: Bech32Error.padding, "\(text)") { try Bech32.decode(text) }
    }
    #expect(try Bech32.decode(text(symbols: "qq")).data == [0])
  }

  @Test("refuses every change of one character")
  func oneCharacter() throws {
    let text = Array(try identity("flip").recipient.description.utf8)
    for index in text.indices {
      for replacement in "qp1bA~ ".utf8 where replacement != text[index] {
        var changed = text
        changed[index] = replacement
        #expect(throws: Bech32Error.self) {
          try Bech32.decode(String(decoding: changed, as: UTF8.self))
        }
      }
    }
  }

  @Test("survives random text")
  func random() {
    let source = SeededRandom(seed: "bech32 noise")
    for count in 0..<300 {
      let noise = source.bytes(count)
      #expect(throws: Bech32Error.self) {
        try Bech32.decode(String(decoding: noise, as: UTF8.self))
      }
      #expect(throws: Bech32Error.self) {
        try noise.withUnsafeBytes { try Bech32.decodeSecret($0, hrp: "age") }
      }
    }
  }

  @Test("refuses a prefix that no text may have")
  func prefixes() {
    #expect(throws: Bech32Error.malformed) { try Bech32.encode(hrp: "", data: []) }
    #expect(throws: Bech32Error.mixedCase) { try Bech32.encode(hrp: "Age", data: []) }
    #expect(throws: Bech32Error.invalidCharacter) { try Bech32.encode(hrp: "a b", data: []) }
    #expect(throws: Bech32Error.invalidCharacter) { try Bech32.encode(hrp: "é", data: []) }
  }

  /// Finds the checksum of a text with these symbols, by the linearity that BIP-173 describes:
  /// searched through the decoder, so that the test does not share the encoder's arithmetic.
  private func text(symbols: String) throws -> String {
    let known = ["q": "a1q", "qp": "a1qp", "qq": "a1qq"]
    let start = try #require(known[symbols])
    var checksum = BIP173Checksum()
    for value in [3, 0, 1] + symbols.map({ $0 == "q" ? 0 : 1 }) { checksum.add(UInt32(value)) }
    return start + checksum.text()
  }
}

/// The polynomial of BIP-173 once more, bit by bit.
private struct BIP173Checksum {
  private var state: UInt32 = 1

  mutating func add(_ value: UInt32) {
    let top = state >> 25
    state = ((state & 0x1ff_ffff) << 5) ^ value
    if top & 1 != 0 { state ^= 0x3b6a_57b2 }
    if top & 2 != 0 { state ^= 0x2650_8e6d }
    if top & 4 != 0 { state ^= 0x1ea1_19fa }
    if top & 8 != 0 { state ^= 0x3d42_33dd }
    if top & 16 != 0 { state ^= 0x2a14_62b3 }
  }

  func text() -> String {
    var copy = self
    for _ in 0..<6 { copy.add(0) }
    let letters = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l")
    return String((0..<6).map { letters[Int((copy.state ^ 1) >> (25 - 5 * $0)) & 31] })
  }
}
