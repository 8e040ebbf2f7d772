// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// Shares that are forged, mixed, another vault's or mistyped: never a kit, never a vault opened.
@Suite("Forged shares at the command line") struct ForgedShareTests {
  private func split(_ memo: MemoProgram, _ name: String, need: String = "2") throws -> [String] {
    let made = try memo.object(
      ["kit", "split", "kit", "--need", need, "--of", "4", "-o", name], passphrase: nil)
    return try #require(made["shares"] as? [String])
  }

  @Test("no combination of wrong shares gives a kit, and the vault stays as it was")
  func refused() throws {
    let memo = try MemoProgram.withVault()
    let other = try MemoProgram.withVault()
    try other.folder.write("ailleurs", other.folder.read("kit"))
    let (first, second, three) = (
      try split(memo, "un"), try split(memo, "deux"), try split(memo, "trois", need: "3")
    )
    let foreign = try split(other, "autre").map { other.folder.file($0) }
    var typed = try memo.folder.read(first[0])
    let place = typed.count / 2
    typed[place] = typed[place] == UInt8(ascii: "q") ? UInt8(ascii: "p") : UInt8(ascii: "q")
    try memo.folder.write("faute", typed)
    try memo.folder.write("coupe", Array(try memo.folder.read(first[0]).dropLast(7)))
    try memo.folder.write("bruit", SeededRandom(seed: "part").bytes(100))
    try memo.folder.write(
      "melange", Array(String(decoding: memo.folder.read(first[0]), as: UTF8.self).capitalized.utf8)
    )
    let cases: [(what: String, status: Int32, shares: [String])] = [
      ("of two splits", 65, [first[0], second[1]]),
      ("of two splits, three", 65, [first[0], first[1], second[2]]),
      ("of two thresholds", 65, [first[0], three[1], three[2]]),
      ("too few", 66, [three[0], three[1]]),
      ("of another vault", 65, [first[0], foreign[1]]),
      ("one index twice", 65, [first[0], second[0]]),
      ("mistyped", 65, ["faute", first[1]]), ("cut", 65, ["coupe", first[1]]),
      ("noise", 65, ["bruit", first[1]]),
      ("in mixed case", 65, ["melange", first[1]]), ("a kit among them", 65, ["kit", first[1]]),
      ("a file that is not there", 66, ["absent", first[1]]),
    ]
    for (what, status, shares) in cases {
      let result = try memo.expect(
        status, ["kit", "combine"] + shares + ["-o", "non"], passphrase: nil)
      #expect(!FileManager.default.fileExists(atPath: memo.folder.file("non")), "\(what)")
      #expect(result.output.isEmpty && result.errorText.hasPrefix("memo : "), "\(what)")
      #expect(!result.errorText.contains("memo1"), "\(what): a share was printed")
    }
    // A share is no kit for anything that wants one.
    for share in [first[0], "faute", "bruit"] {
      try memo.expect(65, ["kit", "check", share], passphrase: nil)
      try memo.expect(
        65, ["recover", "--kit", share, "--new-passphrase-file", "neuve"], passphrase: nil)
    }
    // Another vault's shares, rightly combined, are another vault's kit: 77 here.
    try memo.expect(
      0, ["kit", "combine", foreign[0], foreign[2], "-o", "etranger"], passphrase: nil)
    try memo.expect(77, ["kit", "check", "etranger"], passphrase: nil)
    try memo.expect(
      77, ["recover", "--kit", "etranger", "--new-passphrase-file", "neuve"], passphrase: nil)
    // The right ones still work, and so does the passphrase.
    try memo.expect(
      0, ["kit", "combine", three[3], three[0], three[1], "-o", "refait"], passphrase: nil)
    #expect(try memo.folder.read("refait") == memo.folder.read("kit"))
    try memo.expect(0, ["list"])
  }
}
