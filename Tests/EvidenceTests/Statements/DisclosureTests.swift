// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import TestSupport
import Testing
import TransparencyLog

@Suite("Disclosure")
struct DisclosureTests {
  private func names(_ statement: Statement) -> Set<String> {
    Set(statement.openings.map(\.name.rawValue))
  }

  /// Name by name as the table of Format.md §4.3 marks them: `P` is private.
  private func documented() throws -> (shown: Set<String>, hidden: Set<String>) {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/Format.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let table = try #require(text.components(separatedBy: "| type | subject | openings |").last)
      .components(separatedBy: "\n\n")[0]
    var (shown, hidden): (Set<String>, Set<String>) = ([], [])
    for row in table.split(separator: "\n").dropFirst() {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count >= 4 else { continue }
      let field = /`([a-z_]+)`( \*n\*| \*P\*| \*n P\*)?/
      var bare = String(cells[3])
      // What a value consists of, and what it refers to, are not names of openings.
      for other in [/\([^)]*\)/, /\[?\{[^}]*\}…?\]?/, /`[a-z]+` (?:is|counts) [^;]*/] {
        bare = bare.replacing(other, with: "")
      }
      for match in bare.matches(of: field) where !String(match.1).contains(".") {
        if (match.2 ?? "").contains("P") {
          hidden.insert(String(match.1))
        } else {
          shown.insert(String(match.1))
        }
      }
    }
    return (shown, hidden)
  }

  @Test("keeps what Format.md marks private, and shows the rest")
  func documentedNames() throws {
    let (shown, hidden) = try documented()
    #expect(shown.count > 25)
    #expect(
      hidden == [
        "tag", "private", "attachment_secret", "hidden_address", "heads_seen", "dossier_digest",
        "recipient",
      ])
    for name in shown { #expect(FieldName(rawValue: name)?.isPrivate == false, "\(name)") }
    for name in hidden { #expect(FieldName(rawValue: name)?.isPrivate == true, "\(name)") }
  }

  @Test("a name of a later version is private")
  func unknownNames() throws {
    let later = try ["later", "titles", "name_hidden", "attachment_secrets", "_"].map {
      try #require(FieldName(rawValue: $0))
    }
    for name in later { #expect(name.isPrivate) }
    let statement = try Samples().statement(holding: later + [.title])
    let shown = try Disclosure().filter(statement)
    #expect(names(shown) == ["title"])
    #expect(statement.disclosesPrivate)
    #expect(!shown.disclosesPrivate)
  }

  @Test("what is shown still verifies against the header, which is unchanged")
  func verifies() throws {
    let statement = try Samples().statement(holding: [
      .title, .text, .tag, .tag, .privateNote, .who, .attachmentSecret, .attachment, .place,
    ])
    let shown = try Disclosure().filter(statement)
    // An attachment is none of an entry's names: unknown there, and so private.
    #expect(names(shown) == ["title", "text", "who", "place"])
    #expect(shown.header == statement.header)
    #expect(
      try Statement(encodedHeader: shown.header.encoded, encodedOpenings: shown.encodedOpenings)
        == shown)
    #expect(try Disclosure().filter(shown) == shown)
  }

  @Test("nothing private is in the bytes that leave")
  func canaries() throws {
    let samples = try Samples()
    let fields: [Samples.Field] = [
      (.tag, .string("CANARY")), (.privateNote, .string("CANARY")),
      (.hiddenAddress, .string("CANARY")), (.headsSeen, .array([.string("CANARY")])),
      (.attachmentSecret, .object(try JSONObject(["key": .string("CANARY")]))),
      (.recipient, .string("CANARY")), (.title, .string("title")),
    ]
    let shown = try Disclosure().filter(samples.statement(.entryLogged, fields))
    for opening in shown.openings {
      let text = String(describing: opening.value)
      #expect(!text.contains("CANARY"))
    }
    #expect(shown.openings.count == 1)
  }

  @Test("a child is shown by initials")
  func child() throws {
    var contact = Contact()
    contact.name = "Zoé Martin"
    contact.isChild = true
    let statement = try Samples().statement(.contactSaved, contact.fields())
    let shown = try Disclosure().filter(statement)
    #expect(names(shown) == ["child", "initials"])
    #expect(try Contact(shown).shownName == "Z. M.")
  }

  // MARK: What a later version hides

  /// Two versions of one contact, as the fold of a vault has them.
  private func versions(
    _ first: (inout Contact) -> Void, _ second: (inout Contact) -> Void
  ) throws -> [Statement] {
    let samples = try Samples()
    let subject = try samples.subject()
    var contacts = [Contact(), Contact()]
    for index in contacts.indices {
      contacts[index].name = "Zoé Martin"
      contacts[index].addresses = ["1 rue A", "2 rue B"]
    }
    first(&contacts[0])
    second(&contacts[1])
    return try contacts.enumerated().map { index, contact in
      return try samples.statement(
        .contactSaved, contact.fields(), subject: subject, sequence: UInt64(index),
        at: Int64(index))
    }
  }

  @Test("the name of one who is said to be a child once is in no version")
  func childLater() throws {
    for (first, second) in [(false, true), (true, false), (true, true)] {
      let statements = try versions({ $0.isChild = first }, { $0.isChild = second })
      let disclosure = Disclosure(try Fold(statements))
      for statement in statements {
        #expect(try disclosure.filter(statement)[.name] == nil)
        #expect(try disclosure.filter(statement)[.initials]?.string == "Z. M.")
      }
    }
    let adults = try versions({ _ in }, { _ in })
    #expect(try Disclosure(Fold(adults)).filter(adults[0])[.name]?.string == "Zoé Martin")
  }

  @Test("an address that is hidden once is in no version, in any spelling of its accents")
  func hiddenLater() throws {
    let statements = try versions(
      { $0.addresses = ["9 all\u{E9}e C", "2 rue B"] },
      { $0.hiddenAddresses = ["9 alle\u{301}e C"] })
    let disclosure = Disclosure(try Fold(statements))
    let shown = try statements.map { try Contact(disclosure.filter($0)).addresses }
    #expect(shown == [["2 rue B"], ["1 rue A", "2 rue B"]])
    #expect(try statements.allSatisfy { try disclosure.filter($0)[.hiddenAddress] == nil })
  }

  @Test("an address that the same version both shows and hides is hidden, without a fold too")
  func hiddenAtOnce() throws {
    let statement = try versions({ $0.hiddenAddresses = ["1 rue A"] }, { _ in })[0]
    #expect(try Contact(Disclosure().filter(statement)).addresses == ["2 rue B"])
  }

  @Test("one contact's secrets do not hide another's fields")
  func others() throws {
    let child = try versions({ $0.isChild = true }, { $0.hiddenAddresses = ["1 rue A"] })
    let other = try Samples("other").statement(
      .contactSaved, [(.name, .string("Zoé Martin")), (.address, .string("1 rue A"))],
      sequence: 9)
    let shown = try Disclosure(Fold(child + [other])).filter(other)
    #expect(names(shown) == ["name", "address"])
  }
}
