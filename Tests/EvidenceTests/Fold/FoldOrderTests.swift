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

  private func titles(_ entry: FoldedEntry?) -> [String?] {
    entry?.revisions.map(\.entry.title) ?? []
  }

  private func entry(
    _ samples: Samples, _ title: String, of subject: SubjectID, log: LogID, sequence: UInt64,
    at: Int64,
    replacing: [Statement] = []
  ) throws -> Statement {
    try samples.statement(
      replacing.isEmpty ? .entryLogged : .entryAmended,
      [
        (.title, .string(title)),
        (.replaces, .array(try replacing.map { try LeafReference($0.header).json() })),
      ], subject: subject, log: log, sequence: sequence, at: at)
  }

  @Test("inside a log is the log's, whatever its clock did")
  func clockSetBack() throws {
    let samples = try Samples()
    let (id, log) = (try samples.subject(), try LogID(random: samples.random))
    let first = try entry(samples, "first", of: id, log: log, sequence: 3, at: 1_700_000_000)
    let second = try entry(
      samples, "second", of: id, log: log, sequence: 7, at: 5, replacing: [first])
    let folded = try Fold([second, first]).entries[id]
    #expect(titles(folded) == ["first", "second"])
    #expect(folded?.latest?.entry.title == "second")
  }

  @Test("between logs is what replaces what, then the instant, whatever the offset, then the log")
  func betweenLogs() throws {
    let samples = try Samples()
    let logs = try (0..<2).map { _ in try LogID(random: samples.random) }.sorted()
    let id = try samples.subject()
    let a = try entry(samples, "a", of: id, log: logs[0], sequence: 9, at: 100)
    // The other device's clock is behind, but it has seen what it replaces.
    let b = try entry(samples, "b", of: id, log: logs[1], sequence: 1, at: 3, replacing: [a])
    // Neither has seen the other.
    let c = try entry(samples, "c", of: id, log: logs[0], sequence: 10, at: 50, replacing: [a])
    let d = try entry(samples, "d", of: id, log: logs[1], sequence: 2, at: 50, replacing: [a])
    for statements in [[a, b, c, d], [d, c, b, a], [c, a, d, b]] {
      #expect(titles(try Fold(statements).entries[id]) == ["a", "b", "c", "d"])
    }
  }

  @Test("ends for a history in which statements wait for each other")
  func cycle() throws {
    let samples = try Samples()
    let logs = try (0..<2).map { _ in try LogID(random: samples.random) }.sorted()
    let id = try samples.subject()
    let late = try (0..<2).map {
      try entry(samples, "late\($0)", of: id, log: logs[$0], sequence: 8, at: Int64($0))
    }
    let early = try (0..<2).map {
      try entry(
        samples, "early\($0)", of: id, log: logs[$0], sequence: 2, at: Int64($0),
        replacing: [late[1 - $0]])
    }
    #expect(
      titles(try Fold(late + early).entries[id]) == ["early0", "late0", "early1", "late1"])
  }

  @Test("of a cloned device's two statements in one place is by leaf")
  func twins() throws {
    let samples = try Samples()
    let (id, log) = (try samples.subject(), try LogID(random: samples.random))
    let twins = try (0..<2).map {
      try entry(samples, "\($0)", of: id, log: log, sequence: 4, at: Int64($0))
    }
    let expected = twins.sorted {
      $0.header.leaf.bytes.lexicographicallyPrecedes($1.header.leaf.bytes)
    }
    for statements in [twins, twins.reversed()] {
      let folded = try #require(try Fold(statements).entries[id])
      #expect(folded.revisions.map(\.statement.header.leaf) == expected.map(\.header.leaf))
    }
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
