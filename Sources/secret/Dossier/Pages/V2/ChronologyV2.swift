// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// The facts by date: each with how well its date is known, what was said, and when it was recorded.
enum ChronologyV2 {
  /// Longer accounts may be cut between two printed pages.
  private static let longText = 1500

  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    guard !view.content.entries.isEmpty else { return "<p>Aucun fait dans ce dossier.</p>" }
    let articles = view.content.entries.map { article($0, view) }
    return """
      <p class="note">Par date des faits, ceux sans date à la fin. Les dates, les noms et les mots sont ceux de la personne ; ce qu'elle a ressenti ou pensé est à part.</p>
      \(articles.joined())
      """
  }

  private static func article(
    _ entry: DossierContent.NumberedEntry, _ view: DossierViewV2
  ) -> MarkupV2 {
    let isLong = FieldsV2.all(entry.entry, view).reduce(0) { $0 + $1.text.utf8.count } > longText
    let title = entry.entry.title.map { " · \(person: $0)" as MarkupV2 } ?? .empty
    return """
      <article id="fait-\(entry.number)" aria-labelledby="titre-fait-\(entry.number)"\(isLong ? " class=\"long\"" as MarkupV2 : .empty)>
      <h3 id="titre-fait-\(entry.number)"><span class="badge">\(FrenchV2.fact(entry.number))</span> \(view.happened(entry.entry))\(title)</h3>
      \(fields(entry.entry, view))
      \(inner(entry.entry))
      \(pieces(entry, view))
      \(MarkupV2.definitions(about(entry, view)))
      \(others(entry, view))
      </article>
      """
  }

  private static func fields(_ entry: Entry, _ view: DossierViewV2) -> MarkupV2 {
    let date =
      "\(view.happened(entry)) <span class=\"precision\">(\(DateWordsV2.precision(entry.when)))</span>"
      as MarkupV2
    return .definitions(
      [("Date", date)] + FieldsV2.rows(FieldsV2.facts(entry, view), language: entry.lang))
  }

  private static func inner(_ entry: Entry) -> MarkupV2 {
    let rows = FieldsV2.rows(FieldsV2.inner(entry), language: entry.lang)
    return rows.isEmpty ? .empty : "<div class=\"inner\">\(MarkupV2.definitions(rows))</div>"
  }

  private static func pieces(
    _ entry: DossierContent.NumberedEntry, _ view: DossierViewV2
  ) -> MarkupV2 {
    guard !entry.pieces.isEmpty else { return .empty }
    let items = entry.pieces.map { piece in
      "<a href=\"#piece-\(piece.number)\">\(FrenchV2.piece(piece.number))</a> : \(person: piece.attachment.name), \(PiecesV2.nature(piece.attachment, view))"
        as MarkupV2
    }
    return "<h4>\(items.count > 1 ? "Pièces" : "Pièce")</h4>\(MarkupV2.list(items))"
  }

  private static func about(
    _ entry: DossierContent.NumberedEntry, _ view: DossierViewV2
  ) -> [(label: String, value: MarkupV2)] {
    let corrections = entry.folded.revisions.dropFirst().map { revision in
      "Corrigé le \(view.moment(revision.statement.header.recordedAt)) : \(person: revision.reason ?? "motif non indiqué")"
        as MarkupV2
    }
    let history = corrections.map { (label: "Correction", value: $0) }
    return FieldsV2.rows(FieldsV2.about(entry.entry, view))
      + [("Inscrit", "le \(view.moment(entry.recordedAt)), horloge de l'appareil")]
      + history
  }

  /// Versions that were written without knowing of the one above: none of them replaces another.
  private static func others(
    _ entry: DossierContent.NumberedEntry, _ view: DossierViewV2
  ) -> MarkupV2 {
    guard entry.folded.current.count > 1 else { return .empty }
    let versions = entry.folded.current.dropLast().map { revision in
      """
      <div class="version"><h4>Autre version, du \(view.moment(revision.statement.header.recordedAt))\(revision.entry.title.map { " : \(person: $0)" as MarkupV2 } ?? .empty)</h4>
      \(fields(revision.entry, view))
      \(inner(revision.entry))
      </div>
      """ as MarkupV2
    }
    return """
      <p class="note">\(entry.folded.current.count) versions ont été écrites sans se connaître. Aucune n'en remplace une autre ; la plus récente est montrée d'abord.</p>
      \(versions.joined())
      """
  }
}
