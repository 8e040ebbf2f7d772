// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite("Entries at the command line") struct EntryCommandTests {
  @Test("an entry is logged, shown, found, amended and withdrawn")
  func life() throws {
    let memo = try MemoProgram.withVault()
    try memo.folder.write("lettre été.pdf", Array("%PDF-1.4 lettre".utf8))
    let id = try memo.add(
      #"{"title": "Été au gîte", "when": "2021-03~", "text": "Récit", "private": "secret"}"#,
      ["--attach", "lettre été.pdf", "--nature", "received"])
    let listed = try memo.list(["list"])
    #expect(listed.count == 1)
    #expect(listed.first?["id"] as? String == id)
    #expect(listed.first?["when"] as? String == "2021-03~")
    #expect(listed.first?["attachments"] as? Int == 1)
    let shown = try memo.object(["show", String(id.prefix(8))])
    #expect(shown["text"] as? String == "Récit")
    let piece = try #require((shown["attachments"] as? [[String: Any]])?.first)
    #expect(piece["name"] as? String == "lettre été.pdf")
    #expect(piece["nature"] as? String == "received")
    #expect(piece["size"] as? Int == 15)
    #expect(piece["media_type"] as? String == "application/pdf")
    #expect(try memo.list(["search", "-"], stdin: "ete gite").first?["id"] as? String == id)
    #expect(try memo.list(["search", "lettre"]).count == 1)
    let saved = try memo.object(["save", id, "lettre été.pdf", "--to", "copie"])
    #expect(saved["sha256"] as? String == piece["sha256"] as? String)
    #expect(try memo.folder.read("copie") == Array("%PDF-1.4 lettre".utf8))
    let amended = try memo.object(
      ["amend", id, "--stdin"], stdin: #"{"reason": "date", "when": "2021-03-14"}"#)
    #expect(amended["revision"] as? Int == 2)
    let again = try memo.object(["show", id])
    #expect(again["when"] as? String == "2021-03-14")
    #expect(again["title"] as? String == "Été au gîte")
    #expect((again["revisions"] as? [[String: Any]])?.count == 2)
    try memo.expect(73, ["prove", id, "-o", "absent/preuve.json"])
    let withdrawn = try memo.object(["withdraw", id])
    #expect(withdrawn["id"] as? String == id && withdrawn["revision"] as? Int != nil)
    #expect(try memo.list(["list"]).isEmpty)
    try memo.expect(66, ["show", id])
    #expect(try memo.object(["check", "--deep"])["ok"] as? Bool == true)
  }

  @Test("the list is by when it happened, and narrowed by date, tag, kind and person")
  func filters() throws {
    let memo = try MemoProgram.withVault()
    let old = try memo.add(#"{"title": "a", "when": "2019?", "kind": "appel", "tag": ["t"]}"#)
    let new = try memo.add(#"{"title": "b", "when": "2021-05-03", "who": ["Jean Martin:voisin"]}"#)
    let span = try memo.add(#"{"title": "c", "when": "2020/2021-06"}"#)
    _ = try memo.add(#"{"title": "d"}"#)
    func ids(_ options: [String]) throws -> [String?] {
      try memo.list(["list"] + options).map { $0["id"] as? String }
    }
    #expect(try ids([]).count == 4)
    #expect(try ids(["--limit", "1"]) == [new])
    #expect(try ids(["--since", "2021"]) == [new, span])
    #expect(try ids(["--until", "2019"]) == [old])
    #expect(try ids(["--tag", "t"]) == [old])
    #expect(try ids(["--kind", "appel"]) == [old])
    #expect(try ids(["--who", "martin"]) == [new])
    try memo.expect(64, ["list", "--since", "hier"])
  }

  @Test("contacts are saved, shown, edited and removed")
  func contacts() throws {
    let memo = try MemoProgram.withVault()
    let added = try memo.object(
      ["contact", "add", "--stdin"],
      stdin:
        #"{"name": "Zoé Petit", "child": true, "phone": ["1", "2"], "address": ["cachette"], "hidden": true}"#
    )
    let id = try #require(added["id"] as? String)
    #expect(added["initials"] as? String == "Z. P.")
    #expect(added["hidden_addresses"] as? [String] == ["cachette"])
    #expect(try memo.list(["contact", "list"]).count == 1)
    let edited = try memo.object(["contact", "edit", id, "--role", "sœur"])
    #expect(edited["role"] as? String == "sœur")
    #expect(edited["phones"] as? [String] == ["1", "2"])
    #expect(try memo.list(["search", "zoe"]).first?["kind"] as? String == "contact")
    _ = try memo.object(["contact", "remove", id])
    #expect(try memo.list(["contact", "list"]).isEmpty)
    try memo.expect(66, ["contact", "show", id])
  }

  @Test("history lists every statement, and blanks only when asked")
  func history() throws {
    let memo = try MemoProgram.withVault()
    let id = try memo.add(#"{"title": "a"}"#)
    _ = try memo.object(["withdraw", id])
    let types = try memo.list(["history"]).map { $0["type"] as? String }
    #expect(types == ["log.opened", "hole", "entry.withdrawn", "head"])
    #expect(try memo.list(["history", "--blanks"]).count >= 4)
  }

  @Test("a file that cannot be taken is named with its code, and nothing is half logged")
  func badFiles() throws {
    let memo = try MemoProgram.withVault()
    try memo.folder.write("vide", [])
    symlink("vide", memo.folder.file("lien"))
    mkfifo(memo.folder.file("tube"), 0o600)
    mkdir(memo.folder.file("rep"), 0o700)
    for name in ["absent", "lien", "tube", "rep"] {
      let result = try memo.expect(
        66, ["add", "--stdin", "--attach", "vide", "--attach", name], stdin: #"{"title": "x"}"#)
      #expect(result.errorText.contains(name))
    }
    #expect(try memo.list(["list"]).isEmpty)
    let id = try memo.add(#"{"title": "x"}"#, ["--attach", "vide"])
    let piece = (try memo.object(["show", id])["attachments"] as? [[String: Any]])?.first
    #expect(piece?["size"] as? Int == 0)
  }
}
