// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// Whoever receives a dossier has only these two texts.
@Suite(
  "Every command of the LISEZ-MOI works as written",
  .enabled(
    if: ["age", "tar", "minisign", "sha256sum", "shasum", "python3"].allSatisfy(Command.isUsable),
    "a stock tool was not found"))
struct LisezMoiTests {
  /// A dossier and its two notices. `file` is opened as the notice beside it says.
  private struct Received {
    let lines: DocumentLines
    let outer: String
    let inner: String
    let bag: String
    let isKey: Bool

    var windows: [String] { Self.commands(outer, after: "Windows (", before: "macOS") }
    var unix: [String] { Self.commands(outer, after: "macOS et Linux", before: "Gardez") }

    init(_ file: String, _ recipient: [String]) throws {
      let memo = try MemoProgram.withVault()
      lines = DocumentLines(memo: memo)
      isKey = recipient.first == "--to"
      try memo.folder.write("lettre.pdf", Array("%PDF-1.4\n".utf8))
      _ = try memo.add(#"{"title": "a", "when": "2021"}"#, ["--attach", "lettre.pdf"])
      try memo.expect(0, ["keygen", "-o", "cle.txt"], passphrase: nil)
      try memo.expect(0, ["export", "-o", file] + recipient)
      let name = file.replacing(".tar.age", with: "") + "-LISEZ-MOI.txt"
      outer = String(decoding: try memo.folder.read(name), as: UTF8.self)
      for line in Self.commands(outer, after: "macOS et Linux", before: "Gardez") {
        try lines.type(line)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: memo.folder.path)
      let found = try #require(names.first { $0.hasPrefix("memo-dossier-") })
      bag = memo.folder.file(found)
      inner = String(
        decoding: try memo.folder.read("\(found)/data/LISEZ-MOI.txt"), as: UTF8.self)
    }

    static func commands(_ text: String, after: String, before: String) -> [String] {
      let start = text.firstRange(of: after)?.upperBound ?? text.endIndex
      let end = text[start...].firstRange(of: before)?.lowerBound ?? text.endIndex
      return DocumentLines.commands(String(text[start..<end]), indent: "     ").flatMap(\.commands)
    }

    func step(_ words: String) throws -> [String] {
      let steps = DocumentLines.commands(inner, indent: "  ")
      return try #require(steps.first { $0.title.contains(words) }).commands
    }
  }

  private static let recipients = [
    ("dossier.tar.age", ["--to", "cle.txt"]),
    ("dossier.tar.age", ["--recipient-passphrase-file", "phrase"]),
    ("le dossier d'été.tar.age", ["--to", "cle.txt"]),
  ]

  @Test("the notice beside a dossier opens it, for a key, a passphrase and any name")
  func opens() throws {
    for (file, recipient) in Self.recipients {
      let received = try Received(file, recipient)
      #expect(FileManager.default.fileExists(atPath: received.bag + "/data/dossier.html"))
      #expect(received.outer.contains("cle.txt") == received.isKey)
      let twins = received.windows.map {
        $0.replacing("age.exe", with: "age").replacing("\"", with: "'")
      }
      #expect(twins == received.unix.map { $0.replacing("'\\''", with: "'") })
      #expect(twins.count == 2)
    }
  }

  @Test("the notice inside opens and checks it, on each system, and finds what was altered")
  func checks() throws {
    for (file, recipient) in Self.recipients.prefix(2) {
      let received = try Received(file, recipient)
      let opening = try received.step(
        received.isKey ? "Ouvrir avec une clé" : "Ouvrir avec une phrase")
      for line in opening { try received.lines.type(line) }
      let checks = try ["macOS", "Linux"].map { try received.step("Vérifier sous \($0)") }
      for line in checks.joined() + (try received.step("avec le logiciel")) {
        let result = try received.lines.run(line, in: received.bag)
        #expect(result.status == 0, "\(line): \(result.text) \(result.errorText)")
        if line.hasPrefix("minisign") {
          #expect(result.text.contains("Signature and comment signature verified"))
        }
        if line.hasPrefix("grep") { #expect(result.text == "1\n") }
      }
      try received.lines.memo.folder.write(
        received.bag.split(separator: "/").last.map { "\($0)/data/dossier.html" } ?? "",
        Array("faux".utf8))
      for lines in checks {
        #expect(try lines.contains { try received.lines.run($0, in: received.bag).status != 0 })
      }
    }
  }

  /// PowerShell and certutil do not run here: the least is that they name the same files.
  @Test("what is for Windows names the same files and keys as its twin for Linux")
  func windows() throws {
    let received = try Received("dossier.tar.age", ["--to", "cle.txt"])
    let (windows, linux) = (
      try received.step("Vérifier sous Windows"), try received.step("Vérifier sous Linux")
    )
    #expect(windows.count == 4 && linux.count == 5)
    let lists = linux.prefix(2).compactMap { $0.split(separator: " ").last }
    #expect(windows[0].hasPrefix("Get-Content \(lists.joined(separator: ", ")) | "))
    #expect(
      windows[1...2].map { $0.replacing("..\\minisign.exe", with: "minisign") }
        == linux[2...3].map { $0 })
    #expect(windows[3].split(separator: " ").last == linux[4].split(separator: " ").last)
    #expect(windows[3].contains(" minisign.pub ") && linux[4].contains(" minisign.pub "))
    let quoted = try #require(received.inner.firstMatch(of: /certutil -hashfile (\S+)\s+SHA256/))
    #expect(FileManager.default.fileExists(atPath: "\(received.bag)/\(quoted.1)"))
  }
}
