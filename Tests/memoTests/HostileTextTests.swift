// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// What may be typed or piped, and what a terminal must never be made to do by it.
@Suite("Hostile text at the command line") struct HostileTextTests {
  /// Escape sequences, a NUL, an override of direction, what cannot be seen, a formula, a tag.
  private static let title =
    #"a\u001b]0;pwn\u0007b\u001b[2J\u0000c\u202efdp\u200b\u009b31m=1+1<script>\r\nBEGIN:VEVENT"#

  private func expectQuiet(_ result: Command.Result, _ what: String) {
    let raw = (result.text + result.errorText).unicodeScalars.filter {
      switch $0.value {
      case 0x0A: false
      case ..<0x20, 0x7F...0x9F, 0x200B, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    #expect(raw.isEmpty, "\(what): \(raw.map { String($0.value, radix: 16) })")
  }

  @Test("nothing that was stored reaches the terminal as an escape sequence or unseen")
  func terminal() throws {
    let memo = try MemoProgram.withVault()
    try memo.folder.write("a\u{1B}[2J\u{202E}gpj.txt", Array("x".utf8))
    let id = try memo.add(
      #"{"title": "\#(Self.title)", "place": "\u001b[31m", "said": "x\u001b[1A", "#
        + #""who": ["A\u001b[2J:r\u001b]"], "tag": ["t\u001b"], "kind": "k\u0007"}"#,
      ["--attach", "a\u{1B}[2J\u{202E}gpj.txt"])
    try memo.expect(
      0, ["contact", "add", "--stdin"],
      stdin: #"{"name": "Z\u001b]0;x\u0007\u202e", "role": "\u001b[2J", "phone": "\u009b1"}"#)
    for arguments in [
      ["list"], ["show", id], ["search", "pwn"], ["search", "script"], ["contact", "list"],
      ["history"], ["list", "--lang", "en"],
    ] {
      let result = try memo.expect(0, arguments)
      expectQuiet(result, "\(arguments)")
      #expect(!result.text.isEmpty)
    }
    // All of it is kept, to the last character: the NUL ends nothing.
    let shown = try memo.object(["show", id])["title"] as? String
    #expect(shown?.contains("\0c\u{202E}fdp\u{200B}") == true)
    #expect((try memo.list(["list"]).first?["title"] as? String)?.contains("<script>") == true)
    try memo.expect(0, ["keygen", "-o", "cle"], passphrase: nil)
    // One recipient named twice is one.
    try memo.expect(0, ["export", "--to", "cle", "--to", "cle", "-o", "d.tar.age"])
    let verified = try memo.expect(
      0, ["verify", "d.tar.age", "--identity", "cle"], passphrase: nil)
    expectQuiet(verified, "verify")
    try memo.expect(0, ["prove", id, "-o", "preuve"])
    expectQuiet(try memo.expect(0, ["verify", "preuve"], passphrase: nil), "proof")
  }

  @Test("ten megabytes of text are refused with a way out, and nothing is logged")
  func long() throws {
    let memo = try MemoProgram.withVault()
    let text = String(repeating: "é", count: 5 << 20)
    for result in [
      try memo.expect(65, ["add", "--text", "-"], stdin: text),
      try memo.expect(65, ["add", "--stdin"], stdin: #"{"text": "\#(text)"}"#),
      try memo.expect(65, ["add", "--text", "-"], stdin: text + text),
    ] {
      #expect(result.errorText.contains("trop long") && result.errorText.contains("--attach"))
    }
    #expect(try memo.list(["list"]).isEmpty)
    #expect(try memo.object(["check", "--deep"])["ok"] as? Bool == true)
  }

  @Test("what is not UTF-8, and JSON that means two things, is refused before anything is logged")
  func encoding() throws {
    let memo = try MemoProgram.withVault()
    for bytes in [[0xFF, 0xFE], Array(#"{"title": ""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)] {
      let input = try memo.folder.write("entree", bytes)
      for options in ["--text -", "--stdin"] {
        let result = try Command.run(
          [
            "sh", "-c",
            "exec \"$0\" add \(options) --passphrase-file phrase < \"$1\"", MemoProgram.path, input,
          ], in: memo.folder.path, environment: ["MEMO_VAULT": memo.folder.file("coffre")])
        #expect(result.status == 64, "\(result.errorText)")
      }
    }
    for json in [
      #"{"title": "a", "title": "b"}"#, #"{"title": "a", "\u0074itle": "b"}"#,
      #"{"paid_to": "a", "paid-to": "b"}"#,
    ] {
      let result = try memo.expect(64, ["add", "--stdin"], stdin: json)
      #expect(result.errorText.contains("deux fois"), "\(result.errorText)")
    }
    #expect(try memo.list(["list"]).isEmpty)
  }

  @Test("an empty everything has its sentence and its code")
  func empties() throws {
    let memo = try MemoProgram.withVault()
    try memo.folder.write("vide", [])
    for (arguments, stdin) in [
      (["add", "--stdin"], ""), (["add", "--stdin"], "{}"), (["add", "--stdin"], "[]"),
      (["add", "--stdin"], "null"), (["add", "--text", "-"], ""),
      (["add", "--stdin"], #"{"title": "", "text": ""}"#),
    ] {
      let result = try memo.expect(64, arguments, stdin: stdin)
      #expect(!result.errorText.isEmpty)
    }
    #expect(try memo.list(["list"]).isEmpty)
    for (status, arguments) in [
      (64, ["export", "--to", "vide", "-o", "x"]), (65, ["verify", "vide"]),
      (65, ["open", "vide", "-o", "x"]), (65, ["kit", "check", "vide"]),
      (65, ["kit", "combine", "vide", "vide", "-o", "x"]), (66, ["verify", "absent"]),
      (64, ["export", "--recipient-passphrase-file", "vide", "-o", "x"]),
    ] as [(Int32, [String])] {
      let needsVault = arguments[0] == "export"
      let result = try memo.expect(status, arguments, passphrase: needsVault ? "phrase" : nil)
      #expect(result.errorText.contains("memo : "), "\(arguments)")
      #expect(!FileManager.default.fileExists(atPath: memo.folder.file("x")))
    }
    // A vault with nothing in it gives a dossier that says so, and verifies.
    try memo.expect(0, ["keygen", "-o", "cle"], passphrase: nil)
    try memo.expect(0, ["export", "--to", "cle", "-o", "d.tar.age"])
    let report = try memo.object(["verify", "d.tar.age", "--identity", "cle"], passphrase: nil)
    #expect(report["ok"] as? Bool == true && report["entries"] as? Int == 0)
    mkdir(memo.folder.file("rien"), 0o700)
    let empty = try memo.run(["verify", "rien", "--json"], passphrase: nil)
    #expect(empty.status == 65 && empty.text.contains("missing-file"))
  }
}
