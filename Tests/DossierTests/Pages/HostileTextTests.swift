// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Evidence
import Foundation
import Testing

@Suite("Hostile text in the pages") struct HostileTextTests {
  static let texts = [
    "</dd><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
    "=HYPERLINK(\"http://x\")", "\t=1+1", "\"=1+1", " +33", "\u{200B}=1", "@SUM(1)", "|cmd",
    "BEGIN:VEVENT\r\nSUMMARY:faux", "a\u{202E}b\u{2066}c", "nul\u{0}\u{1B}[2J", "a\u{2028}b\u{85}c",
    "]]>--><!--", "&lt;&amp;", "javascript:alert(1)", String(repeating: "A", count: 600),
    "z" + String(repeating: "\u{301}", count: 500), "\u{FEFF}\u{200E}x", "a;b,c\\d\ne",
  ]

  /// The text in every field that a person or a hostile file can fill.
  static func samples(_ text: String) throws -> PageSamples {
    var samples = try PageSamples()
    samples.cover = ["synthese": "\(text) Pièce n° 1 \(text)", "parties": text, text: text]
    samples.selection.since = text
    var contact = Contact()
    contact.name = text
    contact.role = text
    contact.phones = [text]
    contact.emails = [text]
    contact.addresses = [text]
    contact.note = text
    let person = try samples.add(contact)
    contact.isOrganisation = true
    try samples.add(contact)
    contact.isChild = true
    contact.initials = text
    try samples.add(contact)
    var entry = try Entry.sample(text, "2021", kind: text + " plainte")
    entry.text = text
    entry.place = text
    entry.said = text
    entry.felt = text
    entry.thought = text
    entry.effect = text
    entry.lang = text
    entry.paidTo = text
    entry.amount = try Amount("1")
    entry.who = [
      Person(.contact(person), role: text), Person(.name(text), role: text),
      Person(.name(text), role: "témoin"),
    ]
    let subject = try samples.add(entry)
    let first = try #require(samples.statements.last)
    for type in ["image/png", text, "audio/" + text] {
      try samples.attach(to: subject, text + ".png", type, nature: .received, partial: text)
    }
    samples.handling = [1: PieceHandling(isWithheld: true, copy: try .init { [1] })]
    entry.effect = text + text
    try samples.amend(subject, entry, replaces: [first], reason: text)
    entry.title = text + "2"
    try samples.amend(subject, entry, replaces: [first], reason: text)
    return samples
  }

  @Test("becomes no markup", arguments: texts)
  func markup(_ text: String) throws {
    let html = try Self.samples(text).html()
    let reference = try Self.samples("texte").html()
    for tag in ["<script", "<img", "<a ", "<dd>", "<article", "<!", "onerror=alert(1)>", "<bdi>"] {
      #expect(
        html.ranges(of: tag).count == reference.ranges(of: tag).count || tag.hasPrefix("onerror"),
        Comment(rawValue: tag))
    }
    // Every quote inside a tag opens or closes a value of ours.
    for part in html.split(separator: "<").dropFirst() {
      let tag = part.prefix { $0 != ">" }
      #expect(tag.filter { $0 == "\"" }.count.isMultiple(of: 2))
      let outside = tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map(\.element)
      #expect(!outside.contains { $0.contains(" on") })
    }
  }

  @Test("shows nothing that turns or hides text", arguments: texts)
  func visible(_ text: String) throws {
    for page in try Self.samples(text).pages().values {
      for scalar in page.unicodeScalars.dropFirst() {
        let isControl = scalar.value < 0x20 && !"\n\r\t".unicodeScalars.contains(scalar)
        #expect(!isControl && !(0x7F...0x9F).contains(scalar.value))
        #expect(
          !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
        #expect(![0x200B, 0x200E, 0xFEFF, 0x2028, 0x2029].contains(scalar.value))
      }
    }
  }

  @Test("is no formula in a table", arguments: texts)
  func formulas(_ text: String) throws {
    let pages = try Self.samples(text).pages()
    for name in ["chronologie.csv", "bordereau.csv"] {
      let table = try #require(pages[name])
      #expect(table.hasPrefix("\u{FEFF}\""))
      for cell in table.split(separator: ";\"").map({ $0.drop { "\" \u{A0}\t\n\r".contains($0) } })
      {
        #expect(!"=@|".contains(cell.first ?? "x"), Comment(rawValue: String(cell.prefix(20))))
      }
    }
  }

  @Test("is no line of a calendar or card, and lines are folded", arguments: texts)
  func contentLines(_ text: String) throws {
    let pages = try Self.samples(text).pages()
    for (name, unit) in [("chronologie.ics", "BEGIN:VEVENT"), ("contacts.vcf", "BEGIN:VCARD")] {
      let page = try #require(pages[name])
      let lines = page.components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") && !$0.contains("\r") })
      #expect(lines.filter { $0 == unit }.count == (name == "contacts.vcf" ? 3 : 1))
    }
  }

  @Test("stacked marks are cut, emoji and other scripts stay")
  func scripts() {
    #expect(
      EscapingV2.visible("z" + String(repeating: "\u{301}", count: 99)).unicodeScalars.count == 5)
    for text in ["👩‍👧‍👦 🏳️‍🌈", "مدينة", "क्‍ष", "é e\u{301}", "Ŝ œ €", "a\tb\nc"] {
      #expect(EscapingV2.visible(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
    #expect(EscapingV2.visible("a\r\nb\rc") == "a\nb\nc")
  }
}
