// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Every piece with its number, and the images themselves. What may be active (pages, drawings, office
/// files, archives) is only linked.
enum PiecesV2 {
  private static let imageTypes: Set<String> = [
    "image/jpeg", "image/png", "image/gif", "image/webp",
  ]
  private static let imageEndings = [".jpg", ".jpeg", ".png", ".gif", ".webp"]
  private static let quietTypes: Set<String> = [
    "application/pdf", "text/plain", "text/csv", "message/rfc822",
  ]

  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    guard !view.content.pieces.isEmpty else { return "<p>Aucune pièce dans ce dossier.</p>" }
    return view.content.pieces.map { article($0, view) }.joined()
  }

  /// The numbers of those that the page shows.
  static func shown(_ view: DossierViewV2) -> [Int] {
    view.content.pieces.filter { image($0, view) != nil }.map(\.number)
  }

  /// « capture ; partiel, ce qui manque : le début ».
  static func nature(_ attachment: Attachment, _ view: DossierViewV2) -> MarkupV2 {
    let nature = view.nature(attachment)
    return attachment.partial.map { "\(nature) ; partiel, ce qui manque : \(person: $0)" }
      ?? "\(nature)"
  }

  private static func article(
    _ piece: DossierContent.NumberedPiece, _ view: DossierViewV2
  ) -> MarkupV2 {
    """
    <article id="piece-\(piece.number)" aria-labelledby="titre-piece-\(piece.number)">
    <h3 id="titre-piece-\(piece.number)"><span class="badge">\(FrenchV2.piece(piece.number))</span> \(person: piece.attachment.name)</h3>
    \(MarkupV2.definitions(rows(piece, view)))
    \(figure(piece, view))
    </article>
    """
  }

  private static func rows(
    _ piece: DossierContent.NumberedPiece, _ view: DossierViewV2
  ) -> [(label: String, value: MarkupV2)] {
    let entry = view.content.entries[piece.entryNumber - 1]
    let fact =
      "<a href=\"#fait-\(entry.number)\">\(FrenchV2.fact(entry.number))</a>, \(view.happened(entry.entry))"
      as MarkupV2
    return [
      ("Fait", fact), ("Nature", nature(piece.attachment, view)),
      (
        "Format et taille",
        "\(person: piece.attachment.mediaType), \(FrenchV2.size(piece.attachment.size))"
      ),
      ("Fichier", files(piece, view)),
      ("Inscrite", "le \(view.moment(piece.recordedAt)), horloge de l'appareil"),
    ] + remarks(piece).map { ("À noter", $0) }
  }

  private static func files(
    _ piece: DossierContent.NumberedPiece, _ view: DossierViewV2
  ) -> MarkupV2 {
    func link(_ path: String) -> MarkupV2 { "<a href=\"\(path)\">\(path)</a>" }
    let original = view.original(piece).map(link)
    let copy = view.copyPath(piece).map { "copie sans métadonnées : \(link($0))" as MarkupV2 }
    let parts =
      [original ?? "original non joint ; son SHA-256 est dans l'annexe", copy].compactMap { $0 }
    return parts.joined("\n")
  }

  private static func remarks(_ piece: DossierContent.NumberedPiece) -> [MarkupV2] {
    if isRecording(piece) { return ["enregistrement, à l'appréciation de l'avocat"] }
    let type = piece.attachment.mediaType
    guard !imageTypes.contains(type) && !quietTypes.contains(type) else { return [] }
    return type.hasPrefix("image/") && !type.hasPrefix("image/svg")
      ? [] : ["ce format peut contenir du contenu actif : à ouvrir avec prudence"]
  }

  static func isRecording(_ piece: DossierContent.NumberedPiece) -> Bool {
    let type = Array(piece.attachment.mediaType.utf8)
    return type.starts(with: "audio/".utf8) || type.starts(with: "video/".utf8)
  }

  /// The original, else the copy that stands in its place.
  private static func image(
    _ piece: DossierContent.NumberedPiece, _ view: DossierViewV2
  ) -> String? {
    guard imageTypes.contains(piece.attachment.mediaType),
      let path = view.original(piece) ?? view.copyPath(piece),
      imageEndings.contains(where: { path.hasSuffix($0) })
    else { return nil }
    return path
  }

  private static func figure(
    _ piece: DossierContent.NumberedPiece, _ view: DossierViewV2
  ) -> MarkupV2 {
    guard let path = image(piece, view) else { return .empty }
    let caption =
      view.original(piece) == nil
      ? "copie sans métadonnées, réduite à la page"
      : "image réduite à la page, le fichier est à côté"
    return """
      <figure><img src="\(path)" alt="Image de la \(FrenchV2.piece(piece.number)) : \(piece.attachment.name)"><figcaption>\(FrenchV2.piece(piece.number)), \(caption)</figcaption></figure>
      """
  }
}
