// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Sodium

/// The words that every page of version 2 shares.
struct DossierViewV2 {
  let content: DossierContent
  let manifest: DossierManifest
  private let listed: [PieceID: DossierManifest.Piece]
  private let numbers: [SubjectID: Int]
  private let namings: [SubjectID: [Int]]

  init(content: DossierContent, manifest: DossierManifest) {
    self.content = content
    self.manifest = manifest
    listed = Dictionary(manifest.pieces.map { ($0.attachment, $0) }) { first, _ in first }
    numbers = Dictionary(content.entries.map { ($0.folded.id, $0.number) }) { first, _ in first }
    var namings: [SubjectID: [Int]] = [:]
    for entry in content.entries {
      for person in entry.entry.who {
        guard case .contact(let id) = person.reference, namings[id]?.last != entry.number else {
          continue
        }
        namings[id, default: []].append(entry.number)
      }
    }
    self.namings = namings
  }

  /// The numbers of the facts that name a contact.
  func factsNaming(_ contact: SubjectID) -> [Int] { namings[contact] ?? [] }

  /// The number of the fact that a statement is about.
  func factNumber(_ subject: SubjectID) -> Int? { numbers[subject] }

  func title(_ entry: DossierContent.NumberedEntry) -> String {
    entry.entry.title ?? FrenchV2.fact(entry.number)
  }

  func happened(_ entry: Entry) -> String {
    entry.when.map { DateWordsV2.text($0.french) } ?? "date non précisée"
  }

  func moment(_ moment: RecordedAt) -> String { DateWordsV2.text(moment.french) }

  /// « 1er mars 2021 ».
  var day: String {
    let text = manifest.createdAt.localDay.text
    return (try? EDTFDate(text))?.french ?? text
  }

  func nature(_ attachment: Attachment) -> String {
    switch attachment.nature {
    case .received: "fichier reçu tel quel (selon la personne)"
    case .copy: "copie"
    case .capture: "capture"
    case nil: "nature non précisée"
    }
  }

  func hash(_ digest: SHA256Digest) -> String { Hex.encode(digest.bytes) }

  func amount(_ entry: Entry) -> String? {
    entry.amount.map { FrenchV2.money($0.value, $0.currency) }
  }

  func writtenBy(_ entry: Entry) -> String? {
    switch entry.writtenBy {
    case .themself: "par la personne elle-même"
    case .helped: "par la personne, avec une aide pour l'écriture"
    case .relative: "par une personne proche"
    case nil: nil
    }
  }
}

extension DossierViewV2 {
  func isWithheld(_ piece: DossierContent.NumberedPiece) -> Bool {
    listed[piece.attachment.id]?.isWithheld ?? false
  }

  func copy(_ piece: DossierContent.NumberedPiece) -> DossierManifest.Piece.Copy? {
    listed[piece.attachment.id]?.copy
  }

  /// The original, relative to the page; `nil` when it was kept back. A safe path needs no escaping.
  func original(_ piece: DossierContent.NumberedPiece) -> String? {
    isWithheld(piece) ? nil : Self.relative(piece.path)
  }

  /// The copy that goes with it or in its place.
  func copyPath(_ piece: DossierContent.NumberedPiece) -> String? {
    copy(piece).map { _ in Self.relative(piece.copyPath) }
  }

  private static func relative(_ path: SafePath) -> String {
    String(path.description.dropFirst("data/".count))
  }

  /// How the original stands in this dossier, where that needs to be said.
  func presence(_ piece: DossierContent.NumberedPiece) -> String? {
    switch (isWithheld(piece), copy(piece) != nil) {
    case (true, true): "original non joint\(FrenchV2.narrow); copie sans métadonnées jointe"
    case (true, false): "original non joint"
    case (false, true): "original joint, avec une copie sans métadonnées"
    case (false, false): nil
    }
  }
}

extension DossierViewV2 {
  /// Someone named in an entry, and the part they had in it.
  struct Named {
    let name: String
    let role: String?
    let isChild: Bool
    let isWitness: Bool

    /// « Camille (témoin) ».
    var text: String {
      let remarks = [isChild ? "enfant" : nil, role].compactMap { $0 }.joined(separator: ", ")
      return remarks.isEmpty ? name : "\(name) (\(remarks))"
    }
  }

  func people(_ entry: Entry) -> [Named] {
    entry.who.map { person in
      Named(
        name: content.name(of: person) ?? "personne non communiquée", role: person.role,
        isChild: isChild(person),
        isWitness: FrenchV2.words(person.role ?? "").contains { $0 == "temoin" || $0 == "temoins" })
    }.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
  }

  private func isChild(_ person: Person) -> Bool {
    guard case .contact(let id) = person.reference, let contact = content.contact(id) else {
      return false
    }
    return isChild(contact)
  }

  /// Whoever was ever marked as a child stays one here.
  func isChild(_ contact: FoldedContact) -> Bool {
    contact.revisions.contains { $0.contact.isChild }
  }

  /// A child by initials.
  func name(_ contact: FoldedContact) -> String {
    let latest = contact.latest?.contact
    return (isChild(contact) ? latest?.initials ?? latest?.shownName : latest?.shownName)
      ?? "sans nom"
  }
}
