// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// The draft list of pieces, which the lawyer dates, signs and stamps.
enum ExhibitsV2 {
  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    guard !view.content.pieces.isEmpty else { return "<p>Aucune pièce dans ce dossier.</p>" }
    return """
      <p class="note">Projet établi par la personne. Les numéros suivent l'ordre de la chronologie et ne changent pas dans ce dossier. Le nombre de pages est laissé à remplir. Les SHA-256 sont dans l'<a href="#integrite">annexe d'intégrité</a>.</p>
      \(table(view))
      <div class="stamp"><p>Date :</p><p>Signature :</p><p>Cachet :</p></div>
      <p class="note">Date, signature et cachet : laissés à l'avocat ou à l'avocate.</p>
      """
  }

  private static func table(_ view: DossierViewV2) -> MarkupV2 {
    .table(
      "\(FrenchV2.count(view.content.pieces.count, "pièce"))",
      ["Pièce n°", "Intitulé", "Date du fait", "Nature", "Taille", "Pages", "Fichier"],
      view.content.pieces.map { piece in
        let entry = view.content.entries[piece.entryNumber - 1]
        return [
          "<a href=\"#piece-\(piece.number)\">\(piece.number)</a>",
          "\(person: view.title(entry))", "\(view.happened(entry.entry))",
          PiecesV2.nature(piece.attachment, view), "\(FrenchV2.size(piece.attachment.size))", "",
          "\(person: piece.attachment.name)\(presence(piece, view))",
        ]
      }, named: "exhibits")
  }

  private static func presence(
    _ piece: DossierContent.NumberedPiece, _ view: DossierViewV2
  ) -> MarkupV2 {
    view.presence(piece).map { "<br><strong>\($0)</strong>" } ?? .empty
  }
}
