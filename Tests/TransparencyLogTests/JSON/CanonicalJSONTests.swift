// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import TransparencyLog

@Suite("Canonical JSON")
struct CanonicalJSONTests {
  private func decode(_ text: String, limit: Int = 1 << 20) throws -> JSONValue {
    try CanonicalJSON.decode(Array(text.utf8), limit: limit)
  }

  private func encode(_ value: JSONValue) throws -> String {
    String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
  }

  @Test("writes each value in its one form, and reads it back")
  func forms() throws {
    let forms: [(JSONValue, String)] = [
      (.boolean(true), "true"), (.boolean(false), "false"), (.integer(0), "0"),
      (.integer(-1), "-1"), (.integer(9_007_199_254_740_991), "9007199254740991"),
      (.integer(-9_007_199_254_740_991), "-9007199254740991"), (.array([]), "[]"),
      (.object(JSONObject()), "{}"), (.string(""), "\"\""),
      (.array([.integer(1), .array([]), .string("é")]), "[1,[],\"é\"]"),
      (
        .object(try JSONObject(["b": .integer(2), "a": .integer(1), "_": .object(JSONObject())])),
        "{\"_\":{},\"a\":1,\"b\":2}"
      ),
      // `a` is the beginning of `aa`, and comes first.
      (.object(try JSONObject(["aa": .integer(1), "a": .integer(2)])), "{\"a\":2,\"aa\":1}"),
    ]
    for (value, text) in forms {
      #expect(try encode(value) == text)
      #expect(try decode(text) == value)
    }
  }

  @Test("escapes as RFC 8785 does: what must be, in its shortest form, and nothing else")
  func escapes() throws {
    let short = [8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r"]
    for code in UInt8.min..<0x80 {
      let character = String(Unicode.Scalar(code))
      let hex = String(code, radix: 16)
      let escaped =
        switch code {
        case 0x22, 0x5C: "\\" + character
        case 0..<0x20:
          short[Int(code)] ?? "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: character
        }
      #expect(try encode(.string(character)) == "\"\(escaped)\"")
      #expect(try decode("\"\(escaped)\"") == .string(character))
    }
    let plain = "/\u{7F}é\u{2028}\u{FEFF}😀\u{10FFFF}e\u{301}"
    #expect(try encode(.string(plain)).utf8.elementsEqual("\"\(plain)\"".utf8))
    #expect(try decode("\"\(plain)\"") == .string(plain))
  }

  @Test("refuses every other spelling of a value that it could read")
  func otherSpellings() {
    let texts = [
      "01", "-0", "00", "-01", "\"\\u0008\"", "\"\\u001F\"", "\"\\u000a\"", "\"\\u+01f\"",
      "\"\n\"", "\"\t\"", "\"\0\"", "\"\u{1F}\"",
    ]
    for text in texts {
      #expect(throws: JSONError.notCanonical, "\(text.debugDescription)") { try decode(text) }
    }
  }

  @Test("refuses what is no value of ours")
  func malformed() {
    let texts = [
      "", " ", " 1", "1 ", "\n1", "[1, 2]", "[ ]", "{\"a\": 1}", "{ }", "[1,]", "[,1]", "[1",
      "[1}", "[1]]", "{\"a\":1,}", "{\"a\":1", "{\"a\"}", "{\"a\":}", "{,}", "{a:1}", "{1:1}",
      "{\"a\",1}", "1.0", "1.5", "1e3", "1E3", "+1", "--1", "-", ".5", "0x1", "1_0", "٣",
      "null", "[null]", "nul", "True", "tru", "truex", "falsetrue", "NaN", "Infinity", "'a'",
      "\"", "\"a", "\"\\", "\"\\u", "\"\\u00", "\"\\u001", "\"\\x\"", "\"\\/\"", "\"\\'\"",
      "\"\\u0041\"", "\"\\u0020\"", "\"\\u00e9\"", "\"\\U001f\"", "\"a\"b", "\"a\"\"b\"", "1 2",
      "//c\n1", "/**/1", "\u{FEFF}1", "1\0", "\0", "{\"\\u0061\":1}", "[1;2]",
      // Surrogates, alone and in pairs: one code point has one spelling, its UTF-8.
      "\"\\ud800\"", "\"\\udc00\"", "\"\\ud83d\\ude00\"", "\"\\ud800\\ud800\"",
    ]
    for text in texts {
      #expect(throws: JSONError.malformed, "\(text.debugDescription)") { try decode(text) }
    }
  }

  @Test("refuses strings that are not UTF-8: surrogates, overlong forms, cut sequences")
  func notUTF8() {
    let sequences: [[UInt8]] = [
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xC0, 0x80],
      [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xF0, 0x80, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xFF],
      [0x80], [0xC3], [0xE2, 0x82], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ]
    for sequence in sequences {
      #expect(throws: JSONError.malformed, "\(sequence)") {
        try CanonicalJSON.decode([0x22] + sequence + [0x22], limit: 100)
      }
      #expect(throws: JSONError.malformed, "\(sequence) in a key") {
        try CanonicalJSON.decode([0x7B, 0x22] + sequence + Array("\":1}".utf8), limit: 100)
      }
    }
  }

  @Test("refuses keys that repeat, are out of order, or that two readers could tell apart")
  func keys() {
    let texts = [
      "{\"a\":1,\"a\":1}", "{\"a\":1,\"a\":2}", "{\"b\":1,\"a\":1}", "{\"a\":1,\"b\":2,\"a\":3}",
      "{\"aa\":1,\"a\":1}", "{\"a\":1,\"_\":1}", "{\"\":1}", "{\"A\":1}", "{\"a1\":1}",
      "{\"a-b\":1}", "{\"a.b\":1}", "{\"a b\":1}", "{\"a\0\":1}", "{\"é\":1}",
      "{\"e\u{301}\":1,\"\u{E9}\":2}", "{\"\u{E9}\":1,\"e\u{301}\":2}", "{\"а\":1}",
      "{\"a\u{200D}\":1}", "{\"\\n\":1}", "{\"ａ\":1}",
    ]
    for text in texts {
      #expect(throws: JSONError.invalidKey, "\(text.debugDescription)") { try decode(text) }
      #expect(throws: JSONError.invalidKey) { try decode("[{\"k\":\(text)}]") }
    }
  }

  @Test("refuses integers that others round, and longer ones at once")
  func bigNumbers() {
    for text in [
      "9007199254740992", "-9007199254740992", "9223372036854775807", "-9223372036854775808",
    ] {
      #expect(throws: JSONError.integerOutOfRange, "\(text)") { try decode(text) }
    }
    for text in [
      "9223372036854775808", "-9223372036854775809", "18446744073709551616",
      String(repeating: "9", count: 100_000), "-" + String(repeating: "0", count: 100_000),
    ] {
      #expect(throws: JSONError.malformed) { try decode(text) }
    }
    for number in [1 << 53, -(1 << 53), .max, .min] as [Int64] {
      #expect(throws: JSONError.integerOutOfRange) { try CanonicalJSON.encode(.integer(number)) }
    }
  }

  @Test("takes sixteen objects and arrays inside one another, and no more")
  func depth() throws {
    func nested(_ levels: Int, _ open: String, _ close: String, around inner: String) -> String {
      String(repeating: open, count: levels) + inner + String(repeating: close, count: levels)
    }
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      for inner in ["1", "\"\"", "true"] {
        let deepest = nested(16, open, close, around: inner)
        #expect(try encode(decode(deepest)) == deepest)
      }
      for (levels, inner) in [(16, "[]"), (16, "{}"), (17, "1"), (18, "1"), (50_000, "1")] {
        let text = nested(levels, open, close, around: inner)
        #expect(throws: JSONError.tooDeep, "\(levels) \(inner)") { try decode(text) }
      }
    }
    let mixed = nested(8, "[{\"a\":", "}]", around: "1")
    #expect(try encode(decode(mixed)) == mixed)
    #expect(throws: JSONError.tooDeep) { try decode("[\(mixed)]") }
    let value = (0..<16).reduce(JSONValue.integer(1)) { inner, _ in .array([inner]) }
    #expect(try decode(encode(value)) == value)
    #expect(throws: JSONError.tooDeep) { try CanonicalJSON.encode(.array([value])) }
    #expect(throws: JSONError.tooDeep) {
      try CanonicalJSON.encode(.object(JSONObject(["a": value])))
    }
    // Unclosed: the depth stops it, not the end of the text.
    #expect(throws: JSONError.tooDeep) { try decode(String(repeating: "[", count: 1 << 19)) }
  }

  @Test("refuses more bytes than the caller allows, before reading any")
  func limit() throws {
    #expect(try decode("[1,2]", limit: 5) == .array([.integer(1), .integer(2)]))
    #expect(throws: JSONError.tooLarge) { try decode("[1,2]", limit: 4) }
    #expect(throws: JSONError.tooLarge) { try decode("garbage", limit: 6) }
  }

  @Test("two spellings of one accented text are two strings")
  func normalisation() throws {
    #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    #expect(try decode("\"\u{E9}\"") != decode("\"e\u{301}\""))
  }

  // MARK: Properties

  /// Text of all planes, controls and quotes included.
  private static func text(_ random: SeededRandom) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7E, 0x22...0x22, 0x5C...0x5C, 0x7F...0xFF, 0x300...0x36F,
      0x2000...0x206F, 0xE000...0xFFFF, 0x1F300...0x1FAFF, 0x10FFF0...0x10FFFF,
    ]
    var text = ""
    for _ in 0..<random.number(below: 12) {
      let range = random.pick(ranges)
      let code = range.lowerBound + UInt32(random.number(below: range.count))
      if let scalar = Unicode.Scalar(code) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  static func value(_ random: SeededRandom, depth: Int = 0) throws -> JSONValue {
    switch random.number(below: depth < 6 ? 6 : 3) {
    case 0: return .string(text(random))
    case 1:
      let number = Int64(random.number(below: 1 << 53)) >> Int64(random.number(below: 53))
      return .integer(random.number(below: 2) == 0 ? number : -number)
    case 2: return .boolean(random.number(below: 2) == 0)
    case 3, 4:
      let pairs = try (0..<random.number(below: 6)).map { _ in
        let letters = (0...random.number(below: 4)).map { _ in random.pick(Array("abz_")) }
        return (String(letters), try value(random, depth: depth + 1))
      }
      return .object(try JSONObject(Dictionary(pairs) { first, _ in first }))
    default:
      return .array(
        try (0..<random.number(below: 5)).map { _ in try value(random, depth: depth + 1) })
    }
  }

  @Test("every value comes back, and two values never share a text")
  func roundTrips() throws {
    let random = SeededRandom(seed: "json values")
    var texts: [[UInt8]: JSONValue] = [:]
    for _ in 0..<1500 {
      let value = try Self.value(random)
      let bytes = try CanonicalJSON.encode(value)
      #expect(try CanonicalJSON.decode(bytes, limit: bytes.count) == value)
      if let other = texts.updateValue(value, forKey: bytes) { #expect(other == value) }
    }
    #expect(texts.count > 700)
  }

  @Test("hostile text throws or is the one text of its value")
  func hostile() throws {
    let random = SeededRandom(seed: "json hostile")
    var taken = 0
    for index in 0..<12 {
      let bytes = try CanonicalJSON.encode(Self.value(random, depth: 1))
      for variation in Fuzzing.hostile(bytes, seed: "json \(index)") {
        guard let value = try? CanonicalJSON.decode(variation, limit: 1 << 16) else { continue }
        taken += 1
        #expect(try CanonicalJSON.encode(value) == variation)
      }
    }
    #expect(taken > 0, "some flips within strings are valid again")
  }
}
