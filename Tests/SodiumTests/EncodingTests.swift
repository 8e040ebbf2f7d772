// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@Suite("Encodings")
struct EncodingTests {
  static let variants: [Base64.Variant] = [.standard, .standardUnpadded, .urlUnpadded]

  @Test("base64 gives RFC 4648's examples", arguments: variants)
  func base64Examples(_ variant: Base64.Variant) throws {
    let examples = [
      "": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=",
      "foobar": "Zm9vYmFy",
    ]
    for (plain, padded) in examples {
      let text = variant == .standard ? padded : padded.replacing("=", with: "")
      #expect(Base64.encode(Array(plain.utf8), variant) == text)
      #expect(try Base64.decode(text, variant) == Array(plain.utf8))
    }
  }

  @Test("base64 alphabets are kept apart")
  func base64Alphabets() {
    let bytes: [UInt8] = [0xFB, 0xFF, 0xBF]
    #expect(Base64.encode(bytes, .standard) == "+/+/")
    #expect(Base64.encode(bytes, .urlUnpadded) == "-_-_")
    #expect(throws: SodiumError.invalidEncoding) { try Base64.decode("-_-_", .standard) }
    #expect(throws: SodiumError.invalidEncoding) { try Base64.decode("-_-_", .standardUnpadded) }
    #expect(throws: SodiumError.invalidEncoding) { try Base64.decode("+/+/", .urlUnpadded) }
  }

  @Test("base64 refuses all but the canonical text", arguments: variants)
  func base64Strictness(_ variant: Base64.Variant) {
    let refused = [
      "Z", "Zh==", "Zh", "Zm9", "Zm9=", "Zg=", "Zg===", "=", "==", "====", "Zg==Zg==", "Zm9v====",
      " Zm9v", "Zm9v ", "Zm9v\n", "Zm\n9v", "Zm9v\r\n", "Zm9v\0", "Zm9v!", "Zm9vZ", "Zm\u{E9}v",
    ]
    for text in refused {
      #expect(throws: SodiumError.invalidEncoding, "\(text.debugDescription)") {
        try Base64.decode(text, variant)
      }
    }
    #expect(throws: SodiumError.invalidEncoding) {
      try Base64.decode(variant == .standard ? "Zg" : "Zg==", variant)
    }
  }

  @Test("all encodings round-trip every length")
  func roundTrips() throws {
    let random = SeededRandom(seed: "encodings")
    for count in 0...70 {
      let bytes = random.bytes(count)
      for variant in Self.variants {
        #expect(try Base64.decode(Base64.encode(bytes, variant), variant) == bytes)
      }
      #expect(try Base32.decode(Base32.encode(bytes)) == bytes)
      #expect(try Hex.decode(Hex.encode(bytes)) == bytes)
    }
  }

  @Test("whatever decodes, encodes to the same text")
  func canonical() {
    let random = SeededRandom(seed: "canonical")
    for round in 0..<3000 {
      let printable = random.bytes(round % 12).map { 0x2B + $0 % 0x50 }
      let text = String(decoding: printable, as: UTF8.self)
      for variant in Self.variants {
        if let bytes = try? Base64.decode(text, variant) {
          #expect(Base64.encode(bytes, variant) == text)
        }
      }
      if let bytes = try? Base32.decode(text) { #expect(Base32.encode(bytes) == text) }
      if let bytes = try? Hex.decode(text) { #expect(Hex.encode(bytes) == text) }
    }
  }

  @Test("base32 gives RFC 4648's examples, in lower case without padding")
  func base32Examples() {
    let examples = [
      "": "", "f": "my", "fo": "mzxq", "foo": "mzxw6", "foob": "mzxw6yq", "fooba": "mzxw6ytb",
      "foobar": "mzxw6ytboi",
    ]
    for (plain, text) in examples { #expect(Base32.encode(Array(plain.utf8)) == text) }
  }

  @Test(
    "base32 refuses upper case, padding, impossible lengths, spare bits and strangers",
    arguments: [
      "MY", "my======", "m", "mzx", "mzxw6y", "mz", "m1", "m8", "m ", " my", "my\n", "mé",
    ])
  func base32Strictness(_ text: String) {
    #expect(throws: SodiumError.invalidEncoding) { try Base32.decode(text) }
  }

  @Test(
    "hexadecimal refuses upper case, odd lengths and strangers",
    arguments: ["0", "0g", "AB", "aB", "0x", " 00", "00 ", "0\u{FF10}", "-1"])
  func hexStrictness(_ text: String) {
    #expect(throws: SodiumError.invalidEncoding) { try Hex.decode(text) }
  }
}
