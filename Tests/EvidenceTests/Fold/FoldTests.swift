// SPDX-License-Identifier: Apache-2.0
import Evidence
import Hashing
import Remote
import TestSupport
import Testing
import TransparencyLog

import struct Evidence.Attachment

@Suite("Fold")
struct FoldTests {
  private func replaces(_ statements: Statement...) throws -> Samples.Field {
    (.replaces, .array(try statements.map { try LeafReference($0.header).json() }))
  }

  private func removes(_ statements: [Statement]) throws -> Samples.Field {
    (.removes, .array(try statements.map { try LeafReference($0.header).json() }))
  }

  private func title(_ text: String) -> Samples.Field { (.title, .string(text)) }

  private func attachment(_ seed: UInt8, order: Int = 0) throws -> (Samples.Field, PieceID) {
    let id = try PieceID([UInt8](repeating: seed, count: 16))
    let value = Attachment(
      id: id, name: "\(seed)", mediaType: "a/b", size: 1, sha256: Samples.digest(seed),
      nature: nil, partial: nil, order: order)
    return ((.attachment, try value.json()), id)
  }

  private func leaves(_ statements: [Statement]) -> [SHA256Digest] { statements.map(\.header.leaf) }

  @Test("an amendment supersedes what it names, and keeps it in the history")
  func amended() throws {
    let samples = try Samples()
    let id = try samples.subject()
    let first = try samples.statement(.entryLogged, [title("Un")], subject: id)
    let second = try samples.statement(
      .entryAmended, [title("Deux"), (.reason, .string("précision")), try replaces(first)],
      subject: id, sequence: 1)
    let entry = try #require(try Fold([second, first]).entries[id])
    #expect(entry.revisions.map(\.entry.title) == ["Un", "Deux"])
    #expect(entry.revisions.map(\.reason) == [nil, "précision"])
    #expect(entry.current.map(\.entry.title) == ["Deux"])
    #expect(entry.latest?.entry.title == "Deux")
    #expect(leaves(entry.statements) == leaves([first, second]))
  }

  @Test("two amendments made at once are both current, until one names both")
  func concurrent() throws {
    let samples = try Samples()
    let (id, phone) = (try samples.subject(), try LogID(random: samples.random))
    let first = try samples.statement(.entryLogged, [title("A")], subject: id, at: 1)
    let left = try samples.statement(
      .entryAmended, [title("B"), try replaces(first)], subject: id, sequence: 1, at: 9)
    let right = try samples.statement(
      .entryAmended, [title("C"), try replaces(first)], subject: id, log: phone, at: 5)
    let both = try #require(try Fold([left, first, right]).entries[id])
    #expect(both.current.map(\.entry.title) == ["C", "B"])
    #expect(both.latest?.entry.title == "B")
    let united = try samples.statement(
      .entryAmended, [title("D"), try replaces(left, right)], subject: id, sequence: 2, at: 2)
    let one = try #require(try Fold([united, left, first, right]).entries[id])
    #expect(one.current.map(\.entry.title) == ["D"], "whatever its clock says")
    #expect(one.revisions.count == 4)
  }

  @Test("an amendment supersedes exactly the leaf it names, of its own subject")
  func exactLeaf() throws {
    let samples = try Samples()
    let (id, other) = (try samples.subject(), try samples.subject())
    let first = try samples.statement(.entryLogged, [title("A")], subject: id, at: 1)
    let place = LeafReference(first.header)
    let misses: [(LeafReference, SubjectID)] = [
      (LeafReference(log: place.log, sequence: 0, leaf: Samples.digest(1)), id),
      (LeafReference(log: place.log, sequence: 1, leaf: place.leaf), id),
      (LeafReference(log: try LogID(random: samples.random), sequence: 0, leaf: place.leaf), id),
      (place, other),
    ]
    for (reference, subject) in misses {
      let amended = try samples.statement(
        .entryAmended, [title("B"), (.replaces, .array([try reference.json()]))],
        subject: subject, sequence: 5, at: 2)
      let fold = try Fold([first, amended])
      #expect(fold.entries[id]?.current.first?.entry.title == "A")
    }
  }

  @Test("a withdrawal wins whatever the order and the clocks, and what comes later stays gone")
  func withdrawn() throws {
    let samples = try Samples()
    let id = try samples.subject()
    let first = try samples.statement(.entryLogged, [title("A")], subject: id, at: 100)
    let piece = try attachment(1).0
    let attached = try samples.statement(
      .entryAttached, [piece], subject: id, sequence: 1, at: 200)
    for clock: Int64 in [-5, 150, 10_000] {
      let gone = try samples.statement(
        .entryWithdrawn, [removes([first, attached])], subject: id, sequence: 2, at: clock)
      let late = try samples.statement(
        .entryAmended, [title("B"), replaces(first)], subject: id,
        log: LogID(random: samples.random), at: 20_000)
      let statements = [first, attached, gone, late]
      for order in [statements, statements.reversed(), [gone, late, first, attached]] {
        let fold = try Fold(order)
        #expect(fold.entries.isEmpty)
        #expect(fold.gone == [id])
        // The one that came later is not named: a further withdrawal must say so before its record goes.
        #expect(
          fold.authorisedHoles
            == [LeafReference(first.header), LeafReference(attached.header)])
      }
    }
  }

  @Test("a removal takes the contact, and no entry that names it")
  func removed() throws {
    let samples = try Samples()
    let (contact, entry) = (try samples.subject(), try samples.subject())
    let saved = try samples.statement(
      .contactSaved, [(.name, .string("Camille"))], subject: contact)
    let logged = try samples.statement(
      .entryLogged,
      [(.who, .object(try JSONObject(["contact": .string(contact.description)])))],
      subject: entry, sequence: 1)
    let fold = try Fold([
      samples.statement(.contactRemoved, [removes([saved])], subject: contact, sequence: 2),
      saved, logged,
    ])
    #expect(fold.contacts.isEmpty)
    #expect(fold.entries[entry]?.latest?.entry.who == [Person(.contact(contact), role: nil)])
    #expect(fold.authorisedHoles == [LeafReference(saved.header)])
  }

  @Test("contacts have versions as entries do")
  func contacts() throws {
    let samples = try Samples()
    let id = try samples.subject()
    func saved(_ name: String, _ sequence: UInt64, _ replaced: Statement?) throws -> Statement {
      let fields: [Samples.Field] = [(.name, .string(name))]
      return try samples.statement(
        .contactSaved, fields + (replaced.map { [try replaces($0)] } ?? []), subject: id,
        sequence: sequence, at: Int64(sequence))
    }
    let first = try saved("A", 0, nil)
    let second = try saved("B", 1, first)
    let third = try saved("C", 2, first)
    let contact = try #require(try Fold([third, second, first]).contacts[id])
    #expect(contact.revisions.map(\.contact.name) == ["A", "B", "C"])
    #expect(contact.current.map(\.contact.name) == ["B", "C"])
    #expect(contact.latest?.contact.name == "C")
  }

  @Test("pieces come in the order of their statements, then as the person gave them")
  func pieces() throws {
    let samples = try Samples()
    let id = try samples.subject()
    let (a, b, c) = (try attachment(3, order: 0), try attachment(1, order: 1), try attachment(2))
    let secret = AttachmentSecret(
      id: b.1, key: [1], chunks: .direct([ChunkID(ofSealed: [1])]))
    let attached = try samples.statement(
      .entryAttached, [b.0, a.0, (.attachmentSecret, try secret.json())], subject: id, sequence: 1,
      at: 2)
    let later = try samples.statement(.entryAttached, [c.0], subject: id, sequence: 2, at: 3)
    let logged = try samples.statement(.entryLogged, subject: id, at: 1)
    let entry = try #require(try Fold([later, attached, logged]).entries[id])
    #expect(entry.pieces.map(\.attachment.id) == [a.1, b.1, c.1])
    #expect(entry.pieces.map(\.secret) == [nil, secret, nil])
    #expect(leaves(entry.statements) == leaves([logged, attached, later]))
  }

  @Test("pieces whose entry is not here are not shown")
  func orphans() throws {
    let samples = try Samples()
    let attached = try samples.statement(.entryAttached, [attachment(1).0])
    let fold = try Fold([attached])
    #expect(fold.entries.isEmpty && fold.gone.isEmpty && fold.unknown == 0)
  }

  @Test("unknown types are counted, known ones that say nothing of a subject are not")
  func unknown() throws {
    let samples = try Samples()
    let later = try ["entry.later", "a", "dossier"].map {
      try samples.statement(#require(StatementType(rawValue: $0)))
    }
    let quiet = try [
      StatementType.logOpened, .deviceCertified, .deviceRevoked, .formatRaised, .dossierSealed,
      .blank,
    ].map { try samples.statement($0) }
    let fold = try Fold(quiet + later)
    #expect(fold.unknown == 3)
    #expect(fold.entries.isEmpty && fold.contacts.isEmpty && fold.gone.isEmpty)
    #expect(try Fold(quiet).unknown == 0)
  }

  @Test("an unknown opening of a known statement changes nothing")
  func unknownOpening() throws {
    let samples = try Samples()
    let later = try #require(FieldName(rawValue: "later"))
    let logged = try samples.statement(.entryLogged, [title("A"), (later, .integer(1))])
    #expect(try Fold([logged]).entries[logged.header.subject]?.latest?.entry.title == "A")
  }

  @Test("a field that cannot be read throws")
  func unreadable() throws {
    let samples = try Samples()
    let bad: [(StatementType, Samples.Field)] = [
      (.entryLogged, (.title, .integer(1))), (.entryLogged, (.amount, .string("12"))),
      (.entryLogged, (.who, .string("x"))), (.entryAmended, (.replaces, .string("x"))),
      (.entryAttached, (.attachment, .array([]))),
      (.entryAttached, (.attachmentSecret, .integer(1))),
      (.entryWithdrawn, (.removes, .object(JSONObject()))),
      (.contactSaved, (.replaces, .integer(1))),
      (.contactRemoved, (.removes, .array([.integer(1)]))),
    ]
    for (type, field) in bad {
      #expect(throws: (any Error).self, "\(type.rawValue) \(field.name.rawValue)") {
        try Fold([samples.statement(type, [field])])
      }
    }
  }
}
