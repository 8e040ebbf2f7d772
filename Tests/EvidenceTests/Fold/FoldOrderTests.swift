// SPDX-License-Identifier: Apache-2.0
import Evidence
import Hashing
import Remote
import TestSupport
import Testing
import TransparencyLog

import struct Evidence.Attachment

@Suite("Order of the fold")
struct FoldOrderTests {
  /// All that a fold says, comparable.
  private func summary(_ fold: Fold) -> [String] {
    func leaves(_ statements: [Statement]) -> String {
      statements.map { Samples.b64($0.header.leaf.bytes) }.joined(separator: ",")
    }
    let entries = fold.entries.map { id, entry in
      "\(id) \(leaves(entry.revisions.map(\.statement))) \(leaves(entry.current.map(\.statement)))"
        + " \(entry.pieces.map(\.attachment.id)) \(leaves(entry.statements))"
        + " \(entry.latest?.entry.title ?? "")"
    }
    let contacts = fold.contacts.map { id, contact in
      "\(id) \(leaves(contact.revisions.map(\.statement)))"
        + " \(leaves(contact.current.map(\.statement)))"
    }
    return entries.sorted() + contacts.sorted() + fold.gone.map(\.description).sorted()
      + fold.authorisedHoles.map { "\($0.log) \($0.sequence) \($0.leaf.bytes)" }.sorted()
      + ["\(fold.unknown)"]
  }

  /// Three devices with wrong clocks that log, amend, attach, withdraw and save at random.
  private func history(_ seed: String) throws -> [Statement] {
    let samples = try Samples(seed)
    let random = samples.random
    let logs = try (0..<3).map { _ in try LogID(random: random) }
    let subjects = try (0..<5).map { _ in try samples.subject() }
    var statements: [Statement] = []
    for index in 0..<60 {
      let subject = random.pick(subjects)
      let about = statements.filter { $0.header.subject == subject }
      let named = about.filter { _ in random.number(below: 3) == 0 }
      let references = JSONValue.array(try named.map { try LeafReference($0.header).json() })
      let piece = Attachment(
        id: try PieceID(random: random), name: "p", mediaType: "a/b", size: 1,
        sha256: Samples.digest(1), nature: .copy, partial: nil,
        order: random.number(below: 2))
      let (type, fields): (StatementType, [Samples.Field]) =
        switch random.number(below: 20) {
        case 0: (.entryWithdrawn, [(.removes, references)])
        case 1: (try #require(StatementType(rawValue: "later")), [])
        case 2...6: (.entryAttached, [(.attachment, try piece.json())])
        case 7...9: (.contactSaved, [(.name, .string("\(index)")), (.replaces, references)])
        case 10...14: (.entryAmended, [(.title, .string("\(index)")), (.replaces, references)])
        default: (.entryLogged, [(.title, .string("\(index)"))])
        }
      // Few moments, so that many are equal.
      statements.append(
        try samples.statement(
          type, fields, subject: subject, log: random.pick(logs), sequence: UInt64(index / 2),
          at: Int64(random.number(below: 4))))
    }
    return statements
  }

  @Test("is the same whatever order the statements come in", arguments: ["a", "b", "c", "d"])
  func deterministic(_ seed: String) throws {
    let statements = try history(seed)
    let expected = try summary(Fold(statements))
    #expect(expected.count > 3)
    let random = SeededRandom(seed: "shuffle " + seed)
    for _ in 0..<20 {
      var shuffled = statements
      for index in shuffled.indices { shuffled.swapAt(index, random.number(below: index + 1)) }
      #expect(try summary(Fold(shuffled)) == expected)
    }
  }

  @Test("is by instant, whatever the offset; then by log, place and leaf")
  func precedence() throws {
    let samples = try Samples()
    let logs = try (0..<2).map { _ in try LogID(random: samples.random) }.sorted()
    func statement(_ log: LogID, _ sequence: UInt64, _ text: String) throws -> Statement {
      let moment = try RecordedAt(text)
      return try StatementDraft(.blank, subject: samples.subject()).statement(
        device: samples.device, log: log, sequence: sequence, recordedAt: moment,
        random: samples.random)
    }
    let ordered = [
      try statement(logs[1], 9, "2020-01-01T01:00:00+02:00"),
      try statement(logs[0], 5, "2020-01-01T00:00:00+00:00"),
      try statement(logs[0], 6, "2020-01-01T01:00:00+01:00"),
      try statement(logs[1], 0, "2019-12-31T23:00:00-01:00"),
      try statement(logs[0], 0, "2020-01-01T00:00:01+00:00"),
    ]
    for (left, a) in ordered.enumerated() {
      for (right, b) in ordered.enumerated() {
        #expect(Fold.precedes(a, b) == (left < right))
      }
    }
    // A cloned device: two statements in one place, at one moment.
    let twins = try (0..<2).map { _ in try statement(logs[0], 0, "2020-01-01T00:00:00+00:00") }
    #expect(Fold.precedes(twins[0], twins[1]) != Fold.precedes(twins[1], twins[0]))
    #expect(!Fold.precedes(twins[0], twins[0]))
  }

  @Test("clocks in 1970 and 2099 poison nobody")
  func badClocks() throws {
    let samples = try Samples()
    let id = try samples.subject()
    let early = try samples.statement(.entryLogged, [(.title, .string("1970"))], subject: id, at: 0)
    let late = try samples.statement(
      .entryLogged, [(.title, .string("2099"))], sequence: 1, at: 4_090_000_000)
    let amended = try samples.statement(
      .entryAmended,
      [(.title, .string("now")), (.replaces, .array([try LeafReference(early.header).json()]))],
      subject: id, sequence: 2, at: 1_700_000_000)
    let fold = try Fold([late, amended, early])
    #expect(fold.entries.count == 2)
    #expect(fold.entries[id]?.current.map(\.entry.title) == ["now"])
  }
}
