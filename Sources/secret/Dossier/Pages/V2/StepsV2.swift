// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// What was done already: complaints, certificates, orders. An entry is one by its kind.
enum StepsV2 {
  /// Beginnings of words, so that plurals count.
  private static let kinds = [
    "demarche", "plainte", "certificat", "ordonnance", "constat", "signalement", "audition",
    "attestation", "requete", "jugement",
  ]

  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    let steps = view.content.entries.filter { isStep($0.entry.kind) }
    guard !steps.isEmpty else { return "<p>Aucune démarche n'est inscrite dans ce dossier.</p>" }
    return .table(
      "\(FrenchV2.count(steps.count, "démarche"))",
      ["Date", "Nature", "Intitulé", "Lieu", "Fait", "Pièces"],
      steps.map { entry in
        [
          "\(view.happened(entry.entry))", "\(person: entry.entry.kind ?? "")",
          "\(person: entry.entry.title ?? "")", "\(person: entry.entry.place ?? "")",
          "<a href=\"#fait-\(entry.number)\">\(FrenchV2.fact(entry.number))</a>",
          entry.pieces.map {
            "<a href=\"#piece-\($0.number)\">\(FrenchV2.piece($0.number))</a>" as MarkupV2
          }.joined(", "),
        ]
      })
  }

  static func isStep(_ kind: String?) -> Bool {
    let words = FrenchV2.words(kind ?? "")
    return words.contains { word in kinds.contains { word.hasPrefix($0) } }
      || zip(words, words.dropFirst()).contains { first, second in
        ["main", "mains"].contains(first) && ["courante", "courantes"].contains(second)
      }
  }
}
