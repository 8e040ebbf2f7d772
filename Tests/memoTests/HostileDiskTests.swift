// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// Disks that are full, too small or not to be written, and what stands in the way.
@Suite("Hostile disks at the command line") struct HostileDiskTests {
  /// The program in a shell that first does `setup`, such as a limit on the size of files.
  private func run(_ memo: MemoProgram, _ setup: String, _ arguments: [String]) throws
    -> Command.Result
  {
    try Command.run(
      ["sh", "-c", "\(setup); exec \"$0\" \"$@\"", MemoProgram.path] + arguments,
      in: memo.folder.path,
      environment: ["MEMO_VAULT": memo.folder.file("coffre"), "LC_ALL": "fr_FR.UTF-8"])
  }

  private func names(_ memo: MemoProgram) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: memo.folder.path))
  }

  private func filled() throws -> MemoProgram {
    let memo = try MemoProgram.withVault()
    try memo.folder.write("gros", SeededRandom(seed: "gros").bytes(3_000_000))
    _ = try memo.add(#"{"title": "a"}"#, ["--attach", "gros"])
    try memo.expect(0, ["keygen", "-o", "cle"], passphrase: nil)
    try memo.expect(0, ["export", "--to", "cle", "-o", "d.tar.age"])
    return memo
  }

  @Test(
    "a disk that takes no more: 74, nothing half logged, nothing half written, nothing legible left"
  )
  func full() throws {
    let memo = try filled()
    let id = try #require(try memo.list(["list"]).first?["id"] as? String)
    let before = try names(memo)
    // No file beyond 1 MiB; the signal is ignored, so that writing fails as on a full disk.
    let limit = "trap '' XFSZ; ulimit -f 2048"
    let pass = ["--passphrase-file", "phrase"]
    for arguments in [
      ["attach", id, "gros"] + pass, ["add", "--title", "b", "--attach", "gros"] + pass,
      ["save", id, "gros", "--to", "copie"] + pass,
      ["export", "--to", "cle", "-o", "x.tar.age"] + pass,
      ["open", "d.tar.age", "--identity", "cle", "-o", "recu"],
    ] {
      let result = try run(memo, limit, arguments)
      #expect(result.status == 74, "\(arguments): \(result.status) \(result.errorText)")
      // What is said of the pieces may come before.
      let said = result.errorText.split(separator: "\n").filter { $0.hasPrefix("memo : ") }
      #expect(said.count == 1, "\(arguments): \(result.errorText)")
      #expect(try names(memo) == before, "\(arguments)")
    }
    #expect(try memo.list(["list"]).count == 1)
    #expect(try memo.object(["check", "--deep"])["ok"] as? Bool == true)
    let shown = try memo.object(["show", id])["attachments"] as? [Any]
    #expect(shown?.count == 1)
  }

  /// Whether a test may mount a disk that only it sees; under CI it must.
  private static let mayMount =
    ProcessInfo.processInfo.environment["CI"] != nil
    || (try? Command.run(["unshare", "-m", "true"]).status) == 0

  @Test(
    "a full disk of its own: 74 with a way out, and the vault is as it was",
    .enabled(if: mayMount, "nothing can be mounted here"))
  func smallDisk() throws {
    let memo = try filled()
    mkdir(memo.folder.file("cle-usb"), 0o700)
    let mount = "mount -t tmpfs -o size=1m none cle-usb"
    // As seen from inside, because the mount goes away with the process.
    let result = try Command.run(
      [
        "unshare", "-m", "sh", "-c",
        """
        \(mount) || exit 99
        "$0" export --to cle -o cle-usb/d.tar.age --passphrase-file phrase; echo "code $?"
        "$0" open d.tar.age --identity cle -o cle-usb/recu; echo "code $?"
        "$0" save "$1" gros --to cle-usb/gros --passphrase-file phrase; echo "code $?"
        ls -A cle-usb
        """, MemoProgram.path, try #require(try memo.list(["list"]).first?["id"] as? String),
      ], in: memo.folder.path,
      environment: ["MEMO_VAULT": memo.folder.file("coffre"), "LC_ALL": "fr_FR.UTF-8"])
    #expect(result.text == "code 74\ncode 74\ncode 74\n", "\(result.text) \(result.errorText)")
    #expect(result.errorText.components(separatedBy: "le disque est plein").count == 4)
  }

  @Test("a folder that may not be written: 77, and nothing is lost")
  func readOnly() throws {
    let memo = try filled()
    // Nobody creates files there, not even root.
    for arguments in [
      ["export", "--to", "cle", "-o", "/sys/kernel/d.tar.age"],
      [
        "prove", try #require(try memo.list(["list"]).first?["id"] as? String), "-o",
        "/sys/kernel/p",
      ],
    ] {
      let result = try memo.expect(77, arguments)
      #expect(result.errorText.contains("accès refusé"), "\(result.errorText)")
    }
    try memo.expect(
      77, ["open", "d.tar.age", "--identity", "cle", "-o", "/sys/kernel/d"], passphrase: nil)
  }

  @Test(
    "a vault that may not be written: 77, and nothing is lost",
    .enabled(if: mayMount, "nothing can be mounted here"))
  func readOnlyVault() throws {
    let memo = try filled()
    for arguments in [
      ["add", "--title", "b"], ["add", "--title", "b", "--attach", "gros"], ["list"],
    ] {
      let result = try Command.run(
        [
          "unshare", "-m", "sh", "-c",
          """
          mount --bind coffre coffre && mount -o remount,ro,bind coffre || exit 99
          exec "$0" "$@" --passphrase-file phrase
          """, MemoProgram.path,
        ] + arguments, in: memo.folder.path,
        environment: ["MEMO_VAULT": memo.folder.file("coffre"), "LC_ALL": "fr_FR.UTF-8"])
      #expect(result.status == 77, "\(arguments): \(result.status) \(result.errorText)")
    }
    #expect(try memo.list(["list"]).count == 1)
    #expect(try memo.object(["check", "--deep"])["ok"] as? Bool == true)
  }

  @Test("what cannot be printed is a failure, not « done »")
  func fullOutput() throws {
    let memo = try MemoProgram.withVault()
    _ = try memo.add(#"{"title": "a"}"#)
    for arguments in [["list"], ["list", "--json"]] {
      let result = try Command.run(
        ["sh", "-c", "exec \"$0\" \"$@\" --passphrase-file phrase > /dev/full", MemoProgram.path]
          + arguments, in: memo.folder.path,
        environment: ["MEMO_VAULT": memo.folder.file("coffre"), "LC_ALL": "fr_FR.UTF-8"])
      #expect(result.status == 74 && result.errorText.contains("plein"), "\(result.errorText)")
    }
  }

  @Test("nothing of the person's is overwritten, whatever it is called")
  func nothingOverwritten() throws {
    let memo = try filled()
    let id = try #require(try memo.list(["list"]).first?["id"] as? String)
    let mine = Array("à moi".utf8)
    for name in [
      "p.json.tmp", "n-LISEZ-MOI.txt.tmp", "n.tar.age.tmp", "p2.json", "n2-LISEZ-MOI.txt",
    ] {
      try memo.folder.write(name, mine)
    }
    try memo.expect(0, ["prove", id, "-o", "p.json"])
    try memo.expect(0, ["export", "--to", "cle", "-o", "n.tar.age"])
    try memo.expect(73, ["prove", id, "-o", "p2.json"])
    try memo.expect(73, ["prove", id, "-o", "p.json"])
    try memo.expect(73, ["export", "--to", "cle", "-o", "n2.tar.age"])
    #expect(!FileManager.default.fileExists(atPath: memo.folder.file("n2.tar.age")))
    symlink("ailleurs", memo.folder.file("lien"))
    try memo.expect(73, ["prove", id, "-o", "lien"])
    #expect(!FileManager.default.fileExists(atPath: memo.folder.file("ailleurs")))
    for name in [
      "p.json.tmp", "n-LISEZ-MOI.txt.tmp", "n.tar.age.tmp", "p2.json", "n2-LISEZ-MOI.txt",
    ] {
      #expect(try memo.folder.read(name) == mine, "\(name)")
    }
  }

  @Test("a hostile archive leaves nothing behind, and no folder in use is written into")
  func archives() throws {
    let memo = try filled()
    try memo.expect(0, ["open", "d.tar.age", "--identity", "cle", "-o", "vrai"], passphrase: nil)
    // One header that claims 8 GiB; then one that climbs out, and one that is a link.
    for (name, size, type) in [
      ("memo-dossier-2026-01-02/bagit.txt", "77777777777", "0"), ("../dehors", "00000000000", "0"),
      ("memo-dossier-2026-01-02/bagit.txt", "00000000000", "2"),
    ] {
      var block = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, _ at: Int) {
        block.replaceSubrange(at..<at + text.utf8.count, with: Array(text.utf8))
      }
      put(name, 0)
      for (text, at) in [
        ("0000644", 100), ("0000000", 108), ("0000000", 116), (size, 124), ("14735102600", 136),
        ("        ", 148), (type, 156), ("ustar\u{0}00", 257), ("0000000", 329), ("0000000", 337),
      ] { put(text, at) }
      put(String(format: "%06o", block.reduce(0) { $0 + Int($1) }) + "\u{0} ", 148)
      try memo.folder.write("bombe", block)
      let before = try names(memo)
      let result = try memo.expect(65, ["open", "bombe", "-o", "recu"], passphrase: nil)
      #expect(result.errorText.contains("pas un dossier intact"))
      #expect(try names(memo) == before, "\(name)")
    }
    mkdir(memo.folder.file("plein"), 0o700)
    symlink("/etc", memo.folder.file("plein/lien"))
    try memo.expect(73, ["open", "d.tar.age", "--identity", "cle", "-o", "plein"], passphrase: nil)
    try memo.folder.write("fichier", [])
    try memo.expect(
      73, ["open", "d.tar.age", "--identity", "cle", "-o", "fichier"], passphrase: nil)
    symlink("absent", memo.folder.file("pendu"))
    try memo.expect(73, ["open", "d.tar.age", "--identity", "cle", "-o", "pendu"], passphrase: nil)
    #expect(try names(memo).isSuperset(of: ["plein", "fichier", "pendu"]))
    #expect(!FileManager.default.fileExists(atPath: memo.folder.file("absent")))
  }
}
