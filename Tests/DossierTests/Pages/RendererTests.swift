// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Evidence
import Hashing
import Sodium
import Testing

@Suite("Renderers") struct RendererTests {
  @Test("the pages of version 1 are what they were when it was released")
  func pinned() throws {
    let pages = try PageSamples.everything().pages(RendererV1.self)
    let names = pages.keys.sorted()
    let all = names.map { "\($0)\n\(pages[$0] ?? "")" }.joined(separator: "\n")
    #expect(
      Hex.encode(SHA256.hash(Array(all.utf8)).bytes)
        == "8ac7b4293ee56010261f6f7ff05430bc09618e0380521418249f958ea435f05d")
  }

  @Test("new dossiers are made with version 2, old ones keep theirs, unknown ones have none")
  func versions() {
    #expect(Renderers.current.version == 2)
    #expect(Renderers.renderer(1) is RendererV1.Type)
    #expect(Renderers.renderer(2) is RendererV2.Type)
    #expect(Renderers.renderer(0) == nil && Renderers.renderer(3) == nil)
  }

  @Test("the same statements give the same bytes")
  func deterministic() throws {
    let samples = try PageSamples.everything()
    #expect(try samples.pages() == samples.pages())
    #expect(try PageSamples.everything().pages() == samples.pages())
  }

  @Test("both versions write the same files")
  func files() throws {
    let samples = try PageSamples.everything()
    #expect(try samples.pages(RendererV1.self).keys.sorted() == samples.pages().keys.sorted())
  }

  @Test("a dossier of nothing has pages all the same")
  func empty() throws {
    let pages = try PageSamples().pages()
    let html = PageSamples.plain(try #require(pages["dossier.html"]))
    #expect(html.contains("0 fait, 0 pièce"))
    for words in [
      "Aucun fait dans ce dossier.", "Aucune pièce dans ce dossier.",
      "Aucune personne dans ce dossier.", "Aucune démarche n&#39;est inscrite",
      "Aucune somme n&#39;est inscrite", "Aucun enregistrement",
    ] {
      #expect(html.contains(words) || html.contains(words.replacing("&#39;", with: "'")))
    }
    #expect(pages["contacts.vcf"] == "")
    #expect(pages["chronologie.ics"]?.hasSuffix("END:VCALENDAR\r\n") == true)
  }
}
