// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Evidence
import Foundation
import TestSupport
import Testing

@Suite("Tables, cards and calendar as others read them") struct TableTests {
  /// Runs the program once, with the numbers of the samples in `argv`.
  private func python(_ program: String, _ samples: [PageSamples]) throws -> String {
    let folder = try TemporaryFolder()
    for (number, sample) in samples.enumerated() {
      for (name, text) in try sample.pages() {
        try folder.write("\(number)-\(name)", Array(text.utf8))
      }
    }
    let result = try Command.run(
      ["python3", "-c", program] + samples.indices.map(String.init), in: folder.path)
    #expect(result.status == 0, Comment(rawValue: result.errorText))
    return result.text
  }

  private func hostile() throws -> [PageSamples] {
    try HostileTextTests.texts.map(HostileTextTests.samples)
  }

  @Test("the csv module of Python reads the tables", .enabled(if: Command.isUsable("python3")))
  func csv() throws {
    let program = """
      import csv, sys
      for n in sys.argv[1:]:
          for name, column in (("chronologie.csv", 4), ("bordereau.csv", 9)):
              with open(f"{n}-{name}", encoding="utf-8-sig", newline="") as f:
                  rows = list(csv.reader(f, delimiter=";", strict=True))
              assert len({len(r) for r in rows}) == 1, name
              assert not any(c[:1] in "=+@|\\t" and c for r in rows for c in r), name
              print(len(rows), rows[1][0], rows[1][column] if n == "0" else "")
      """
    let text = try python(program, [.everything()] + hostile())
    #expect(text.hasPrefix("6 1 Lettre\n4 1 lettre d'été.jpg\n2 1 \n4 1 \n"))
    #expect(text.split(separator: "\n").count == 2 + 2 * HostileTextTests.texts.count)
  }

  @Test(
    "vobject reads the cards and the calendar",
    .enabled(if: Command.hasPythonModule("vobject"), "vobject not found"))
  func vobject() throws {
    let program = """
      import sys, vobject
      def text(n, name): return open(f"{n}-{name}", newline="", encoding="utf-8").read()
      for n in sys.argv[1:]:
          cards = list(vobject.readComponents(text(n, "contacts.vcf")))
          calendar = vobject.readOne(text(n, "chronologie.ics"))
          calendar.validate(raiseException=True)
          events = calendar.contents.get("vevent", [])
          if n == "0":
              for c in cards: print(c.fn.value, "|", ", ".join(t.value for t in c.contents.get("tel", [])))
              for e in events: print(e.dtstart.value, "|", e.summary.value)
          else:
              print(len(cards), len(events), events[0].dtstart.value)
      """
    let text = try python(program, [.everything()] + hostile())
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(7) == [
        "Association X | ", "Camille Durand | +33 1 00 00 00 00, 06 00 00 00 00", "Z. P. | ",
        "2021-03-01 | Lettre", "2021-03-02 14:05:00 | Appel", "2021-04-01 | Versement",
        "2021-05-01 | Dépôt",
      ])
    #expect(lines.dropFirst(7).allSatisfy { $0 == "3 1 2021-01-01" })
    #expect(lines.count == 7 + HostileTextTests.texts.count)
  }

  @Test("a vague date takes its days and says so; an open one is left out")
  func calendar() throws {
    var samples = try PageSamples()
    try samples.add(.sample("a", "2021-02~"))
    try samples.add(.sample("b", "2021-03-01T24:00:00"))
    try samples.add(.sample("c", "../2020"))
    try samples.add(.sample("d", "2021-12-31"))
    let text = PageSamples.plain(
      try #require(samples.pages()["chronologie.ics"]).replacingOccurrences(of: "\r\n ", with: ""))
    #expect(text.contains("DTSTART;VALUE=DATE:20210201\r\nDTEND;VALUE=DATE:20210301\r\nSUMMARY:a"))
    #expect(text.contains("La date est vague : l'événement couvre tous les jours"))
    #expect(text.contains("DTSTART:20210302T000000\r\nSUMMARY:b"))
    #expect(!text.contains("SUMMARY:c"))
    #expect(text.contains("DTSTART;VALUE=DATE:20211231\r\nDTEND;VALUE=DATE:20220101"))
    #expect(text.ranges(of: "DTSTAMP:20210301T120000Z").count == 3)
  }

  @Test("the notice says how to check, and its lines are short but for commands")
  func notice() throws {
    let text = try #require(PageSamples.everything().pages()["LISEZ-MOI.txt"])
    for command in [
      "sha256sum -c manifest-sha256.txt", "shasum -a 256 -c manifest-sha256.txt", "Get-FileHash",
      "minisign -V -p minisign.pub -m tagmanifest-sha256.txt",
    ] {
      #expect(text.contains(command), Comment(rawValue: command))
    }
    for line in text.split(separator: "\n") where !line.hasPrefix("  ") {
      #expect(line.count <= 84)
    }
  }
}
