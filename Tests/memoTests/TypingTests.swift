// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// What tired people type, and what they are told.
@Suite("Dates and commands as people type them") struct TypingTests {
  private func told(_ memo: MemoProgram, _ when: String, _ options: [String] = []) throws -> String
  {
    let data = try JSONSerialization.data(withJSONObject: ["title": "x", "when": when])
    return try memo.expect(
      64, ["add", "--stdin"] + options, stdin: String(decoding: data, as: UTF8.self)
    )
    .errorText
  }

  @Test(
    "a French date is refused with the way to write it, and with both readings where there are two")
  func dates() throws {
    let memo = try MemoProgram.withVault()
    for typed in [
      "14/03/2021", "14-03-2021", "14.3.2021", "14/03/21", "le 14 mars 2021",
      "dimanche 14 mars 2021",
      "14032021", "20210314", "2021/3/14", "March 14, 2021",
    ] {
      let text = try told(memo, typed)
      #expect(text.contains("\n  écrivez 2021-03-14 pour « 14 mars 2021 »\n"), "\(typed) : \(text)")
    }
    let two = "écrivez 2021-04-03 pour « 3 avril 2021 », ou 2021-03-04 pour « 4 mars 2021 »"
    for typed in ["03/04/2021", "3-4-21"] { #expect(try told(memo, typed).contains(two)) }
    for (typed, written) in [
      ("03/2021", "2021-03 pour « mars 2021 »"),
      ("1er avril 2021", "2021-04-01 pour « 1er avril 2021 »"),
      ("vers mars 2021", "2021-03~ pour « vers mars 2021 »"),
      ("juil. 2020 ?", "2020-07? pour « juillet 2020, incertain »"),
      ("en été 2020", "2020-22 pour « été 2020 »"),
    ] {
      let text = try told(memo, typed)
      #expect(text.contains("écrivez \(written)\n"), "\(text)")
    }
    // No such day, no year, two months that begin alike, no date: examples alone.
    for typed in ["31/02/2021", "03/04", "jui 2021", "14/13/2021/1", "hier", "99/99/9999"] {
      let text = try told(memo, typed)
      #expect(text.contains("2021-03~") && !text.contains("écrivez"), "\(typed) : \(text)")
    }
    let english = try told(memo, "03/04/2021", ["--lang", "en"])
    #expect(
      english.contains("type 2021-04-03 for “3 April 2021”, or 2021-03-04 for “4 March 2021”"))
    #expect(
      try memo.expect(64, ["list", "--since", "14/03/2021"]).errorText.contains("2021-03-14 pour"))
    // Nothing of it was taken, and a script's error holds nothing of what was typed.
    #expect(try memo.list(["list"]).isEmpty)
    let json = try memo.expect(64, ["list", "--since", "17/05/1987", "--json"]).errorText
    #expect(!json.contains("1987"))
  }

  @Test("a command that there is not is said to be unknown, and the nearest one is proposed")
  func commands() throws {
    let memo = try MemoProgram()
    func said(_ arguments: [String]) throws -> String {
      try memo.expect(64, arguments, passphrase: nil).errorText
    }
    for (typed, meant) in [
      (["lsit"], "« memo list »"), (["ikt"], "« memo kit »"), (["liste"], "« memo list »"),
      (["Add"], "« memo add »"),
      (["exprot", "-o", "x"], "« memo export »"), (["kit", "chekc", "x"], "« memo kit check »"),
      (["help", "serach"], "« memo search »"), (["helplines"], "« memo help-lines »"),
    ] {
      let text = try said(typed)
      #expect(text.hasPrefix("memo : commande inconnue : "), "\(text)")
      #expect(text.contains("\n  vouliez-vous dire \(meant) ?\n"), "\(text)")
    }
    let none = try said(["quelquechose"])
    #expect(
      none.hasPrefix("memo : commande inconnue : quelquechose\n") && none.contains("memo help"))
    let english = try said(["lsit", "--lang", "en"])
    #expect(english.contains("unknown command : lsit\n  did you mean “memo list”?"))
    #expect(
      try said(["list", "--limt", "3"]).contains("--limt\n  vouliez-vous dire « --limit » ?"))
    #expect(try said(["list", "canari"]).hasPrefix("memo : en trop : canari\n"))
    #expect(!(try said(["canari", "--json"])).contains("canari"))
    try memo.expect(0, ["help", "list"], passphrase: nil)
    try memo.expect(0, ["help", "kit", "check"], passphrase: nil)
  }

  @Test("a photo where a kit is wanted holds no kit; no disk is blamed")
  func noKit() throws {
    let memo = try MemoProgram.withVault()
    try memo.folder.write("photo.jpg", TraceFiles.photo)
    try memo.folder.write("grande.jpg", [UInt8](repeating: 0xD8, count: 100_000))
    try memo.folder.write("lettre.txt", Array("Une lettre, bien plus courte qu'un kit.".utf8))
    for name in ["photo.jpg", "grande.jpg", "lettre.txt"] {
      for command in [
        ["kit", "check", name], ["kit", "combine", name], ["recover", "--kit", name],
      ] {
        let text = try memo.expect(65, command, passphrase: nil).errorText
        #expect(text.hasPrefix("memo : ce fichier ne contient pas de kit : \(name)\n"), "\(text)")
      }
    }
    // What was meant as one is told what is wrong with it.
    try memo.folder.write("court", Array("memo 10ab".utf8))
    #expect(
      try memo.expect(65, ["kit", "check", "court"], passphrase: nil).errorText.contains("76"))
    let large = try memo.expect(65, ["list"], passphrase: "grande.jpg").errorText
    #expect(large.contains("trop grand pour ce qui est attendu ici") && !large.contains("FAT32"))
  }
}
