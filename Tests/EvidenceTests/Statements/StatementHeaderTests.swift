// SPDX-License-Identifier: Apache-2.0
import Evidence
import Hashing
import Remote
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Statement headers")
struct StatementHeaderTests {
  private func refused(
    as error: EvidenceError = .malformed, _ comment: Comment? = nil,
    _ edit: (inout JSONObject) throws -> Void
  ) throws {
    let bytes = try Samples().statement(holding: [.title]).header.editing(edit)
    #expect(throws: error, comment) { try StatementHeader(encoded: bytes) }
  }

  @Test("is the text that Format.md gives, and its leaf is RFC 6962's")
  func text() throws {
    let samples = try Samples()
    let subject = try samples.subject()
    let statement = try samples.statement(
      .entryLogged, [(.title, .string("x"))], subject: subject, sequence: 7, at: 0)
    let header = statement.header
    let digests = header.digests.map { "\"\(Samples.b64($0.bytes))\"" }.joined(separator: ",")
    let expected = """
      {"device":"\(samples.device)","log":"\(samples.log)",\
      "recorded_at":"1970-01-01T01:00:00+01:00","sd":[\(digests)],"sequence":7,\
      "subject":"\(subject)","type":"entry.logged","version":1}
      """
    #expect(String(decoding: header.encoded, as: UTF8.self) == expected)
    #expect(header.leaf == SHA256.hash([0] + header.encoded))
    let parsed = try StatementHeader(encoded: header.encoded)
    #expect(parsed == header)
    #expect(parsed.device == samples.device && parsed.log == samples.log)
    #expect(parsed.subject == subject && parsed.sequence == 7 && parsed.type == .entryLogged)
    #expect(parsed.recordedAt == Samples.moment(0))
  }

  @Test("holds the digests of its openings among decoys, eight at a time", arguments: 0...26)
  func decoys(_ count: Int) throws {
    let samples = try Samples("decoys \(count)")
    let statement = try samples.statement(
      .contactSaved,
      (0..<count).map { _ in
        (.phone, .string("0"))
      })
    let digests = statement.header.digests
    #expect(digests.count == max(8, (count + 7) / 8 * 8))
    #expect(Set(digests).count == digests.count)
    #expect(Set(statement.openings.map(\.digest)).isSubset(of: digests))
    #expect(statement.openings.count == count)
    let texts = digests.map { Samples.b64($0.bytes) }
    #expect(zip(texts, texts.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("refuses digests that are too few, not a multiple of eight, out of order or repeated")
  func digests() throws {
    let texts = (UInt8(0)..<24).map { Samples.b64(SHA256.hash([$0]).bytes) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    func values(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map { .string($0) }) }
    for count in [8, 16, 24] {
      let bytes = try Samples().statement(holding: []).header.editing {
        $0["sd"] = values(texts.prefix(count))
      }
      #expect(try StatementHeader(encoded: bytes).digests.count == count)
    }
    for count in [0, 1, 7, 9, 15, 17, 23] {
      try refused("\(count)") { $0["sd"] = values(texts.prefix(count)) }
    }
    try refused { $0["sd"] = values(texts.prefix(8).reversed()) }
    try refused { $0["sd"] = values([texts[0]] + texts.prefix(7)) }
    try refused { $0["sd"] = values([texts[1], texts[0]] + texts[2..<8]) }
    for text in ["", "AAAA", texts[8] + "=", texts[8] + "AA", String(texts[8].dropLast())] {
      try refused("\(text)") { $0["sd"] = values(texts.prefix(7) + [text]) }
    }
    try refused { $0["sd"] = .array(texts.prefix(7).map { .string($0) } + [.integer(1)]) }
  }

  @Test("refuses a member that is missing, of another type, or unknown")
  func members() throws {
    let header = try Samples().statement(holding: []).header
    guard case .object(let object) = try CanonicalJSON.decode(header.encoded, limit: 1 << 16) else {
      throw JSONError.wrongType
    }
    try refused { $0["later"] = .integer(1) }
    try refused { $0["aud"] = .string("") }
    for key in object.keys {
      let values: [JSONValue?] = [
        nil, .integer(-1), .boolean(true), .string(""), .string("É"), .array([]),
        .object(JSONObject()),
      ]
      for value in values {
        let bytes = try header.editing { $0[key] = value }
        #expect(throws: EvidenceError.malformed, "\(key): \(String(describing: value))") {
          try StatementHeader(encoded: bytes)
        }
      }
    }
  }

  @Test("tells a later version from one that there never was, whatever else it holds")
  func versions() throws {
    for version: Int64 in [0, -1] { try refused { $0["version"] = .integer(version) } }
    for version: Int64 in [2, 1 << 40] {
      try refused(as: .unknownVersion) {
        $0["version"] = .integer(version)
        $0["later"] = .boolean(true)
      }
    }
  }

  @Test("keeps types that it does not know, and refuses what is no type")
  func types() throws {
    for type in ["a", "entry", "entry.later", "_._", "a.b.c", String(repeating: "a", count: 64)] {
      let bytes = try Samples().statement(holding: []).header.editing { $0["type"] = .string(type) }
      #expect(try StatementHeader(encoded: bytes).type.rawValue == type)
    }
    for type in [
      "", ".", "a.", ".a", "a..b", "A", "entry.Logged", "a-b", "a b", "é", "a1", "entry\0",
      String(repeating: "a", count: 65),
    ] {
      try refused("\(type)") { $0["type"] = .string(type) }
    }
  }

  @Test("refuses moments, ids and numbers in any other spelling")
  func spellings() throws {
    let id = try Samples().log.description
    for text in [id.uppercased(), id + "a", String(id.dropLast()), id + "=", " " + id] {
      for key in ["device", "log", "subject"] { try refused { $0[key] = .string(text) } }
    }
    for text in ["2026-01-02T03:04:05Z", "2026-01-02 03:04:05+00:00", "2026-02-30T00:00:00+00:00"] {
      try refused { $0["recorded_at"] = .string(text) }
    }
    let bytes = try Samples().statement(holding: []).header.editing {
      $0["sequence"] = .integer((1 << 53) - 1)
    }
    #expect(try StatementHeader(encoded: bytes).sequence == (1 << 53) - 1)
    #expect(throws: EvidenceError.tooLarge) {
      try Samples().statement(.blank, sequence: 1 << 53)
    }
  }

  @Test("refuses JSON that two readers could read differently")
  func ambiguity() throws {
    let text = String(decoding: try Samples().statement(holding: []).header.encoded, as: UTF8.self)
    let others = [
      text.replacing("{\"device\"", with: "{ \"device\""), text + "\n", "\u{FEFF}" + text,
      text.replacing(
        ",\"type\":\"entry.logged\"", with: ",\"type\":\"blank\",\"type\":\"entry.logged\""),
      text.replacing("\"type\":", with: "\"typ\\u0065\":"),
      text.replacing("\"version\":1", with: "\"version\":1,\"vèrsion\":1"),
      text.replacing("\"version\":1", with: "\"version\":1.0"),
      text.replacing("\"version\":1", with: "\"version\":01"),
      text.replacing("\"sequence\":0", with: "\"sequence\":-0"),
      text.replacing("\"sequence\":0", with: "\"sequence\":9007199254740992"),
      text.replacing("entry.logged", with: "entry\\u002elogged"),
      "[" + text + "]", "null", "",
    ]
    for other in others {
      #expect(other != text)
      #expect(throws: EvidenceError.malformed, "\(other)") {
        try StatementHeader(encoded: Array(other.utf8))
      }
    }
  }

  @Test("refuses more than 64 KiB, to write and to read")
  func limit() throws {
    let samples = try Samples()
    let most = try samples.statement(.contactSaved, (0..<1408).map { _ in (.phone, .string("")) })
    #expect(most.header.encoded.count > 64_900)
    #expect(try StatementHeader(encoded: most.header.encoded) == most.header)
    #expect(throws: EvidenceError.tooLarge) {
      try samples.statement(.contactSaved, (0..<1424).map { _ in (.phone, .string("")) })
    }
    let digests = (0..<1424).map {
      Samples.b64(SHA256.hash([UInt8($0 & 255), UInt8($0 >> 8)]).bytes)
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try refused { $0["sd"] = .array(digests.map { .string($0) }) }
  }

  @Test("hostile bytes throw, or are the one text of what they say")
  func hostile() throws {
    let header = try Samples().statement(holding: [.title]).header
    var taken = 0
    for bytes in Fuzzing.hostile(header.encoded, seed: "header") {
      do {
        let parsed = try StatementHeader(encoded: bytes)
        taken += 1
        #expect(parsed.encoded == bytes)
        #expect(parsed.leaf != header.leaf)
      } catch {
        #expect(error is EvidenceError, "\(error)")
      }
    }
    #expect(taken > 0, "a flip within an id is another id")
  }
}
