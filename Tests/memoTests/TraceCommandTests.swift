// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite("Location and names in files, at the command line") struct TraceCommandTests {
  private struct Scene {
    let memo: MemoProgram
    let entry: String

    init() throws {
      memo = try MemoProgram.withVault()
      try memo.folder.write("photo.jpg", TraceFiles.photo)
      try memo.folder.write("mot.txt", Array("Bonjour\n".utf8))
      try memo.folder.write("appel.ogg", Array("OggS".utf8))
      entry = try memo.add(#"{"title": "a"}"#)
      try memo.expect(0, ["keygen", "-o", "cle"], passphrase: nil)
    }

    func opened(_ name: String) throws -> String {
      try memo.expect(
        0, ["open", "\(name).tar.age", "--identity", "cle", "-o", name], passphrase: nil)
      let bag = try FileManager.default.contentsOfDirectory(atPath: memo.folder.file(name))
      return memo.folder.file("\(name)/\(try #require(bag.first))")
    }

    /// Whether any file below `folder` holds these bytes.
    func holds(_ bytes: [UInt8], in folder: String) throws -> Bool {
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
      return names.contains { name in
        let contents = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
        return ByteSearch.contains(bytes, in: Array(contents))
      }
    }
  }

  @Test("attaching says what a file tells: in words on standard error, by name in JSON")
  func attach() throws {
    let scene = try Scene()
    let memo = scene.memo
    let told = try memo.expect(0, ["attach", scene.entry, "photo.jpg", "mot.txt"])
    #expect(told.errorText.contains("photo.jpg : lieu, nom, appareil, autre contenu inclus\n"))
    #expect(!told.errorText.contains("mot.txt"))
    let quiet = try memo.expect(0, ["attach", scene.entry, "photo.jpg", "--quiet"])
    #expect(quiet.errorText == "")
    let object = try memo.object(["attach", scene.entry, "photo.jpg", "mot.txt", "appel.ogg"])
    let pieces = try #require(object["attachments"] as? [[String: Any]])
    #expect(
      pieces.map { $0["traces"] as? [String] } == [
        ["location", "author", "device", "embedded"], [], ["unread"],
      ])
    let shown = try memo.object(["show", scene.entry])["attachments"] as? [[String: Any]]
    #expect(shown?.last?["traces"] as? [String] == ["unread"])
    let english = try memo.expect(
      0, ["add", "--title", "b", "--attach", "photo.jpg"],
      environment: ["LC_ALL": "en_GB.UTF-8"])
    #expect(english.errorText.contains("photo.jpg : location, name, device"))
    let added = try memo.object(["add", "--title", "c", "--attach", "photo.jpg"])
    #expect((added["attachments"] as? [[String: Any]])?.count == 1)
  }

  @Test(
    "for communication: the original and the place it tells are nowhere, its SHA-256 and a copy are"
  )
  func communication() throws {
    let scene = try Scene()
    let memo = scene.memo
    let attached = try memo.object(["attach", scene.entry, "photo.jpg", "mot.txt", "appel.ogg"])
    let pieces = try #require(attached["attachments"] as? [[String: Any]])
    let sha256 = try #require(pieces.first?["sha256"] as? String)
    let made = try memo.object(
      ["export", "--to", "cle", "--for", "communication", "-o", "c.tar.age"])
    let traces = try #require(made["traces"] as? [[String: Any]])
    #expect(traces.map { $0["piece"] as? Int } == [1, 3])
    #expect(traces.allSatisfy { $0["withheld"] as? Bool == true })
    #expect(traces.map { $0["copy"] as? Bool } == [true, false])
    let bag = try scene.opened("c")
    for secret in [
      TraceFiles.photo, TraceFiles.exif(), Array(TraceFiles.canary.utf8),
      [0, 0, 0, 48, 0, 0, 0, 1],
    ] { #expect(try !scene.holds(secret, in: bag)) }
    let found = try FileManager.default.contentsOfDirectory(atPath: bag + "/data/pieces")
    #expect(Set(found) == ["piece-001-copie-photo.jpg", "piece-002-mot.txt"])
    // Whole, and turned as the original.
    let turned = TraceFiles.exifSegment(
      TraceFiles.exif(orientation: 6, device: false, owner: false, position: false))
    let copy = FileManager.default.contents(atPath: bag + "/data/pieces/piece-001-copie-photo.jpg")
    #expect(copy.map(Array.init) == TraceFiles.jpeg(turned))
    let page = try String(contentsOfFile: bag + "/data/dossier.html", encoding: .utf8)
    #expect(page.contains(sha256) && page.contains("copie sans métadonnées"))
    #expect(page.contains("original non joint") && page.contains("Destiné à être communiqué"))
    let table = try String(contentsOfFile: bag + "/data/bordereau.csv", encoding: .utf8)
    #expect(table.contains(sha256) && table.contains("original non joint"))
  }

  @Test(
    "the reader in Python accepts it, and both name a copy that was altered",
    .enabled(if: Command.isUsable("python3"), "python3 not found"))
  func reader() throws {
    let scene = try Scene()
    let memo = scene.memo
    try memo.expect(0, ["attach", scene.entry, "photo.jpg", "appel.ogg"])
    try memo.expect(0, ["export", "--to", "cle", "--for", "communication", "-o", "c.tar.age"])
    let bag = try scene.opened("c")
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Reader/reader.py").path
    let id = try memo.expect(0, ["id"], passphrase: nil).text.filter { !$0.isWhitespace }
    let accepted = try Command.run(["python3", script, bag, "--vault-id", id])
    #expect(accepted.status == 0, "\(accepted.text)\(accepted.errorText)")
    try memo.expect(0, ["verify", bag], passphrase: nil)
    let copy = bag + "/data/pieces/piece-001-copie-photo.jpg"
    try Data(TraceFiles.photo).write(to: URL(fileURLWithPath: copy))
    let altered = try Command.run(["python3", script, bag, "--vault-id", id])
    #expect(altered.status == 65 && altered.text.contains("copie-photo.jpg"))
    let refused = try memo.expect(65, ["verify", bag], passphrase: nil)
    #expect(refused.text.contains("copie-photo.jpg"))
  }

  @Test("for a lawyer everything goes; without --for and without a terminal too, and that is said")
  func avocat() throws {
    let scene = try Scene()
    let memo = scene.memo
    try memo.expect(0, ["attach", scene.entry, "mot.txt", "photo.jpg"])
    let line = "pièce 2, photo.jpg : lieu, nom, appareil, autre contenu inclus"
    let chosen = try memo.expect(
      0, ["export", "--to", "cle", "--for", "avocat", "-o", "a.tar.age"])
    #expect(chosen.errorText.contains(line) && !chosen.errorText.contains("--for"))
    #expect(try scene.holds(TraceFiles.photo, in: scene.opened("a")))
    let warned = try memo.expect(0, ["export", "--to", "cle", "-o", "b.tar.age", "--quiet"])
    #expect(warned.errorText.contains(line))
    #expect(warned.errorText.contains("« --for communication » les garde ici"))
    #expect(try scene.holds(TraceFiles.photo, in: scene.opened("b")))
    let quiet = try memo.expect(
      0, ["export", "--to", "cle", "--for", "avocat", "-o", "q.tar.age", "--quiet"])
    #expect(quiet.errorText == "")
    try memo.expect(64, ["export", "--to", "cle", "--for", "autre", "-o", "x.tar.age"])
  }

  @Test("a dossier whose pieces tell nothing is made without a word")
  func nothing() throws {
    let scene = try Scene()
    try scene.memo.expect(0, ["attach", scene.entry, "mot.txt"])
    for purpose in [[], ["--for", "communication"]] {
      let name = "n\(purpose.count).tar.age"
      let made = try scene.memo.expect(0, ["export", "--to", "cle", "-o", name] + purpose)
      #expect(made.errorText == "")
    }
  }
}
