// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// The first page: who, before which court, what is in here and what may not be.
enum CoverV2 {
  static let synthesisKey = "synthese"

  /// What people are asked for, in the order a court reads it.
  private static let known = [
    ("objet", "Objet"), ("parties", "Parties"), ("juridiction", "Juridiction"),
    ("numero", "Numéro de l'affaire"), ("avocat", "Avocat"), ("avocate", "Avocate"),
    ("personne", "Établi par"), ("association", "Association"),
  ]

  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    """
    <h1>Dossier</h1>
    <p class="subtitle">\(purpose(view.manifest.purpose))</p>
    \(MarkupV2.definitions(texts(view.manifest.cover) + facts(view)))
    \(statements(view).map { "<p class=\"note\">\($0)</p>" as MarkupV2 }.joined())
    """
  }

  private static func texts(_ cover: [String: String]) -> [(label: String, value: MarkupV2)] {
    let names = Set(known.map(\.0) + [synthesisKey])
    let others = cover.keys.filter { !names.contains($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return known.compactMap { key, label in
      cover[key].map { (label, "\(person: $0)") }
    } + others.compactMap { key in cover[key].map { (key, "\(person: $0)") } }
  }

  private static func facts(_ view: DossierViewV2) -> [(label: String, value: MarkupV2)] {
    let (entries, pieces) = (view.content.entries.count, view.content.pieces.count)
    return [
      ("Date du dossier", "\(view.moment(view.manifest.createdAt))"),
      (
        "Contenu",
        "\(FrenchV2.count(entries, "fait")), \(FrenchV2.count(pieces, "pièce"))"
      ),
    ]
  }

  private static func purpose(_ purpose: DossierManifest.Purpose) -> String {
    switch purpose {
    case .avocat: "Remis à un avocat ou à une avocate"
    case .communication: "Destiné à être communiqué"
    }
  }

  private static func statements(_ view: DossierViewV2) -> [MarkupV2] {
    [
      "Ce dossier est une compilation faite par la personne elle-même à partir de ses inscriptions et de ses fichiers. Ce n'est ni un constat, ni une attestation, ni une expertise.",
      selection(view.manifest.selection), others(view.manifest.otherEntries),
    ].compactMap { $0 }
  }

  /// How the entries were chosen, where they were.
  private static func selection(_ selection: DossierManifest.Selection) -> MarkupV2? {
    guard !selection.isEverything else { return nil }
    let criteria = [
      selection.only ? "inscriptions choisies une à une" : nil,
      selection.since.map { "à partir de \(date($0))" },
      selection.until.map { "jusqu'à \(date($0))" },
      selection.tag ? "un choix par étiquette, qui n'est pas communiquée" : nil,
    ].compactMap { $0 }
    return "Ce dossier est une sélection : \(criteria.joined(separator: ", "))."
  }

  private static func date(_ text: String) -> String {
    (try? EDTFDate(text)).map { FrenchV2.quoted(DateWordsV2.text($0.french)) }
      ?? FrenchV2.quoted(text)
  }

  static func others(_ count: Int?) -> MarkupV2 {
    switch count {
    case nil: "Autres inscriptions : il peut en exister."
    case 0?: "Autres inscriptions sur l'appareil, le jour de l'export : aucune."
    case let count?:
      "Autres inscriptions sur l'appareil, le jour de l'export : \(FrenchV2.grouped(String(count)))."
    }
  }
}
