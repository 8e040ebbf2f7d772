// SPDX-License-Identifier: Apache-2.0
import Dossier
import Foundation
import Hashing
import TestSupport
import Testing

@Suite("Bag")
struct BagTests {
  @Test("the declaration is RFC 8493's")
  func declaration() {
    #expect(
      String(decoding: Bag.declaration, as: UTF8.self)
        == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
  }

  @Test("fields keep their order; no line break comes through")
  func information() {
    let bytes = Bag.information([
      ("Zed", "é"), ("Contact-Name", "A\r\nPayload-Oxum: 0.0\u{85}\u{2028}B"), ("La:bel\n", "\tx"),
    ])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "Zed: é\nContact-Name: A Payload-Oxum: 0.0 B\nLa bel: x\n")
  }

  @Test("manifests are sorted by bytes, two blanks between")
  func manifest() throws {
    let digest = SHA256.hash([])
    let bytes = Bag.manifest([
      (try SafePath("data/b"), digest), (try SafePath("data/B"), digest),
      (try SafePath("data/a/z"), digest), (try SafePath("data/a-z"), digest),
    ])
    let hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == ["data/B", "data/a-z", "data/a/z", "data/b"].map { "\(hex)  \($0)\n" }.joined())
  }

  @Test(
    "Python's bagit accepts a bag written here, and refuses it once changed",
    .enabled(if: Command.hasPythonModule("bagit"), "Python's bagit module not found"))
  func pythonBagit() throws {
    let script = "import sys,bagit\nbagit.Bag(sys.argv[1]).validate()"
    try TemporaryFolder.with { folder in
      var bag = try BagSamples.sound()
      try bag.write(to: folder.appendingPathComponent("good"))
      let good = try Command.run(["python3", "-c", script, "good"], in: folder.path)
      #expect(good.status == 0, "\(good.errorText)")
      bag.files["data/a.txt"] = Array("b\n".utf8)
      try bag.write(to: folder.appendingPathComponent("bad"))
      #expect(try Command.run(["python3", "-c", script, "bad"], in: folder.path).status != 0)
    }
  }

  @Test(
    "sha256sum -c accepts the manifests",
    .enabled(if: Command.isUsable("sha256sum"), "sha256sum not found"))
  func sha256sum() throws {
    try TemporaryFolder.with { folder in
      try BagSamples.sound().write(to: folder)
      for name in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        let result = try Command.run(
          ["sha256sum", "-c", "--strict", "--quiet", name], in: folder.path)
        #expect(result.status == 0)
        #expect(result.errorText == "")
      }
    }
  }
}
