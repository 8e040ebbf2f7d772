// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// What a lawyer can do without this program. Every tool is one that Debian ships.
@Suite(
  "A dossier with stock tools",
  .enabled(if: StockTools.names.allSatisfy(Command.isUsable), "a stock tool was not found"))
struct StockToolTests {
  /// A vault with pieces, its dossier decrypted with `age`, unpacked with GNU tar below `gnu`.
  private struct Received {
    let memo: MemoProgram
    let pieces: [String: [UInt8]]
    let bag: String

    init() throws {
      memo = try MemoProgram.withVault()
      pieces = [
        "lettre d'été.pdf": Array("%PDF-1.4\n".utf8), "vide": [],
        "appel.m4a": SeededRandom(seed: "appel").bytes(1_100_000),
      ]
      var arguments: [String] = []
      for (name, bytes) in pieces {
        try memo.folder.write(name, bytes)
        arguments += ["--attach", name]
      }
      try memo.expect(
        0, ["contact", "add", "--stdin"],
        stdin: #"{"name": "Camille", "address": ["cachette"], "hidden": true}"#)
      _ = try memo.add(
        #"{"title": "a", "when": "2021-03~", "who": ["Camille:témoin"], "private": "canari"}"#,
        arguments)
      _ = try memo.add(#"{"text": "=1+1 <b> ; \r\n BEGIN:VEVENT", "when": "../2020-06"}"#)
      try memo.expect(0, ["keygen", "-o", "cle"], passphrase: nil)
      try memo.expect(0, ["export", "--to", "cle", "-o", "d.tar.age"])
      try Self.run(["age", "-d", "-i", "cle", "-o", "d.tar", "d.tar.age"], memo)
      for (tar, folder) in [("tar", "gnu"), ("bsdtar", "bsd")] {
        mkdir(memo.folder.file(folder), 0o700)
        let result = try Self.run([tar, "-x", "-f", "d.tar", "-C", folder], memo)
        #expect(result.errorText == "")
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: memo.folder.file("gnu"))
      bag = try #require(names.first)
      #expect(names.count == 1)
    }

    @discardableResult
    static func run(_ arguments: [String], _ memo: MemoProgram) throws -> Command.Result {
      let result = try Command.run(arguments, in: memo.folder.path)
      #expect(result.status == 0, "\(arguments): \(result.errorText)")
      return result
    }

    func run(_ arguments: [String]) throws {
      let result = try Command.run(arguments, in: memo.folder.file("gnu/\(bag)"))
      #expect(result.status == 0, "\(arguments): \(result.errorText)")
    }
  }

  @Test("age, GNU tar and bsdtar agree, and the originals come out byte for byte")
  func opens() throws {
    let received = try Received()
    let memo = received.memo
    try Received.run(["diff", "-r", "gnu", "bsd"], memo)
    let folder = memo.folder.file("gnu/\(received.bag)/data/pieces")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let found = try names.map {
      try Array(Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")))
    }
    #expect(Set(found) == Set(received.pieces.values))
    let all = try Command.run(
      ["grep", "-r", "-l", "-a", "-E", "canari|cachette", "gnu"], in: memo.folder.path)
    #expect(all.status == 1, "\(all.text)")
  }

  @Test(
    "sha256sum, Python's bagit and minisign verify it; certificates under the string of memo id")
  func verifies() throws {
    let received = try Received()
    try received.run(["sha256sum", "-c", "--strict", "tagmanifest-sha256.txt"])
    try received.run(["sha256sum", "-c", "--strict", "manifest-sha256.txt"])
    try received.run(["python3", "-c", "import bagit; bagit.Bag('.').validate()"])
    try received.run(["minisign", "-V", "-p", "minisign.pub", "-m", "tagmanifest-sha256.txt"])
    let id = try received.memo.expect(0, ["id"], passphrase: nil).text.filter { !$0.isWhitespace }
    let folder = received.memo.folder.file("gnu/\(received.bag)/data/integrite/certificats")
    let certificates = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") }
    #expect(certificates.count == 1)
    for name in certificates {
      try received.run(["minisign", "-V", "-P", id, "-m", "data/integrite/certificats/\(name)"])
    }
  }

  @Test(
    "a short reader in Python finds nothing false in what was received, and something in each altered part"
  )
  func shortReader() throws {
    let received = try Received()
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Reader/short.py").path
    let id = try received.memo.expect(0, ["id"], passphrase: nil).text.filter { !$0.isWhitespace }
    try received.run(["python3", script, ".", id])
    let folder = "gnu/\(received.bag)"
    let top = received.memo.folder.file(folder)
    let names = try #require(FileManager.default.enumerator(atPath: top)).compactMap {
      $0 as? String
    }
    .filter { !FileManager.default.isFolder(top + "/" + $0) }.sorted()
    #expect(names.count > 20)
    for name in names {
      let bytes = try received.memo.folder.read(folder + "/" + name)
      var altered = bytes
      // A statement may have nothing to disclose.
      if bytes.isEmpty { altered = [0x61] } else { altered[bytes.count / 2] ^= 1 }
      try received.memo.folder.write(folder + "/" + name, altered)
      let result = try Command.run(["python3", script, top, id])
      #expect(result.status == 65, "\(name): \(result.text)")
      try received.memo.folder.write(folder + "/" + name, bytes)
    }
    let other = try Command.run(["python3", script, top, "RW" + id.dropFirst(2).reversed()])
    #expect(other.status == 65)
  }

  @Test("the reader in Python, written from Format.md alone, finds nothing false")
  func reader() throws {
    let received = try Received()
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Reader/reader.py").path
    let id = try received.memo.expect(0, ["id"], passphrase: nil).text.filter { !$0.isWhitespace }
    try Received.run(["python3", script, "d.tar", "--vault-id", id], received.memo)
    try received.run(["python3", script, ".", "--vault-id", id])
    let page = "gnu/\(received.bag)/data/chronologie.csv"
    try received.memo.folder.write(page, Array("faux".utf8))
    let altered = try Command.run(
      ["python3", script, received.memo.folder.file("gnu/\(received.bag)")])
    #expect(altered.status == 65)
  }
}

private enum StockTools {
  static let names = ["age", "tar", "bsdtar", "minisign", "sha256sum", "python3"]
}

extension FileManager {
  fileprivate func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
