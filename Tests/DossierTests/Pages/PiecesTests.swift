// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Evidence
import Testing

@Suite("Pieces on the page") struct PiecesTests {
  private func samples(_ name: String, _ type: String) throws -> PageSamples {
    var samples = try PageSamples()
    let subject = try samples.add(.sample("Fait"))
    try samples.attach(to: subject, name, type)
    return samples
  }

  @Test(
    "an image is shown from the file beside the page",
    arguments: [
      ("a.jpg", "image/jpeg"), ("a.png", "image/png"), ("a.gif", "image/gif"),
      ("a.webp", "image/webp"),
    ])
  func shown(_ name: String, _ type: String) throws {
    let html = try samples(name, type).html()
    #expect(html.contains("<img src=\"pieces/piece-001-\(name)\""))
    #expect(html.contains("@page piece-1 {"))
  }

  @Test(
    "what may be active, or is not what it says, is only linked",
    arguments: [
      ("a.svg", "image/svg+xml"), ("a.html", "text/html"), ("a.docx", "application/msword"),
      ("a.zip", "application/zip"), ("a.svg", "image/png"), ("a.png", "text/html"),
      ("a", "image/png"),
    ])
  func linked(_ name: String, _ type: String) throws {
    let html = try samples(name, type).html()
    #expect(!html.contains("<img"))
    #expect(html.contains("<a href=\"pieces/piece-001-\(name)\">"))
  }

  @Test("an original that was kept back has no link, and its hash is still there")
  func withheld() throws {
    var samples = try samples("a.jpg", "image/jpeg")
    samples.handling = [0: PieceHandling(isWithheld: true)]
    let html = try samples.html()
    #expect(!html.contains("<img") && !html.contains("href=\"pieces/"))
    #expect(PageSamples.plain(html).contains("original non joint ; son SHA-256 est dans l'annexe"))
    let table = try #require(samples.pages()["bordereau.csv"])
    #expect(table.contains("\"original non joint\""))
  }

  @Test("a copy without metadata stands in its place")
  func copy() throws {
    var samples = try samples("a.jpg", "image/jpeg")
    samples.handling = [0: PieceHandling(isWithheld: true, copy: try .init { [1, 2, 3] })]
    let html = try samples.html()
    #expect(html.contains("<img src=\"pieces/piece-001-copie-a.jpg\""))
    #expect(!html.contains("\"pieces/piece-001-a.jpg\""))
    // SHA-256 of 01 02 03.
    let hash = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"
    #expect(html.contains(hash))
    #expect(try #require(samples.pages()["bordereau.csv"]).contains(hash))
    samples.handling = [0: PieceHandling(copy: try .init { [1] })]
    let both = try samples.html()
    #expect(both.contains("<img src=\"pieces/piece-001-a.jpg\""))
    #expect(both.contains("href=\"pieces/piece-001-copie-a.jpg\""))
  }

  @Test("recordings are for the lawyer to judge, partial ones are said to be")
  func recordings() throws {
    let html = PageSamples.plain(try PageSamples.everything().html())
    #expect(html.contains("Enregistrements, à l'appréciation de l'avocat : <a href=\"#piece-2\">"))
    #expect(
      html.contains(
        "Partiels, selon la personne : <a href=\"#piece-2\">Pièce n° 2</a>. L'original entier est à demander."
      ))
    #expect(html.contains("art. 427 du code de procédure pénale"))
    #expect(html.contains("art. 226-1 du code pénal"))
    let none = try samples("a.txt", "text/plain").html()
    #expect(none.contains("Aucun enregistrement") && !none.contains("226-1"))
  }
}
