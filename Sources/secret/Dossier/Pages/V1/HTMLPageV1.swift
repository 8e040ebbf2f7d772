// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// One self-contained page: cover, chronology, pieces, people, integrity. No script, no network.
enum HTMLPageV1 {
  static func text(_ view: DossierViewV1) -> String {
    """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Dossier du \(view.manifest.createdAt.localDay.text)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <header>\(cover(view))</header>
    <nav aria-label="Sommaire"><ol><li><a href="#chronologie">Chronologie</a></li><li><a href="#pieces">Projet de bordereau de pièces</a></li><li><a href="#personnes">Personnes et organisations</a></li><li><a href="#integrite">Annexe d'intégrité</a></li></ol></nav>
    <main>
    <section id="chronologie"><h2>Chronologie</h2>
    \(view.content.entries.map { entry($0, view) }.joined(separator: "\n"))
    </section>
    <section id="pieces"><h2>Projet de bordereau de pièces</h2>
    \(exhibits(view))
    <p>Date, signature et cachet : laissés à l'avocat.</p>
    </section>
    <section id="personnes"><h2>Personnes et organisations</h2>
    \(people(view))
    </section>
    <section id="integrite"><h2>Annexe d'intégrité</h2>
    \(IntegrityV1.html(view))
    </section>
    </main>
    </body>
    </html>

    """
  }

  private static let style = """
    body { font: 11pt/1.5 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #111; background: #fff; }
    h1, h2, h3 { line-height: 1.2; } h2 { border-bottom: 1px solid #444; margin-top: 2em; }
    article { margin: 1.5em 0; } dt { font-weight: bold; } dd { margin: 0 0 .5em 1.5em; white-space: pre-wrap; overflow-wrap: anywhere; }
    table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #666; padding: .3em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
    code { overflow-wrap: anywhere; } img { max-width: 100%; max-height: 16em; } a { color: #003d99; }
    @media print { body { margin: 0; max-width: none; } article { break-inside: avoid; } nav { display: none; } section { break-before: page; } }
    """

  private static func cover(_ view: DossierViewV1) -> String {
    let manifest = view.manifest
    let lines = manifest.cover.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "<dt>\(html($0.key))</dt><dd>\(html($0.value))</dd>" }.joined()
    let selection =
      manifest.selection.isEverything
      ? ""
      : "<p>Ce dossier est une sélection ; autres inscriptions : il peut en exister.</p>"
    let others =
      manifest.otherEntries.map {
        "<p>\($0 <= 1 ? "Autre inscription" : "Autres inscriptions") : \($0).</p>"
      } ?? ""
    return """
      <h1>Dossier</h1>
      <dl>\(lines)<dt>Établi</dt><dd>\(html(manifest.createdAt.french))</dd><dt>Faits</dt><dd>\(view.content.entries.count)</dd><dt>Pièces</dt><dd>\(view.content.pieces.count)</dd></dl>
      \(selection)\(others)
      """
  }

  private static func entry(_ entry: DossierContent.NumberedEntry, _ view: DossierViewV1) -> String
  {
    let fields = view.fields(entry.entry)
      .map { "<dt>\($0)</dt><dd>\(html($1))</dd>" }.joined()
    let pieces = entry.pieces.map { piece in
      let image =
        ["image/jpeg", "image/png", "image/gif", "image/webp"].contains(piece.attachment.mediaType)
        ? "<br><img src=\"\(link(piece))\" alt=\"Pièce n° \(piece.number)\">" : ""
      return "<li><a href=\"\(link(piece))\">Pièce n° \(piece.number)</a> : "
        + "\(html(piece.attachment.name)), \(html(view.nature(piece.attachment)))\(image)</li>"
    }.joined()
    let versions =
      entry.folded.revisions.count > 1
      ? "<p>\(entry.folded.revisions.count) versions, toutes dans l'annexe.</p>" : ""
    let concurrent =
      entry.folded.current.count > 1
      ? "<p>Deux versions ont été écrites sans se connaître ; elles sont toutes dans l'annexe.</p>"
      : ""
    return """
      <article id="fait-\(entry.number)"><h3>\(entry.number). \(html(view.happened(entry.entry))) : \(html(view.title(entry)))</h3>
      <dl>\(fields)<dt>Inscrit</dt><dd>\(html(entry.recordedAt.french))</dd></dl>
      \(pieces.isEmpty ? "" : "<ul>\(pieces)</ul>")\(versions)\(concurrent)</article>
      """
  }

  private static func exhibits(_ view: DossierViewV1) -> String {
    let rows = view.content.pieces.map { piece in
      let entry = view.content.entries[piece.entryNumber - 1]
      return "<tr><td><a href=\"\(link(piece))\">Pièce n° \(piece.number)</a></td>"
        + "<td>\(html(view.title(entry)))</td><td>\(html(view.happened(entry.entry)))</td>"
        + "<td>\(html(view.nature(piece.attachment)))</td><td>\(view.size(piece.attachment))</td></tr>"
    }.joined(separator: "\n")
    return
      "<table><thead><tr><th>Pièce</th><th>Titre</th><th>Date</th><th>Nature</th><th>Taille</th>"
      + "</tr></thead><tbody>\n\(rows)\n</tbody></table>"
  }

  private static func people(_ view: DossierViewV1) -> String {
    let items = view.content.contacts.compactMap { folded -> String? in
      guard let contact = folded.latest?.contact else { return nil }
      let details =
        ([contact.role] + contact.phones + contact.emails + contact.addresses + [contact.note])
        .compactMap { $0 }.map { "<br>\(html($0))" }.joined()
      let kind = contact.isOrganisation ? " (organisation)" : contact.isChild ? " (enfant)" : ""
      return "<li><strong>\(html(contact.shownName ?? "sans nom"))</strong>\(kind)\(details)</li>"
    }.joined(separator: "\n")
    return "<ul>\n\(items)\n</ul>"
  }

  /// Relative to the page; safe paths need no escaping.
  private static func link(_ piece: DossierContent.NumberedPiece) -> String {
    String(piece.path.description.dropFirst("data/".count))
  }

  private static func html(_ text: String) -> String { TextEscaping.html(text) }
}
