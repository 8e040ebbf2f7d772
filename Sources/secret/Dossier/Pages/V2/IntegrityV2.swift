// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote
internal import Sodium

/// What was hashed and signed when, what that proves and what it does not.
enum IntegrityV2 {
  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    """
    \(identity(view))
    <h3>Ce que cela établit, et n'établit pas</h3>
    \(MarkupV2.list(limits.map { "\($0)" }))
    \(clocks(view))
    <h3>Corrections</h3>
    \(CorrectionsV2.markup(view))
    <h3>Comment vérifier hors ligne</h3>
    \(CheckingV2.markup(view))
    <h3>Empreintes des pièces</h3>
    \(pieces(view))
    <h3>Inscriptions signées</h3>
    \(statements(view))
    """
  }

  private static func identity(_ view: DossierViewV2) -> MarkupV2 {
    .definitions([
      ("Identité du coffre", "<code>\(view.manifest.vault.groups)</code>"),
      ("Appareil qui a établi le dossier", "<code>\(view.manifest.device.description)</code>"),
      ("Date du dossier", "\(view.moment(view.manifest.createdAt)), selon l'horloge de l'appareil"),
      ("Identifiant du dossier", "<code>\(view.manifest.id.description)</code>"),
      ("Version des pages", "\(Int(RendererV2.version))"),
    ])
  }

  /// Said in the page and in the notice.
  static let limits = [
    "L'empreinte de chaque inscription (texte, date, nom, SHA-256 d'une pièce) a été calculée puis signée sur l'appareil, à l'heure de son horloge. Une horloge peut être fausse ou réglée à dessein : seule, elle ne prouve pas l'heure.",
    "Les signatures établissent que les inscriptions montrées n'ont pas changé depuis que l'appareil les a signées, et leur place dans un journal continu. Elles n'établissent ni la vérité de ce qui est écrit, ni l'identité de qui l'a écrit.",
    "Un fichier dit « reçu tel quel » l'est selon la personne : le SHA-256 établit qu'il n'a pas changé depuis qu'elle l'a ajouté, et rien sur ce qui précède.",
    "L'auteur du dossier n'est confirmé que si l'identité du coffre est celle que la personne a donnée en main propre.",
    "La date du fait est celle que la personne indique ; la date d'inscription est celle de l'appareil. L'une ne prouve pas l'autre.",
  ].map(FrenchV2.typeset)

  /// Where a clock went back within one log.
  private static func clocks(_ view: DossierViewV2) -> MarkupV2 {
    var last: [LogID: (sequence: UInt64, seconds: Int64)] = [:]
    var jumps: [MarkupV2] = []
    for statement in view.content.statements.sorted(by: before) {
      let header = statement.header
      if let previous = last[header.log], previous.seconds > header.recordedAt.secondsSinceEpoch {
        jumps.append(
          "entre les rangs \(String(previous.sequence)) et \(String(header.sequence)), l'horloge de l'appareil <code>\(header.device.description)</code> a reculé"
        )
      }
      last[header.log] = (header.sequence, header.recordedAt.secondsSinceEpoch)
    }
    return jumps.isEmpty
      ? .empty : "<p>Horloges : ce qui a été remarqué.</p>\(MarkupV2.list(jumps))"
  }

  private static func before(_ left: Statement, _ right: Statement) -> Bool {
    (left.header.log, left.header.sequence) < (right.header.log, right.header.sequence)
  }

  private static func pieces(_ view: DossierViewV2) -> MarkupV2 {
    guard !view.content.pieces.isEmpty else { return "<p>Aucune pièce dans ce dossier.</p>" }
    let rows = view.content.pieces.flatMap { piece -> [[MarkupV2]] in
      let name =
        "<a href=\"#piece-\(piece.number)\">\(FrenchV2.piece(piece.number))</a>" as MarkupV2
      let copy = view.copy(piece).map { copy in
        [
          name, "copie sans métadonnées",
          "<code>\(view.hash(copy.sha256))</code>",
        ] as [MarkupV2]
      }
      let original = view.isWithheld(piece) ? "original non joint" : "original"
      return [[name, "\(original)", "<code>\(view.hash(piece.attachment.sha256))</code>"]]
        + [copy].compactMap { $0 }
    }
    return .table(
      "SHA-256 de chaque fichier", ["Pièce", "Fichier", "SHA-256"], rows, named: "hashes")
  }

  private static func statements(_ view: DossierViewV2) -> MarkupV2 {
    // One device is named above the table once, several in a column.
    let devices = Set(view.content.statements.map(\.header.device.description))
    let named = devices.count == 1 ? devices.first : nil
    let table = MarkupV2.table(
      "\(FrenchV2.count(view.content.statements.count, "inscription")) : ce qui a été signé, et quand",
      ["N°", "Inscription", "Horloge de l'appareil"] + (named == nil ? ["Appareil"] : [])
        + ["Rang", "Empreinte"],
      view.content.statements.enumerated().map { index, statement in
        let header = statement.header
        return [
          "\(index + 1)", subject(statement, view),
          "<span class=\"line\">\(header.recordedAt.description)</span>",
        ] + (named == nil ? ["<code>\(header.device.description)</code>"] : []) + [
          "\(String(header.sequence))",
          "<code>\(Base64.encode(header.leaf.bytes, .urlUnpadded))</code>",
        ]
      }, named: "hashes")
    return "\(named.map { "<p>Appareil : <code>\($0)</code></p>" as MarkupV2 } ?? .empty)\(table)"
  }

  private static func subject(_ statement: Statement, _ view: DossierViewV2) -> MarkupV2 {
    let name = name(statement.header.type)
    guard let number = view.factNumber(statement.header.subject) else { return "\(name)" }
    return "\(name), <a href=\"#fait-\(number)\">\(FrenchV2.fact(number))</a>"
  }

  private static func name(_ type: StatementType) -> String {
    switch type {
    case .entryLogged: "fait inscrit"
    case .entryAmended: "fait corrigé"
    case .entryAttached: "pièces jointes"
    case .contactSaved: "personne ou organisation"
    default: "autre inscription (\(type.rawValue))"
    }
  }
}
