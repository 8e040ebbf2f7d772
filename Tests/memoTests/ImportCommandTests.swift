// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite("Import at the command line") struct ImportCommandTests {
  @Test("JSON Lines and CSV give the same entries, quoted line ends and repeated columns included")
  func reads() throws {
    let memo = try MemoProgram.withVault()
    try memo.folder.write(
      "a.jsonl",
      Array(
        """
        {"title": "un", "when": "2021", "who": ["A:x", "B"]}

        {"title": "deux", "text": "l1\\nl2"}

        """.utf8))
    try memo.folder.write(
      "a.csv",
      Array(
        "\u{FEFF}Title;text;who;who\r\ntrois;\"l1\r\nl \"\"2\"\"\";A:x;B\r\n\r\nquatre;;;\r\n".utf8)
    )
    #expect(try memo.object(["import", "a.jsonl", "a.csv"])["added"] as? Int == 4)
    let third = try #require(try memo.list(["search", "trois"]).first?["id"] as? String)
    let shown = try memo.object(["show", third])
    #expect(shown["text"] as? String == "l1\r\nl \"2\"")
    #expect((shown["who"] as? [[String: Any]])?.count == 2)
  }

  @Test("bad lines are named by number, and nothing is logged")
  func names() throws {
    let memo = try MemoProgram.withVault()
    try memo.folder.write(
      "b.jsonl", Array("{\"title\": \"un\"}\n{\"when\": \"hier\"}\npas du JSON\n{\"x\": 1}\n".utf8))
    let lines = try memo.expect(64, ["import", "b.jsonl"]).errorText
    for line in ["ligne 2", "ligne 3", "ligne 4"] { #expect(lines.contains(line)) }
    try memo.folder.write("b.csv", Array("title,text\n\"un\",a\n\"deux\"x,b\n".utf8))
    #expect(try memo.expect(64, ["import", "b.csv"]).errorText.contains("ligne 3"))
    try memo.folder.write("c.csv", Array("title\nun,deux\n".utf8))
    #expect(try memo.expect(64, ["import", "c.csv"]).errorText.contains("ligne 2"))
    // A field twice, in whatever spelling; and nothing at all.
    try memo.folder.write(
      "d.jsonl",
      Array(
        "{\"title\": \"un\"}\n{\"title\": \"a\", \"t\\u0069tle\": \"b\"}\n{\"title\": \"\"}\n".utf8)
    )
    let twice = try memo.expect(64, ["import", "d.jsonl"]).errorText
    for part in ["ligne 2 : un champ est donné deux fois", "ligne 3 : il n'y a rien"] {
      #expect(twice.contains(part), "\(twice)")
    }
    #expect(try memo.list(["list"]).isEmpty)
    try memo.expect(66, ["import", "absent"])
    // Rows that a spreadsheet left empty are no entries.
    try memo.folder.write("e.csv", Array("title,text\nun,a\n,\n,\n".utf8))
    #expect(try memo.object(["import", "e.csv"])["added"] as? Int == 1)
  }
}

extension ImportCommandTests {
  @Test("attach names no file outside the folder given")
  func attachments() throws {
    let memo = try MemoProgram.withVault()
    for name in ["/etc/passwd", "../x", "a//b", "./a"] {
      try memo.folder.write("a.csv", Array("title,attach\nun,\(name)\n".utf8))
      let arguments = ["import", "--attachments-from", ".", "a.csv"]
      #expect(try memo.expect(64, arguments).errorText.contains("ligne 2"))
    }
    try memo.folder.write("p.txt", Array("x".utf8))
    try memo.folder.write("a.csv", Array("title,attach\nun,p.txt\n".utf8))
    try memo.expect(64, ["import", "a.csv"])
    #expect(
      try memo.object(["import", "--attachments-from", ".", "a.csv"])["added"] as? Int == 1)
  }
}
