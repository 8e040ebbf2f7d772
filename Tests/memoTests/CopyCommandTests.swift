// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite("Copies, joining and exchange at the command line") struct CopyCommandTests {
  private func withCopy() throws -> MemoProgram {
    let memo = try MemoProgram.withVault()
    try FileManager.default.createDirectory(
      atPath: memo.folder.file("cle"), withIntermediateDirectories: false)
    return memo
  }

  private func titles(_ memo: MemoProgram, _ vault: String) throws -> Set<String> {
    Set(try memo.list(["list", "--vault", vault]).compactMap { $0["title"] as? String })
  }

  @Test(
    "A is lost, B joins from the kit, C joins, both go on: all hold everything, and the dossier verifies"
  )
  func scenario() throws {
    let memo = try withCopy()
    try memo.folder.write("photo.jpg", SeededRandom(seed: "photo").bytes(30_000))
    let first = try memo.add(
      #"{"title": "Lettre", "when": "2021-03-14", "private": "à moi"}"#, ["--attach", "photo.jpg"])
    let copied = try memo.object(["copy", "--to", "cle"])
    #expect(copied["objects"] as? Int == 4 && (copied["bytes"] as? Int ?? 0) > 30_000)
    #expect(try memo.object(["copy", "--to", "cle"])["objects"] as? Int == 0)
    try FileManager.default.removeItem(atPath: memo.folder.file("coffre"))

    for name in ["b", "c"] {
      let joined = try memo.object(
        ["join", "cle", "--kit", "kit", "--vault", name, "--new-passphrase-file", "phrase"],
        passphrase: nil)
      #expect(joined["device"] as? String != nil)
      #expect(try titles(memo, name) == ["Lettre"])
      _ = try memo.object(["copy", "--to", "cle", "--vault", name])
    }
    for name in ["b", "c"] {
      try memo.expect(0, ["add", "--vault", name, "--stdin"], stdin: #"{"title": "De \#(name)"}"#)
      try memo.expect(
        0, ["amend", first, "--vault", name, "--place", "chez \(name)", "--reason", "x"])
    }
    for name in ["b", "c", "b"] {
      let exchanged = try memo.object(["sync", "--folder", "cle", "--vault", name])
      #expect(exchanged["problems"] as? [String] == [])
    }
    for name in ["b", "c"] {
      #expect(try titles(memo, name) == ["Lettre", "De b", "De c"])
      let check = try memo.object(["check", "--deep", "--vault", name])
      #expect(check["ok"] as? Bool == true)
      let devices = try memo.list(["device", "list", "--vault", name])
      #expect(devices.count == 3 && devices.filter { $0["this"] as? Bool == true }.count == 1)
      let shown = try memo.object(["show", first, "--vault", name])
      #expect((shown["revisions"] as? [Any])?.count ?? 0 >= 3)
      let history = try memo.list(["history", "--vault", name])
      #expect(Set(history.compactMap { $0["device"] as? String }).count == 3)
    }
    try memo.expect(0, ["keygen", "-o", "cle-avocat.txt"], passphrase: nil)
    try memo.expect(0, ["export", "--vault", "c", "--to", "cle-avocat.txt", "-o", "d.tar.age"])
    let id = try #require(
      try memo.object(["id", "--vault", "c"], passphrase: nil)["vault"] as? String)
    let verified = try memo.object(
      ["verify", "d.tar.age", "--identity", "cle-avocat.txt", "--vault-id", id], passphrase: nil)
    #expect(verified["ok"] as? Bool == true && verified["entries"] as? Int == 3)
    try memo.expect(
      0, ["open", "d.tar.age", "--identity", "cle-avocat.txt", "-o", "ouvert"], passphrase: nil)
    // The reader that was written from Format.md alone.
    let reader = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Reader/reader.py").path
    let bag = try #require(
      try FileManager.default.contentsOfDirectory(atPath: memo.folder.file("ouvert")).first)
    let read = try Command.run(
      ["python3", reader, memo.folder.file("ouvert/" + bag), "--vault-id", id])
    #expect(read.status == 0, "\(read.text) \(read.errorText)")
  }

  @Test("wrong kit 77, vault there 73, no copy 66, no folder 66; nothing is made")
  func refusals() throws {
    let memo = try withCopy()
    let other = try MemoProgram.withVault()
    let foreign = try memo.folder.write("autre", other.folder.read("kit"))
    try memo.expect(
      66, ["join", "cle", "--kit", "kit", "--vault", "b", "--new-passphrase-file", "phrase"],
      passphrase: nil)
    try memo.expect(0, ["copy", "--to", "cle"])
    let join = ["join", "cle", "--new-passphrase-file", "phrase"]
    try memo.expect(77, join + ["--kit", foreign, "--vault", "b"], passphrase: nil)
    try memo.expect(73, join + ["--kit", "kit"], passphrase: nil)
    try memo.expect(66, ["copy", "--to", "pas-monte"])
    try memo.expect(66, ["sync", "--folder", "pas-monte"])
    try memo.expect(66, ["sync"])
    for name in ["b", "b.joining", "pas-monte"] {
      #expect(!FileManager.default.fileExists(atPath: memo.folder.file(name)))
    }
  }

  @Test(
    "a full or vanished stick is 74 in plain words, and the next run goes on",
    .enabled(if: Command.isUsable("strace")), arguments: ["ENOSPC", "EIO"])
  func disk(reason: String) throws {
    let memo = try withCopy()
    _ = try memo.add(#"{"title": "Toujours là"}"#)
    for call in ["fsync", "rename"] {
      let result = try Command.run(
        [
          "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
          "inject=\(call):error=\(reason):when=2", MemoProgram.path, "copy", "--to", "cle",
          "--passphrase-file", "phrase",
        ], in: memo.folder.path,
        environment: [
          "MEMO_VAULT": memo.folder.file("coffre"), "LC_ALL": "fr_FR.UTF-8",
          "SWIFT_BACKTRACE": "enable=no",
        ])
      #expect(result.status == 74, "\(call): \(result.errorText)")
      #expect(result.errorText.contains("le coffre n'a rien perdu"))
    }
    try memo.expect(0, ["list"])
    try memo.expect(0, ["copy", "--to", "cle"])
    try memo.expect(
      0, ["join", "cle", "--kit", "kit", "--vault", "b", "--new-passphrase-file", "phrase"],
      passphrase: nil)
    #expect(try titles(memo, "b") == ["Toujours là"])
  }

  @Test("a revoked device is dated in the list, with --kit only")
  func revokes() throws {
    let memo = try withCopy()
    try memo.expect(0, ["copy", "--to", "cle"])
    let joined = try memo.object(
      ["join", "cle", "--kit", "kit", "--vault", "b", "--new-passphrase-file", "phrase"],
      passphrase: nil)
    let device = try #require(joined["device"] as? String)
    try memo.expect(0, ["sync", "--folder", "cle", "--vault", "b"])
    try memo.expect(0, ["sync", "--folder", "cle"])
    try memo.expect(66, ["device", "revoke", "zzzz", "--kit", "kit"])
    try memo.expect(0, ["device", "revoke", device, "--kit", "kit"])
    let listed = try memo.list(["device", "list"])
    let revoked = try #require(listed.first { $0["device"] as? String == device })
    #expect(revoked["revoked_at"] as? String != nil)
    #expect(try memo.object(["check", "--deep"])["ok"] as? Bool == true)
  }
}
