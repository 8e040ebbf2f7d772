// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// The two tables: UTF-8 with BOM, semicolons, CRLF, every cell quoted, nothing that is a formula.
enum TablesV2 {
  private enum Cell {
    case text(String)
    /// Digits that this program wrote.
    case number(String)

    var csv: String {
      switch self {
      case .text(let text): EscapingV2.csv(text)
      case .number(let digits): EscapingV2.csv(number: digits)
      }
    }
  }

  static func chronology(_ view: DossierViewV2) -> [UInt8] {
    table(
      [
        "Fait n°", "Date", "Précision", "Date (EDTF)", "Titre", "Lieu", "Nature", "Personnes",
        "Témoins", "Récit", "Paroles exactes", "Conséquences", "Ressenti (selon la personne)",
        "Pensé (selon la personne)", "Somme", "Monnaie", "Payée à", "Pièces", "Inscrit le",
        "Corrections",
      ], view.content.entries.map { row($0, view) })
  }

  private static func row(
    _ entry: DossierContent.NumberedEntry, _ view: DossierViewV2
  ) -> [Cell] {
    let e = entry.entry
    let people = view.people(e)
    func names(_ named: [DossierViewV2.Named]) -> Cell {
      .text(named.map(\.text).joined(separator: " ; "))
    }
    let corrections = entry.folded.revisions.dropFirst().map {
      "\($0.statement.header.recordedAt) : \($0.reason ?? "motif non indiqué")"
    }
    let texts: [Cell] = [e.text, e.said, e.effect, e.felt, e.thought].map { .text($0 ?? "") }
    return [
      .number(String(entry.number)), .text(view.happened(e)),
      .text(DateWordsV2.precision(e.when)), .text(e.when?.text ?? ""), .text(e.title ?? ""),
      .text(e.place ?? ""), .text(e.kind ?? ""), names(people.filter { !$0.isWitness }),
      names(people.filter(\.isWitness)),
    ] + texts + [
      .number(comma(e.amount?.value ?? "")), .text(e.amount?.currency ?? ""),
      .text(e.paidTo ?? ""), .text(entry.pieces.map { String($0.number) }.joined(separator: ", ")),
      .text(entry.recordedAt.description), .text(corrections.joined(separator: " ; ")),
    ]
  }

  static func exhibits(_ view: DossierViewV2) -> [UInt8] {
    table(
      [
        "Pièce n°", "Intitulé", "Date du fait", "Nature", "Il manque", "Taille (octets)", "Pages",
        "Type", "Fichier", "Nom d'origine", "Présence", "SHA-256", "Copie sans métadonnées",
        "SHA-256 de la copie", "Fait n°", "Inscrite le",
      ],
      view.content.pieces.map { piece in
        let entry = view.content.entries[piece.entryNumber - 1]
        return [
          .number(String(piece.number)), .text(view.title(entry)),
          .text(view.happened(entry.entry)), .text(view.nature(piece.attachment)),
          .text(piece.attachment.partial ?? ""), .number(String(piece.attachment.size)),
          .text(""), .text(piece.attachment.mediaType), .text(view.original(piece) ?? ""),
          .text(piece.attachment.name), .text(view.presence(piece) ?? "original joint"),
          .text(view.hash(piece.attachment.sha256)), .text(view.copyPath(piece) ?? ""),
          .text(view.copy(piece).map { view.hash($0.sha256) } ?? ""),
          .number(String(piece.entryNumber)), .text(piece.recordedAt.description),
        ]
      })
  }

  /// A French decimal comma.
  private static func comma(_ value: String) -> String {
    String(
      decoding: value.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 }, as: UTF8.self)
  }

  private static func table(_ head: [String], _ rows: [[Cell]]) -> [UInt8] {
    let lines = ([head.map { Cell.text($0) }] + rows).map { row in
      row.map(\.csv).joined(separator: ";") + "\r\n"
    }
    return Array("\u{FEFF}".utf8) + Array(lines.joined().utf8)
  }
}
