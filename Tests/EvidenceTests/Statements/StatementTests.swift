// SPDX-License-Identifier: Apache-2.0
import Evidence
import Hashing
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Statements")
struct StatementTests {
  private func sample() throws -> Statement {
    try Samples().statement(
      .contactSaved,
      [
        (.name, .string("Camille")), (.phone, .string("1")), (.phone, .string("2")),
        (.email, .string("a@b")), (.child, .boolean(true)),
      ])
  }

  private func open(_ header: [UInt8], _ lines: [String], end: String = "\n") throws -> Statement {
    let text = lines.isEmpty ? "" : lines.joined(separator: "\n") + end
    return try Statement(encodedHeader: header, encodedOpenings: Array(text.utf8))
  }

  @Test("comes back from its two byte strings")
  func roundTrip() throws {
    for statement in [try sample(), try Samples().statement(.blank)] {
      let parsed = try Statement(
        encodedHeader: statement.header.encoded, encodedOpenings: statement.encodedOpenings)
      #expect(parsed == statement)
    }
    #expect(try Samples().statement(.blank).encodedOpenings.isEmpty)
  }

  @Test("gives openings by name, all of those that may repeat")
  func access() throws {
    let statement = try sample()
    #expect(statement[.name]?.string == "Camille")
    #expect(statement[.role] == nil)
    #expect(Set(statement.all(.phone).compactMap(\.string)) == ["1", "2"])
    #expect(statement.all(.tag).isEmpty)
  }

  @Test("writes openings one a line, ascending by the text of their digests")
  func lines() throws {
    let statement = try sample()
    let lines = String(decoding: statement.encodedOpenings, as: UTF8.self).split(separator: "\n")
    let digests = lines.map { Samples.b64(SHA256.hash(Array($0.utf8)).bytes) }
    #expect(lines.count == 5)
    #expect(
      zip(digests, digests.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(statement.encodedOpenings.last == 10)
  }

  @Test("holds any selection of its openings, in order")
  func selections() throws {
    let statement = try sample()
    for mask in 0..<32 {
      let some = statement.openings.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(
        \.element)
      let partial = try Statement(header: statement.header, openings: some)
      #expect(
        try Statement(
          encodedHeader: partial.header.encoded, encodedOpenings: partial.encodedOpenings)
          == partial)
    }
  }

  @Test("refuses an opening that the header does not list")
  func unlisted() throws {
    let statement = try sample()
    let own = statement.openings.map(\.disclosure)
    let foreign = try Opening(.note, .string("x"), random: SystemRandom())
    let others = try Samples("other").statement(holding: [.name]).openings
    for opening in [foreign] + others {
      #expect(throws: EvidenceError.unlistedOpening) {
        try Statement(header: statement.header, openings: statement.openings + [opening])
      }
      #expect(throws: EvidenceError.unlistedOpening) {
        try open(statement.header.encoded, [opening.disclosure])
      }
      #expect(throws: (any Error).self) {
        try open(statement.header.encoded, own + [opening.disclosure])
      }
    }
  }

  @Test("refuses an opening of the same name and value under another salt")
  func otherSalt() throws {
    let statement = try sample()
    let again = try Opening(.name, .string("Camille"), random: SystemRandom())
    #expect(throws: EvidenceError.unlistedOpening) {
      try Statement(header: statement.header, openings: [again])
    }
  }

  @Test("refuses an opening that appears twice")
  func twice() throws {
    let statement = try sample()
    for index in statement.openings.indices {
      var openings = statement.openings
      openings.insert(openings[index], at: index)
      #expect(throws: EvidenceError.unlistedOpening) {
        try Statement(header: statement.header, openings: openings)
      }
      #expect(throws: EvidenceError.unlistedOpening) {
        try open(statement.header.encoded, openings.map(\.disclosure))
      }
    }
  }

  @Test("refuses openings out of order, from bytes and from a caller")
  func order() throws {
    let statement = try sample()
    for index in 0..<4 {
      var openings = statement.openings
      openings.swapAt(index, index + 1)
      #expect(throws: EvidenceError.malformed) {
        try open(statement.header.encoded, openings.map(\.disclosure))
      }
      #expect(throws: EvidenceError.malformed) {
        try Statement(header: statement.header, openings: openings)
      }
    }
  }

  @Test("only names that may repeat do")
  func repeats() throws {
    let samples = try Samples()
    let many: [FieldName] = [
      .who, .tag, .attachment, .attachmentSecret, .phone, .email, .address, .hiddenAddress,
      .recipient,
    ]
    let unknown = try #require(FieldName(rawValue: "later_thing"))
    for name in many + [unknown] {
      #expect(try samples.statement(holding: [name, name, name]).all(name).count == 3)
    }
    for name: FieldName in [
      .title, .text, .when, .place, .kind, .said, .felt, .thought, .effect, .writtenBy, .amount,
      .paidTo, .lang, .privateNote, .reason, .replaces, .removes, .name, .initials, .role, .note,
      .child, .organisation, .predecessor, .headsSeen, .certificate, .logs, .format,
      .dossierDigest,
    ] {
      #expect(throws: EvidenceError.malformed, "\(name.rawValue)") {
        try samples.statement(holding: [name, name])
      }
    }
  }

  @Test("refuses anything between, before or after the lines")
  func garbage() throws {
    let statement = try sample()
    let (header, lines) = (statement.header.encoded, statement.openings.map(\.disclosure))
    #expect(try open(header, lines) == statement)
    for end in ["", "\n\n", "\r\n", "\n ", " \n", "\0", "\n\0", "=\n"] {
      #expect(throws: EvidenceError.malformed, "\(end.debugDescription)") {
        try open(header, lines, end: end)
      }
    }
    for index in 0...lines.count {
      for garbage in ["", " ", "#", "e30"] {
        #expect(throws: EvidenceError.malformed) {
          try open(header, Array(lines[..<index]) + [garbage] + Array(lines[index...]))
        }
      }
    }
    #expect(throws: EvidenceError.malformed) {
      try Statement(encodedHeader: header, encodedOpenings: [10])
    }
    for sequence in [[0xFF], [0xC3, 0xA9], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      #expect(throws: EvidenceError.malformed) {
        try Statement(
          encodedHeader: header, encodedOpenings: sequence + statement.encodedOpenings)
      }
    }
  }

  @Test("refuses more than 1 MiB of openings, to write and to read")
  func limit() throws {
    let samples = try Samples()
    let text = String(repeating: "x", count: 780_000)
    let large = try samples.statement(.entryLogged, [(.text, .string(text))])
    #expect(
      try Statement(
        encodedHeader: large.header.encoded, encodedOpenings: large.encodedOpenings) == large)
    #expect(throws: EvidenceError.tooLarge) {
      try samples.statement(.entryLogged, [(.text, .string(text + String(text.prefix(8_000))))])
    }
    #expect(throws: EvidenceError.tooLarge) {
      try Statement(
        encodedHeader: large.header.encoded,
        encodedOpenings: [UInt8](repeating: 0x41, count: Statement.openingsLimit + 1))
    }
  }

  @Test("hostile openings throw or are the one text of what they say")
  func hostile() throws {
    let statement = try sample()
    for bytes in Fuzzing.hostile(statement.encodedOpenings, seed: "openings") {
      do {
        let parsed = try Statement(
          encodedHeader: statement.header.encoded, encodedOpenings: bytes)
        #expect(parsed.encodedOpenings == bytes)
        #expect(parsed.openings.allSatisfy { statement.openings.contains($0) })
      } catch {
        #expect(error is EvidenceError, "\(error)")
      }
    }
  }
}
