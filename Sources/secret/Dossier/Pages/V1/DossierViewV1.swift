// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Evidence
internal import Sodium

/// The words that every page of version 1 shares.
struct DossierViewV1 {
  let content: DossierContent
  let manifest: DossierManifest

  func happened(_ entry: Entry) -> String { entry.when?.french ?? "date non précisée" }

  func title(_ entry: DossierContent.NumberedEntry) -> String {
    entry.entry.title ?? "Fait n° \(entry.number)"
  }

  /// « Camille (témoin) ».
  func people(_ entry: Entry) -> [String] {
    entry.who.map { person in
      let name = content.name(of: person) ?? "personne non communiquée"
      return person.role.map { "\(name) (\($0))" } ?? name
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func pieceNumbers(_ entry: DossierContent.NumberedEntry) -> String {
    entry.pieces.map { "Pièce n° \($0.number)" }.joined(separator: ", ")
  }

  func nature(_ attachment: Attachment) -> String {
    let nature =
      switch attachment.nature {
      case .received: "fichier reçu tel quel (selon la personne)"
      case .copy: "copie"
      case .capture: "capture"
      case nil: "nature non précisée"
      }
    return attachment.partial.map { "\(nature) ; partiel, il manque : \($0)" } ?? nature
  }

  func hash(_ attachment: Attachment) -> String { Hex.encode(attachment.sha256.bytes) }

  func size(_ attachment: Attachment) -> String {
    attachment.size == 1 ? "1 octet" : "\(attachment.size) octets"
  }

  func amount(_ entry: Entry) -> String? {
    entry.amount.map { amount in
      let sum = "\(amount.value.replacingDot) \(amount.currency)"
      return entry.paidTo.map { "\(sum), à \($0)" } ?? sum
    }
  }

  func writtenBy(_ entry: Entry) -> String? {
    switch entry.writtenBy {
    case .themself: "par la personne elle-même"
    case .helped: "par la personne, avec une aide pour l'écriture"
    case .relative: "par une personne proche"
    case nil: nil
    }
  }

  /// The fields of an entry that hold something, in the order a reader wants them. Facts, exact words,
  /// feelings and interpretation stay apart.
  func fields(_ entry: Entry) -> [(String, String)] {
    [
      ("Lieu", entry.place), ("Nature", entry.kind),
      ("Personnes", entry.who.isEmpty ? nil : people(entry).joined(separator: " ; ")),
      ("Récit", entry.text), ("Paroles exactes", entry.said.map { "« \($0) »" }),
      ("Ressenti", entry.felt), ("Ce que la personne en a pensé", entry.thought),
      ("Conséquences", entry.effect), ("Somme", amount(entry)), ("Écrit", writtenBy(entry)),
      ("Langue", entry.lang),
    ].compactMap { name, value in value.map { (name, $0) } }
  }
}

extension String {
  /// A French decimal comma.
  fileprivate var replacingDot: String { split(separator: ".").joined(separator: ",") }
}
