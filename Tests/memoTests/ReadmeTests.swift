// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite(
  "The README's two minutes, as written", .enabled(if: Command.isUsable("python3"), "no python3"))
struct ReadmeTests {
  /// The lines after the prompt, without what they say of themselves.
  private static func lines() throws -> [String] {
    let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: top.appendingPathComponent("README.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("    $ ") }.map { line in
      let words = line.dropFirst(6)
      let end = words.firstRange(of: " # ")?.lowerBound ?? words.endIndex
      return words[..<end].trimmingCharacters(in: .whitespaces)
    }
  }

  @Test("each line does what it says; only what differs from vault to vault is put in")
  func session() throws {
    let memo = try MemoProgram.withVault()
    let documents = DocumentLines(memo: memo)
    try memo.folder.write(
      "fait.json", Array(#"{"title": "Dispute au gîte", "when": "2021-03~"}"#.utf8))
    try memo.folder.write("lettre.pdf", Array("%PDF-1.4\n".utf8))
    let lines = try Self.lines()
    #expect(lines.count == 10)
    // Questions at a terminal: TerminalTests answers them.
    #expect(lines.prefix(2) == ["memo init", "memo add"])
    let keygen = try #require(lines.first { $0.hasPrefix("memo keygen") })
    try documents.type(keygen)
    let key = String(decoding: try memo.folder.read("cle.txt"), as: UTF8.self)
    let recipient = try #require(key.firstMatch(of: /age1[0-9a-z]+/)).output
    for line in lines.dropFirst(2) where line != keygen {
      var line = line.replacing("age1…", with: recipient)
      if line.contains("k3f9") {
        let id = try #require(try memo.list(["list"]).first?["id"] as? String)
        line = line.replacing("k3f9", with: id.prefix(4))
      }
      if line.contains("RWR7 qn0w …") {
        let id = try memo.expect(0, ["id"], passphrase: nil).text
        line = line.replacing(
          "RWR7 qn0w …", with: id.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      // What a person types, then Ctrl-D.
      try documents.type(line.hasSuffix("search -") ? "printf gite | " + line : line)
    }
    #expect(FileManager.default.fileExists(atPath: memo.folder.file("dossier")))
  }
}
