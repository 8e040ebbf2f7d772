// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite("Kit, passphrase and recovery at the command line") struct KitCommandTests {
  @Test("the passphrase changes; the kit gives everything back under a new device")
  func recovers() throws {
    let memo = try MemoProgram.withVault()
    let id = try memo.add(#"{"title": "avant"}"#)
    try memo.expect(0, ["passphrase", "--new-passphrase-file", "neuve"])
    try memo.expect(77, ["list"])
    #expect(try memo.object(["show", id], passphrase: "neuve")["title"] as? String == "avant")
    try memo.expect(0, ["kit", "check", "kit"], passphrase: nil)
    let before = try memo.object(["id"], passphrase: nil)["vault"] as? String
    let recovered = try memo.object(
      ["recover", "--kit", "kit", "--new-passphrase-file", "phrase"], passphrase: nil)
    #expect(recovered["vault"] as? String == before)
    #expect(try memo.object(["show", id])["title"] as? String == "avant")
    try memo.expect(77, ["list"], passphrase: "neuve")
    #expect(try memo.object(["check", "--deep"])["ok"] as? Bool == true)
  }

  @Test("another vault's kit is 77; a mistyped one is 65, and the group is named, not mended")
  func wrongKits() throws {
    let memo = try MemoProgram.withVault()
    let other = try MemoProgram.withVault()
    let foreign = try memo.folder.write("autre", other.folder.read("kit"))
    try memo.expect(77, ["kit", "check", foreign], passphrase: nil)
    try memo.expect(
      77, ["recover", "--kit", foreign, "--new-passphrase-file", "neuve"], passphrase: nil)
    var typed = try memo.folder.read("kit")
    typed[27] = typed[27] == UInt8(ascii: "q") ? UInt8(ascii: "p") : UInt8(ascii: "q")
    try memo.folder.write("faute", typed)
    let result = try memo.expect(65, ["kit", "check", "faute"], passphrase: nil)
    #expect(result.errorText.contains("groupe : 6"))
    try memo.expect(65, ["kit", "check", "phrase"], passphrase: nil)
    try memo.expect(0, ["list"])
  }

  @Test("shares give the kit again; too few, doubled or forged ones do not")
  func shares() throws {
    let memo = try MemoProgram.withVault()
    let split = try memo.object(
      ["kit", "split", "kit", "--need", "2", "--of", "3", "-o", "parts"], passphrase: nil)
    let paths = try #require(split["shares"] as? [String])
    #expect(paths.count == 3)
    try memo.expect(0, ["kit", "combine", paths[2], paths[0], "-o", "refait"], passphrase: nil)
    #expect(try memo.folder.read("refait") == memo.folder.read("kit"))
    try memo.expect(66, ["kit", "combine", paths[1], "-o", "non"], passphrase: nil)
    try memo.expect(65, ["kit", "combine", paths[1], paths[1], "-o", "non"], passphrase: nil)
    try memo.expect(65, ["kit", "combine", paths[1], "kit", "-o", "non"], passphrase: nil)
    #expect(!FileManager.default.fileExists(atPath: memo.folder.file("non")))
  }

  @Test("erasing says the same, and leaves nothing of the vault")
  func erases() throws {
    let memo = try MemoProgram.withVault()
    _ = try memo.add(#"{"title": "x"}"#)
    try memo.expect(64, ["erase-here"], passphrase: nil)
    let erased = try memo.expect(0, ["erase-here", "--yes"], passphrase: nil)
    #expect(erased.text == "Retiré d'ici.\n")
    #expect(!FileManager.default.fileExists(atPath: memo.folder.file("coffre")))
    try memo.expect(66, ["list"])
  }

  @Test("every file of the vault is its owner's alone")
  func modes() throws {
    let memo = try MemoProgram.withVault()
    try memo.folder.write("p", [1])
    _ = try memo.add(#"{"title": "x"}"#, ["--attach", "p"])
    let found = try Command.run(["find", memo.folder.file("coffre"), "-perm", "/077"])
    #expect(found.status == 0 && found.text.isEmpty)
  }
}
