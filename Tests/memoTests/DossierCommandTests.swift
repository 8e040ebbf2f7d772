// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite("Dossiers at the command line") struct DossierCommandTests {
  private func vaultWithDossier() throws -> MemoProgram {
    let memo = try MemoProgram.withVault()
    try memo.folder.write("lettre.pdf", Array("%PDF-1.4\n".utf8))
    _ = try memo.add(
      #"{"title": "a", "when": "2021", "private": "canari"}"#, ["--attach", "lettre.pdf"])
    _ = try memo.add(#"{"title": "b"}"#)
    try memo.expect(0, ["keygen", "-o", "cle"], passphrase: nil)
    let made = try memo.object(["export", "--to", "cle", "-o", "d.tar.age"])
    #expect(made["entries"] as? Int == 2 && made["pieces"] as? Int == 1)
    return memo
  }

  @Test("a dossier is verified, opened and compared with its vault")
  func verifies() throws {
    let memo = try vaultWithDossier()
    let id = try memo.expect(0, ["id"], passphrase: nil).text
    let report = try memo.object(
      ["verify", "d.tar.age", "--identity", "cle", "--vault-id", id], passphrase: nil)
    #expect(report["ok"] as? Bool == true && report["author_confirmed"] as? Bool == true)
    #expect((report["problems"] as? [Any])?.isEmpty == true)
    // Times in words for people, to the second for programs.
    let text = try memo.expect(
      0, ["verify", "d.tar.age", "--identity", "cle"], passphrase: nil
    ).text
    let clock = #/horloge de l'appareil, entre le \d+(er)? \p{L}+ \d{4} à \d+ h .+ et le /#
    #expect(text.contains(clock) && !text.contains(#/\dT\d\d:/#), "\(text)")
    #expect((report["created_at"] as? String)?.contains(#/T\d\d:\d\d:\d\d/#) == true)
    try memo.expect(0, ["open", "d.tar.age", "--identity", "cle", "-o", "recu"], passphrase: nil)
    let folder = try memo.object(["verify", "recu"], passphrase: nil)
    #expect(folder["ok"] as? Bool == true && folder["author_confirmed"] as? Bool == false)
    #expect(try memo.object(["check", "--against", "recu"])["ok"] as? Bool == true)
    try memo.expect(73, ["open", "d.tar.age", "--identity", "cle", "-o", "recu"], passphrase: nil)
    try memo.expect(73, ["export", "--to", "cle", "-o", "d.tar.age"])
  }

  @Test("anything false is 65, another key is 77, and a torn file leaves nothing legible behind")
  func refuses() throws {
    let memo = try vaultWithDossier()
    try memo.expect(0, ["keygen", "-o", "autre"], passphrase: nil)
    try memo.expect(77, ["verify", "d.tar.age", "--identity", "autre"], passphrase: nil)
    try memo.expect(66, ["verify", "absent", "--identity", "cle"], passphrase: nil)
    let bytes = try memo.folder.read("d.tar.age")
    try memo.folder.write("court", Array(bytes.dropLast(100)))
    try memo.expect(65, ["open", "court", "--identity", "cle", "-o", "x"], passphrase: nil)
    #expect(!FileManager.default.fileExists(atPath: memo.folder.file("x")))
    let other = try MemoProgram.withVault().expect(0, ["id"], passphrase: nil).text
    let report = try memo.run(
      ["verify", "d.tar.age", "--identity", "cle", "--vault-id", other, "--json"], passphrase: nil)
    #expect(report.status == 65 && report.text.contains("other-vault"))
    try memo.expect(
      64, ["verify", "d.tar.age", "--identity", "cle", "--vault-id", "RW"], passphrase: nil)
    try memo.expect(0, ["open", "d.tar.age", "--identity", "cle", "-o", "recu"], passphrase: nil)
    let bag = try #require(
      FileManager.default.contentsOfDirectory(atPath: memo.folder.file("recu")).first)
    try memo.folder.write("recu/\(bag)/data/dossier.html", Array("<p>faux</p>".utf8))
    let altered = try memo.run(["verify", "recu", "--json"], passphrase: nil)
    #expect(altered.status == 65 && altered.text.contains("altered-file"))
  }

  @Test("a passphrase dossier opens with that phrase only, and is not mixed with keys")
  func passphrase() throws {
    let memo = try vaultWithDossier()
    try memo.expect(0, ["export", "--recipient-passphrase-file", "neuve", "-o", "p.tar.age"])
    try memo.expect(
      0, ["verify", "p.tar.age", "--recipient-passphrase-file", "neuve"], passphrase: nil)
    try memo.expect(
      77, ["verify", "p.tar.age", "--recipient-passphrase-file", "phrase"], passphrase: nil)
    try memo.expect(
      64, ["export", "--to", "cle", "--recipient-passphrase-file", "neuve", "-o", "q"])
  }

  @Test("a dossier for a post-quantum key is made, verified and opened, and its notice says so")
  func postQuantum() throws {
    let memo = try vaultWithDossier()
    let made = try memo.object(["keygen", "--pq", "-o", "pq"], passphrase: nil)
    let recipient = try #require(made["recipient"] as? String)
    let file = String(decoding: try memo.folder.read("pq"), as: UTF8.self)
    #expect(recipient.hasPrefix("age1pq1") && file.contains("# public key: \(recipient)\n"))
    #expect(file.contains("\nAGE-SECRET-KEY-PQ-1"))
    let loud = try memo.expect(0, ["keygen", "--pq", "-o", "pq2"], passphrase: nil)
    #expect(loud.errorText.contains("Public key: age1pq1"))
    #expect(!(loud.text + loud.errorText).contains("SECRET"))

    try memo.expect(0, ["export", "--to", recipient, "--to", "pq2", "-o", "q.tar.age", "--log"])
    for key in ["pq", "pq2"] {
      let report = try memo.object(["verify", "q.tar.age", "--identity", key], passphrase: nil)
      #expect(report["ok"] as? Bool == true)
      // Whoever opened it is one of those that the dossier names, by a digest of the key's text.
      #expect((report["problems"] as? [Any])?.isEmpty == true)
    }
    try memo.expect(0, ["open", "q.tar.age", "--identity", "pq", "-o", "recu"], passphrase: nil)
    try memo.expect(77, ["verify", "q.tar.age", "--identity", "cle"], passphrase: nil)
    try memo.expect(77, ["verify", "d.tar.age", "--identity", "pq"], passphrase: nil)
    let notice = String(decoding: try memo.folder.read("q-LISEZ-MOI.txt"), as: UTF8.self)
    #expect(notice.contains("version 1.3.0") && notice.contains("Windows"))
    #expect(!notice.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
    let other = String(decoding: try memo.folder.read("d-LISEZ-MOI.txt"), as: UTF8.self)
    #expect(!other.contains("1.3.0") && other.contains("Windows"))
  }

  @Test("post-quantum keys are not mixed with others, and the reason is said in both languages")
  func mixedKinds() throws {
    let memo = try vaultWithDossier()
    try memo.expect(0, ["keygen", "--pq", "-o", "pq"], passphrase: nil)
    let both = try memo.folder.read("pq") + memo.folder.read("cle")
    try memo.folder.write("deux", both)
    for keys in [["--to", "pq", "--to", "cle"], ["--to", "cle", "--to", "pq"], ["--to", "deux"]] {
      let refused = try memo.expect(64, ["export", "-o", "m.tar.age"] + keys)
      #expect(refused.errorText.contains("post-quantique"), "\(refused.errorText)")
      #expect(!FileManager.default.fileExists(atPath: memo.folder.file("m.tar.age")))
    }
    let english = try memo.expect(
      64, ["export", "--lang", "en", "--to", "deux", "-o", "m.tar.age"])
    #expect(english.errorText.contains("post-quantum"), "\(english.errorText)")
    try memo.expect(
      64, ["export", "--to", "pq", "--recipient-passphrase-file", "neuve", "-o", "m.tar.age"])
    // A file with both opens whichever it was made for.
    try memo.expect(0, ["verify", "d.tar.age", "--identity", "deux"], passphrase: nil)
  }

  @Test("handing over leaves no statement, unless asked")
  func noTrace() throws {
    let memo = try vaultWithDossier()
    let before = try memo.list(["history", "--blanks"]).count
    try memo.expect(0, ["export", "--to", "cle", "-o", "2.tar.age"])
    #expect(try memo.list(["history", "--blanks"]).count == before)
    try memo.expect(0, ["export", "--to", "cle", "-o", "3.tar.age", "--log"])
    #expect(try memo.list(["history"]).contains { $0["type"] as? String == "dossier.sealed" })
  }

  @Test("a proof of one entry holds nothing private")
  func proof() throws {
    let memo = try vaultWithDossier()
    let id = try #require(try memo.list(["list"]).first?["id"] as? String)
    try memo.expect(0, ["prove", id, "-o", "preuve.json"])
    let text = String(decoding: try memo.folder.read("preuve.json"), as: UTF8.self)
    #expect(text.contains("\"type\":\"proof\"") && !text.contains("canari"))
    let vault = try memo.expect(0, ["id"], passphrase: nil).text
    let report = try memo.object(["verify", "preuve.json", "--vault-id", vault], passphrase: nil)
    #expect(report["ok"] as? Bool == true && report["author_confirmed"] as? Bool == true)
    let statement = try #require(report["statement"] as? [String: Any])
    #expect(statement["subject"] as? String == id)
    let shown = try memo.expect(0, ["verify", "preuve.json"], passphrase: nil).text
    #expect(shown.contains("Auteur non confirmé") && shown.contains("ne prouve pas l'heure"))
    let altered = text.replacingOccurrences(of: "index ", with: "index 1")
    try memo.folder.write("faux.json", Array(altered.utf8))
    let refused = try memo.expect(65, ["verify", "faux.json"], passphrase: nil)
    #expect(
      refused.text.contains("CETTE PREUVE CONTIENT DU FAUX") && refused.text.contains("proof : "))
    try memo.folder.write("coupe.json", Array(text.utf8.dropLast(9)))
    let cut = try memo.expect(65, ["verify", "coupe.json"], passphrase: nil)
    #expect(cut.errorText.contains("pas une preuve intacte"))
  }

  @Test("verify says in plain words who signed, what a clock is worth, and what is false where")
  func words() throws {
    let memo = try vaultWithDossier()
    let id = try memo.expect(0, ["id"], passphrase: nil).text
    let device = try #require(
      try memo.object(["verify", "d.tar.age", "--identity", "cle"], passphrase: nil)["device"]
        as? String)
    let sound = try memo.expect(
      0, ["verify", "d.tar.age", "--identity", "cle", "--vault-id", id], passphrase: nil
    ).text
    for part in [
      "Rien de faux dans ce dossier.", "Cela ne dit pas que les faits sont vrais",
      "Auteur confirmé",
      "seule, elle ne prouve pas l'heure", "Appareil qui a signé : \(device)",
      "Coffre annoncé : RW",
    ] { #expect(sound.contains(part), "\(part) in \(sound)") }
    #expect(!sound.contains("Faux :"))
    try memo.expect(0, ["open", "d.tar.age", "--identity", "cle", "-o", "recu"], passphrase: nil)
    let bag = try #require(
      FileManager.default.contentsOfDirectory(atPath: memo.folder.file("recu")).first)
    try memo.folder.write("recu/\(bag)/data/dossier.html", Array("<p>faux</p>".utf8))
    try memo.folder.write("recu/\(bag)/data/expertise.html", [])
    let report = try memo.run(["verify", "recu", "--json", "--vault-id", id], passphrase: nil)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.output)) as? [String: Any])
    #expect(object["verdict"] as? String == "false" && object["author_confirmed"] as? Bool == false)
    let problems = try #require(object["problems"] as? [[String: Any]])
    let text = try memo.expect(65, ["verify", "recu", "--vault-id", id], passphrase: nil).text
    #expect(text.contains("CE DOSSIER CONTIENT DU FAUX.") && text.contains("\nFaux :\n"))
    #expect(text.contains("Auteur non confirmé : voyez"))
    #expect(!text.contains("Cela ne dit pas que les faits sont vrais"))
    // The same findings in both, each with its file and its reason.
    #expect(problems.count >= 3)
    for problem in problems {
      let (file, reason) = (problem["file"] as? String, problem["reason"] as? String)
      #expect(text.contains("  \(file ?? "-") : \(reason ?? "-")\n"), "\(problem)")
    }
  }
}
