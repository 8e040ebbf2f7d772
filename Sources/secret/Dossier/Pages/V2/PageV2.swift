// SPDX-License-Identifier: Apache-2.0

/// `dossier.html`: one self-contained page. No script, no network; images are links to the pieces beside.
enum PageV2 {
  private struct Section {
    let id: String
    let title: String
    let body: MarkupV2
  }

  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    let sections = sections(view)
    let links = sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" as MarkupV2 }
    let bodies = sections.map { section in
      """
      <section id="\(section.id)" aria-labelledby="titre-\(section.id)"><h2 id="titre-\(section.id)">\(section.title)</h2>
      \(section.body)
      </section>
      """ as MarkupV2
    }
    return """
      \(head(view))
      <body>
      <a class="skip" href="#contenu">Aller au contenu</a>
      <header>
      \(CoverV2.markup(view))
      </header>
      <nav aria-labelledby="titre-sommaire"><h2 id="titre-sommaire">Sommaire</h2>
      <ol>
      \(links.joined())
      </ol></nav>
      <main id="contenu" tabindex="-1">
      \(bodies.joined())
      </main>
      <footer><p>Fin du dossier du \(view.day).</p></footer>
      </body>
      </html>

      """
  }

  private static func head(_ view: DossierViewV2) -> MarkupV2 {
    """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light">
    <title>Dossier du \(view.day)</title>
    <style>
    \(MarkupV2(asItIs: StyleV2.screen + "\n" + StyleV2.print + "\n" + StyleV2.headings(view)))
    </style>
    </head>
    """
  }

  private static func sections(_ view: DossierViewV2) -> [Section] {
    let synthesis = view.manifest.cover[CoverV2.synthesisKey].map {
      Section(id: "synthese", title: "Synthèse", body: CitationsV2.markup($0, view))
    }
    return [synthesis].compactMap { $0 } + [
      Section(id: "chronologie", title: "Chronologie", body: ChronologyV2.markup(view)),
      Section(
        id: "bordereau", title: "Projet de bordereau de pièces", body: ExhibitsV2.markup(view)),
      Section(id: "pieces", title: "Pièces", body: PiecesV2.markup(view)),
      Section(
        id: "personnes", title: "Personnes et organisations", body: PeopleV2.markup(view)),
      Section(id: "demarches", title: "Démarches", body: StepsV2.markup(view)),
      Section(id: "depenses", title: "Sommes et dépenses", body: ExpensesV2.markup(view)),
      Section(id: "integrite", title: "Annexe d'intégrité", body: IntegrityV2.markup(view)),
      Section(
        id: "confidentialite", title: "Note de confidentialité",
        body: ConfidentialityV2.markup(view)),
    ]
  }
}
