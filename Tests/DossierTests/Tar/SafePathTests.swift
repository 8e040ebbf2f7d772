// SPDX-License-Identifier: Apache-2.0
import Dossier
import TestSupport
import Testing

@Suite("SafePath")
struct SafePathTests {
  @Test(
    "accepts plain relative names",
    arguments: [
      "bagit.txt", "data/pieces/piece-001-a.pdf", ".hidden", "a..b", "CONTRAT.txt", "COM10", "lpt",
      "com", "nul-1",
    ])
  func accepts(_ text: String) throws {
    #expect(try SafePath(text).description == text)
  }

  @Test(
    "refuses names that mean something else somewhere",
    arguments: [
      "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", "a/.", "a.", "a./b", "a b", " a",
      "a\\b", "C:a", "~a", "é", "a\u{0}", "a\n", "CON", "con.txt", "x/NUL", "Aux.tar.gz", "prn/a",
      "COM1", "lpt0.x", "a*", "%41",
    ])
  func refuses(_ text: String) {
    #expect(throws: TarError.unsafePath) { try SafePath(text) }
  }

  @Test("at most 120 bytes")
  func length() throws {
    #expect(throws: Never.self) { try SafePath(String(repeating: "a", count: 120)) }
    #expect(throws: TarError.unsafePath) { try SafePath(String(repeating: "a", count: 121)) }
  }

  @Test("below a folder and back")
  func folders() throws {
    let folder = try SafePath("memo-dossier-2025-01-31")
    let path = try SafePath("data/x").below(folder)
    #expect(path.description == "memo-dossier-2025-01-31/data/x")
    #expect(try path.relative(to: folder) == SafePath("data/x"))
    #expect(try SafePath("memo-dossier-2025-01-31x/a").relative(to: folder) == nil)
  }

  @Test(
    "piece names keep what can be read",
    arguments: [
      ("Déposition de Zoé (2).PDF", "piece-007-Deposition-de-Zoe-2.pdf"),
      ("cœur à l'œuvre.jpeg", "piece-007-coeur-a-l-oeuvre.jpeg"),
      ("De\u{301}ce\u{301}s.txt", "piece-007-Deces.txt"),
      ("C:\\Users\\x\\CON", "piece-007-CON"), ("../../etc/passwd", "piece-007-passwd"),
      ("", "piece-007"), ("...", "piece-007"), ("日本.png", "piece-007-piece.png"),
      (".gitignore", "piece-007-gitignore"), ("a.", "piece-007-a"),
      ("x.tar.gz", "piece-007-x-tar.gz"),
      ("a\u{0}b\r\nc.é", "piece-007-a-b-c-e"), ("🙂", "piece-007"), ("---.a b", "piece-007-a-b"),
    ])
  func pieces(_ original: String, _ name: String) {
    #expect(SafePath.piece(number: 7, original: original).description == "data/pieces/" + name)
  }

  @Test("piece names are safe, leave room for the folder and are told apart by number")
  func anyPiece() throws {
    let random = SeededRandom(seed: "pieces")
    let folder = try SafePath("memo-dossier-2025-01-31")
    let long = String(repeating: "é", count: 500) + ".docx"
    for number in [0, 1, 999, 1000, 12_345_678, Int.max] {
      for original in [long, String(decoding: random.bytes(64), as: UTF8.self)] {
        let path = SafePath.piece(number: number, original: original)
        #expect(try SafePath(path.description) == path)
        #expect(try path.below(folder).bytes.count <= SafePath.longest)
      }
    }
    #expect(SafePath.piece(number: 1, original: long).description.hasSuffix("e.docx"))
    #expect(SafePath.piece(number: 1, original: "a") != SafePath.piece(number: 2, original: "a"))
  }
}
