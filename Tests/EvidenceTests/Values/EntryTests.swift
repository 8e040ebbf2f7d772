// SPDX-License-Identifier: Apache-2.0
import Evidence
import Remote
import TestSupport
import Testing
import TransparencyLog

@Suite("Entries")
struct EntryTests {
  private func full() throws -> Entry {
    var entry = Entry()
    entry.title = "Titre « é »"
    entry.text = "Ligne 1\nLigne 2\u{0}\u{1F}"
    entry.when = try EDTFDate("2021-03~")
    entry.place = "Gîte"
    entry.kind = "menace"
    entry.said = "« … »"
    entry.felt = "peur"
    entry.thought = ""
    entry.effect = "insomnie"
    entry.writtenBy = .helped
    entry.amount = try Amount("120,50")
    entry.paidTo = "l’association"
    entry.lang = "fr"
    entry.who = [Person(.name("Dominique"), role: "auteur")]
    entry.tags = ["a", "b"]
    entry.privateNote = "à moi"
    return entry
  }

  private func read(_ entry: Entry) throws -> Entry {
    try Entry(Samples().statement(.entryLogged, entry.fields()))
  }

  @Test("every field comes back, and an absent one stays absent")
  func roundTrip() throws {
    #expect(try read(full()) == full())
    #expect(try read(Entry()) == Entry())
    #expect(try Entry().fields().isEmpty)
    #expect(Set(try full().fields().map(\.name)).count == 16)
  }

  @Test("people are saved contacts or plain names, with or without a role")
  func people() throws {
    let id = try Samples().subject()
    var entry = Entry()
    entry.who = [
      Person(.contact(id), role: "témoin"), Person(.contact(id), role: nil),
      Person(.name("Sacha"), role: nil), Person(.name(""), role: ""),
    ]
    #expect(try Set(read(entry).who) == Set(entry.who))
    for bad: JSONValue in [
      .string("Sacha"), .object(JSONObject()), .object(try JSONObject(["role": .string("x")])),
      .object(try JSONObject(["contact": .string("x")])),
      .object(try JSONObject(["name": .integer(1)])),
      .object(try JSONObject(["name": .string("x"), "role": .integer(1)])),
    ] {
      let statement = try Samples().statement(.entryLogged, [(.who, bad)])
      #expect(throws: (any Error).self) { try Entry(statement) }
    }
  }

  @Test("a text that is no text is refused, in every field")
  func wrongTypes() throws {
    for name: FieldName in [
      .title, .text, .place, .kind, .said, .felt, .thought, .effect, .paidTo, .lang, .privateNote,
      .tag, .writtenBy, .when,
    ] {
      let statement = try Samples().statement(.entryLogged, [(name, .integer(1))])
      #expect(throws: EvidenceError.self, "\(name.rawValue)") { try Entry(statement) }
    }
  }

  @Test("who wrote it is one of three, and a later word is not in the way")
  func writtenBy() throws {
    for value in WrittenBy.allCases {
      var entry = Entry()
      entry.writtenBy = value
      #expect(try read(entry).writtenBy == value)
    }
    #expect(WrittenBy.allCases.map(\.rawValue) == ["self", "helped", "relative"])
    let later = try Samples().statement(.entryLogged, [(.writtenBy, .string("later"))])
    #expect(try Entry(later).writtenBy == nil)
  }

  @Test("what is withheld is simply absent")
  func withheld() throws {
    let statement = try Samples().statement(.entryLogged, full().fields())
    let shown = try Entry(Disclosure().filter(statement))
    var expected = try full()
    expected.tags = []
    expected.privateNote = nil
    #expect(shown == expected)
  }
}
