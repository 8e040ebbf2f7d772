// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Exit codes and what is said") struct ExitCodeTests {
  @Test("a vault: none is 66, a second is 73, a wrong passphrase is 77, without terminal 64")
  func vaults() throws {
    let memo = try MemoProgram()
    try memo.expect(66, ["list"])
    try memo.expect(64, ["init"])
    #expect(!FileManager.default.fileExists(atPath: memo.folder.file("coffre")))
    try memo.expect(0, ["init", "--kit", "kit"])
    try memo.expect(73, ["init", "--kit", "kit2"])
    #expect(!FileManager.default.fileExists(atPath: memo.folder.file("kit2")))
    try memo.expect(77, ["list"], passphrase: "neuve")
    try memo.expect(66, ["list"], passphrase: "absent")
    try memo.expect(64, ["list"], passphrase: nil)
  }

  @Test("usage errors are 64, in French or English, and JSON errors hold nothing typed")
  func usage() throws {
    let memo = try MemoProgram()
    let french = try memo.expect(64, ["list", "--inconnu"], passphrase: nil)
    #expect(french.errorText.hasPrefix("memo : option inconnue : --inconnu\n"))
    let english = try memo.expect(64, ["list", "--inconnu", "--lang", "en"], passphrase: nil)
    #expect(english.errorText.contains("unknown option"))
    let json = try memo.expect(64, ["list", "--canari", "--json"], passphrase: nil)
    #expect(json.output.isEmpty && !json.errorText.contains("canari"))
    for arguments in [["nimporte"], ["add", "--title"], ["show"], ["list", "--limit", "x"]] {
      #expect(!(try memo.expect(64, arguments, passphrase: nil).errorText).contains("Error"))
    }
  }

  @Test("help has French headings and examples; the version is printed")
  func help() throws {
    let memo = try MemoProgram()
    let root = try memo.expect(0, ["--help"], passphrase: nil).text
    #expect(root.contains("UTILISATION : memo") && root.contains("COMMANDES :"))
    for command in ["init", "add", "export", "verify", "recover", "check"] {
      let text = try memo.expect(0, [command, "--help"], passphrase: nil).text
      #expect(text.contains("EXEMPLES") && !text.contains("OVERVIEW") && !text.contains("Show "))
      let english = try memo.expect(0, [command, "--help", "--lang", "en"], passphrase: nil).text
      #expect(english.contains("EXAMPLES") && english.contains("USAGE:"))
    }
    #expect(try memo.expect(0, ["--version"], passphrase: nil).text.hasPrefix("memo "))
  }

  @Test("JSON holds no control that a terminal would obey, and reads back the same")
  func jsonControls() throws {
    let memo = try MemoProgram.withVault()
    let title = "a\u{9B}2J\u{202E}b\u{200B}c\u{E0041}"
    let data = try JSONSerialization.data(withJSONObject: ["title": title])
    let id = try memo.add(String(decoding: data, as: UTF8.self))
    let result = try memo.expect(0, ["show", id, "--json"])
    #expect(result.text.unicodeScalars.allSatisfy { $0.value < 0x7F || $0.value > 0x9F })
    #expect(!result.text.contains("\u{202E}") && !result.text.contains("\u{200B}"))
    #expect(try memo.object(["show", id])["title"] as? String == title)
    let text = try memo.add(#"{"text": "un\nInscrit : 1er janvier 1970"}"#)
    #expect(try memo.expect(0, ["show", text]).text.contains("\n    Inscrit : 1er janvier 1970"))
    try memo.folder.write("garde.json", Array(#"{"parties": "a", "parties": "b"}"#.utf8))
    try memo.expect(0, ["keygen", "-o", "cle"], passphrase: nil)
    try memo.expect(64, ["export", "--to", "cle", "--cover", "garde.json", "-o", "d.tar.age"])
  }

  @Test("values that cannot be read are 64, with an example")
  func values() throws {
    let memo = try MemoProgram.withVault()
    let date = try memo.expect(64, ["add", "--stdin"], stdin: #"{"when": "l'an dernier"}"#)
    #expect(date.errorText.contains("2021-03~"))
    try memo.expect(64, ["add", "--stdin"], stdin: #"{"inconnu": "x"}"#)
    try memo.expect(64, ["add", "--stdin"], stdin: "pas du JSON")
    try memo.expect(64, ["add", "--stdin"], stdin: #"{"amount": "beaucoup"}"#)
    try memo.expect(64, ["add", "--stdin"], stdin: #"{"title": 5, "who": 3}"#)
    try memo.expect(64, ["add"])
    #expect(try memo.list(["list"]).isEmpty)
    let id = try memo.add(#"{"title": "x"}"#)
    for (options, stdin, example) in [
      (["--when", "demain"], "", "2021-03~"), (["--written-by", "moi"], "", "helped"),
      (["--amount", "beaucoup"], "", "EUR"), (["--stdin"], #"{"when": "demain"}"#, "2021-03~"),
    ] {
      let result = try memo.expect(64, ["amend", id] + options, stdin: stdin)
      #expect(result.errorText.contains(example), "\(result.errorText)")
    }
    #expect((try memo.object(["show", id])["revisions"] as? [Any])?.count == 1)
  }

  @Test("a vault that another process holds is 75, and says which")
  func busy() throws {
    let memo = try MemoProgram.withVault()
    let lock = try FileLock.acquire(memo.folder.file("coffre/lock"))
    let result = try memo.expect(75, ["list"])
    #expect(result.errorText.contains("\(getpid())"))
    withExtendedLifetime(lock) {}
  }

  @Test("a later version and damage are 65; a torn slot is not called a wrong passphrase")
  func damage() throws {
    let memo = try MemoProgram.withVault()
    let database = memo.folder.file("coffre/vault.sqlite")
    func sql(_ text: String) throws {
      #expect(try Command.run(["sqlite3", database, text]).status == 0)
    }
    try sql("PRAGMA user_version = 2")
    #expect(try memo.expect(65, ["list"]).errorText.contains("version"))
    try sql("PRAGMA user_version = 1")
    try sql("UPDATE meta SET value = zeroblob(170) WHERE name = 'slot'")
    try memo.expect(65, ["list"])
  }

  @Test(
    "a damaged record is 65 after what can still be read, and a dossier of the rest is made when asked",
    .enabled(if: Command.isUsable("sqlite3")))
  func damaged() throws {
    let memo = try MemoProgram.withVault()
    _ = try memo.add(#"{"title": "Reste"}"#)
    _ = try memo.add(#"{"title": "Abîmé", "text": "\#(String(repeating: "long ", count: 2000))"}"#)
    let sql = """
      UPDATE record SET sealed = randomblob(length(sealed))
      WHERE length(sealed) = (SELECT max(length(sealed)) FROM record)
      """
    let tool = try Command.run(["sqlite3", memo.folder.file("coffre/vault.sqlite"), sql])
    #expect(tool.status == 0, "\(tool.errorText)")
    for command in [["list"], ["search", "reste"], ["history"], ["contact", "list"]] {
      let result = try memo.expect(65, command)
      #expect(result.errorText.contains("memo check --deep"))
    }
    #expect(try memo.expect(65, ["list"]).text.contains("Reste"))
    let json = try memo.expect(65, ["list", "--json"])
    #expect(json.text.contains("Reste") && !json.text.contains("Abîmé"))
    #expect(try memo.expect(65, ["check"]).text.isEmpty == false)
    try memo.expect(0, ["keygen", "-o", "cle"], passphrase: nil)
    try memo.expect(65, ["export", "--to", "cle", "-o", "dossier.tar.age"])
    #expect(!FileManager.default.fileExists(atPath: memo.folder.file("dossier.tar.age")))
    // Made, and not said to be whole.
    let rest = try memo.expect(
      65, ["export", "--to", "cle", "-o", "dossier.tar.age", "--despite-damage"])
    #expect(rest.errorText.contains("memo check --deep"))
    try memo.expect(
      0, ["verify", "dossier.tar.age", "--identity", "cle"], passphrase: nil)
  }
}
