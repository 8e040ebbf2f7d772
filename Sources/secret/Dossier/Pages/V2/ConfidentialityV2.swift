// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// What never leaves the vault, whom else this dossier is about, and what a lawyer should look at first.
enum ConfidentialityV2 {
  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    let content = view.content
    return """
      <h3>Ce qui n'est jamais communiqué</h3>
      <p>Les notes privées, les étiquettes et les adresses cachées (domicile protégé, hébergement) ne font jamais partie d'un dossier. \(CoverV2.others(view.manifest.otherEntries))</p>
      <h3>Tiers et enfants</h3>
      \(third(view))
      \(children(content.contacts.filter(view.isChild), view))
      <h3>Métadonnées des fichiers</h3>
      \(metadata(view))
      <h3>Enregistrements</h3>
      \(recordings(view))
      """
  }

  private static func third(_ view: DossierViewV2) -> MarkupV2 {
    let adults = view.content.contacts.filter { !view.isChild($0) }
    let people =
      adults.filter { !PeopleV2.isOrganisation($0) }.map(view.name)
      + PeopleV2.names(view).map(\.name)
    let organisations = adults.filter(PeopleV2.isOrganisation).map(view.name)
    let reachable = adults.filter { folded in
      folded.latest.map {
        !($0.contact.phones + $0.contact.emails + $0.contact.addresses).isEmpty
      } ?? false
    }
    return .list(
      [
        line("Personnes nommées", people), line("Organisations nommées", organisations),
        line("Coordonnées données pour", reachable.map(view.name)),
      ].compactMap { $0 }
        + (people.isEmpty && organisations.isEmpty ? ["Aucun tiers n'est nommé."] : []))
  }

  private static func children(_ children: [FoldedContact], _ view: DossierViewV2) -> MarkupV2 {
    guard !children.isEmpty else { return "<p>Aucun enfant n'est désigné.</p>" }
    return
      "\(MarkupV2.list([line("Par initiales", children.map(view.name))].compactMap { $0 }))<p>Les coordonnées d'un enfant, si la personne en a inscrit, ne sont pas reprises dans les pages mais restent lisibles dans les inscriptions signées. Un récit ou un nom de fichier peut aussi désigner un enfant.</p>"
  }

  private static func metadata(_ view: DossierViewV2) -> MarkupV2 {
    let (pieces, withheld) = (view.content.pieces, view.content.pieces.filter(view.isWithheld))
    guard !pieces.isEmpty else { return "<p>Aucune pièce dans ce dossier.</p>" }
    let copies = pieces.filter { view.copy($0) != nil }
    let talkative = pieces.filter { !view.isWithheld($0) && isTalkative($0.attachment.mediaType) }
    let lines: [MarkupV2?] = [
      "Un original garde ses métadonnées : il peut porter un lieu, un nom, un appareil.",
      talkative.isEmpty ? nil : "Formats qui en portent souvent : \(links(talkative)).",
      withheld.isEmpty
        ? nil
        : "Originaux non joints : \(links(withheld)). Leur SHA-256 est dans l'annexe d'intégrité.",
      copies.isEmpty ? nil : "Copies sans métadonnées jointes : \(links(copies)).",
    ]
    return .list(lines.compactMap { $0 })
  }

  /// Photographs, office documents, sound and film, letters with their headers. Told by the type alone:
  /// nothing is decoded.
  private static func isTalkative(_ type: String) -> Bool {
    let parts = type.utf8.split(separator: UInt8(ascii: "/")).map {
      String(decoding: $0, as: UTF8.self)
    }
    switch (parts.first, parts.last) {
    case ("audio", _), ("video", _), ("message", _): return true
    case ("image", let kind?): return ["jpeg", "heic", "heif", "tiff", "webp"].contains(kind)
    case ("application", let kind?):
      return kind == "pdf" || kind == "msword" || kind == "rtf"
        || kind.utf8.starts(with: "vnd.".utf8)
    default: return false
    }
  }

  private static func recordings(_ view: DossierViewV2) -> MarkupV2 {
    let recordings = view.content.pieces.filter(PiecesV2.isRecording)
    guard !recordings.isEmpty else {
      return "<p>Aucun enregistrement sonore ou vidéo parmi les pièces.</p>"
    }
    let partial = recordings.filter { $0.attachment.partial != nil }
    let whole =
      partial.isEmpty
      ? MarkupV2.empty
      : "<p>Partiels, selon la personne : \(links(partial)). L'original entier est à demander.</p>"
    return """
      <p>Enregistrements, à l'appréciation de l'avocat : \(links(recordings)).</p>
      \(whole)
      <p>Devant le juge pénal, la preuve apportée par une partie n'est pas écartée au seul motif qu'elle a été obtenue de façon illicite ou déloyale (jurisprudence sous l'art. 427 du code de procédure pénale). Devant le juge civil, une preuve déloyale n'est admise que si elle est indispensable et strictement proportionnée (Cass., ass. plén., 22 décembre 2023, <span class="line">n° 20-20.648</span>). Enregistrer à l'insu d'autrui demeure une infraction : art. 226-1 du code pénal.</p>
      """
  }

  private static func line(_ label: String, _ texts: [String]) -> MarkupV2? {
    texts.isEmpty
      ? nil : "\(label) : \(names(texts))\(texts.last?.utf8.last == UInt8(ascii: ".") ? "" : ".")"
  }

  private static func names(_ texts: [String]) -> MarkupV2 {
    texts.map { "\(person: $0)" as MarkupV2 }.joined(" ; ")
  }

  private static func links(_ pieces: [DossierContent.NumberedPiece]) -> MarkupV2 {
    pieces.map { "<a href=\"#piece-\($0.number)\">\(FrenchV2.piece($0.number))</a>" as MarkupV2 }
      .joined(", ")
  }
}
