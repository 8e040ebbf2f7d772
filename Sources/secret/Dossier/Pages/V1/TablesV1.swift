// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// The two tables: UTF-8 with BOM, semicolons, CRLF, every cell quoted.
enum TablesV1 {
  static func chronology(_ view: DossierViewV1) -> [UInt8] {
    table(
      [
        "N°", "Date", "Date (EDTF)", "Titre", "Lieu", "Nature", "Personnes", "Récit",
        "Paroles exactes", "Ressenti", "Interprétation", "Conséquences", "Somme", "Pièces",
        "Inscrit le",
      ],
      view.content.entries.map { entry in
        let e = entry.entry
        return [
          String(entry.number), view.happened(e), e.when?.text ?? "", view.title(entry),
          e.place ?? "", e.kind ?? "", view.people(e).joined(separator: " ; "), e.text ?? "",
          e.said ?? "", e.felt ?? "", e.thought ?? "", e.effect ?? "", view.amount(e) ?? "",
          view.pieceNumbers(entry), entry.recordedAt.description,
        ]
      })
  }

  static func exhibits(_ view: DossierViewV1) -> [UInt8] {
    table(
      [
        "Pièce n°", "Titre", "Date du fait", "Nature", "Taille (octets)", "Type", "Fichier",
        "Nom d'origine", "SHA-256", "Inscrite le",
      ],
      view.content.pieces.map { piece in
        let entry = view.content.entries[piece.entryNumber - 1]
        return [
          String(piece.number), view.title(entry), view.happened(entry.entry),
          view.nature(piece.attachment), String(piece.attachment.size),
          piece.attachment.mediaType, piece.path.description, piece.attachment.name,
          view.hash(piece.attachment), piece.recordedAt.description,
        ]
      })
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> [UInt8] {
    let lines = ([head] + rows).map { row in
      row.map(TextEscaping.csv).joined(separator: ";") + "\r\n"
    }
    return Array("\u{FEFF}".utf8) + Array(lines.joined().utf8)
  }
}
