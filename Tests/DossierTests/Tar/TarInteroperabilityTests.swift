// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite("Tar with other tools")
struct TarInteroperabilityTests {
  private static let files: [(String, [UInt8])] = [
    ("d/bagit.txt", Array("abc\n".utf8)), ("d/data/empty", []),
    ("d/data/block", [UInt8](repeating: 9, count: 1024)),
    ("d/data/random", SeededRandom(seed: "interoperability").bytes(70_001)),
    ("d/" + String(repeating: "x", count: 117), [1]),
    ("d/" + String(repeating: "y", count: 50) + "/" + String(repeating: "z", count: 60), [2]),
  ]

  @Test(
    "GNU tar lists and extracts what was written, without a word of warning",
    .enabled(if: Command.isUsable("tar"), "GNU tar not found"))
  func gnuTar() throws {
    try check(list: ["tar", "-tf"], extract: ["tar", "-xf"])
  }

  @Test(
    "bsdtar lists and extracts what was written, without a word of warning",
    .enabled(if: Command.isUsable("bsdtar"), "bsdtar not found"))
  func bsdtar() throws {
    try check(list: ["bsdtar", "-tf"], extract: ["bsdtar", "-xf"])
  }

  @Test(
    "Python lists and extracts what was written, without a word of warning",
    .enabled(if: Command.isUsable("python3"), "Python not found"))
  func python() throws {
    let list =
      "import sys,tarfile\nwith tarfile.open(sys.argv[1],'r:') as t: print('\\n'.join(t.getnames()))"
    let extract = "import sys,tarfile\ntarfile.open(sys.argv[1],'r:').extractall('.')"
    try check(list: ["python3", "-W", "error", "-c", list], extract: ["python3", "-c", extract])
  }

  private func check(list: [String], extract: [String]) throws {
    try TemporaryFolder.with { folder in
      let archive = folder.appendingPathComponent("a.tar")
      try Data(TarSamples.archive(Self.files)).write(to: archive)
      let listed = try Command.run(list + [archive.path], in: folder.path)
      #expect(listed.status == 0)
      #expect(listed.errorText == "")
      #expect(listed.text.split(separator: "\n").map(String.init) == Self.files.map(\.0))
      let extracted = try Command.run(extract + [archive.path], in: folder.path)
      #expect(extracted.status == 0)
      #expect(extracted.errorText == "")
      for (path, content) in Self.files {
        #expect(try Array(Data(contentsOf: folder.appendingPathComponent(path))) == content)
      }
    }
  }
}
