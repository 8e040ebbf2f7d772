// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote
internal import Evidence
internal import Sodium

/// What was signed when, what that proves and what it does not.
enum IntegrityV1 {
  static func html(_ view: DossierViewV1) -> String {
    let rows = view.content.statements.enumerated().map { index, statement in
      let header = statement.header
      return "<tr><td>\(index + 1)</td><td>\(name(header.type))</td>"
        + "<td>\(header.recordedAt)</td><td>\(header.sequence)</td>"
        + "<td><code>\(Base64.encode(header.leaf.bytes, .urlUnpadded))</code></td></tr>"
    }.joined(separator: "\n")
    let pieces = view.content.pieces.map {
      "<tr><td>Pièce n° \($0.number)</td><td><code>\(view.hash($0.attachment))</code></td></tr>"
    }.joined(separator: "\n")
    return """
      <p>Identité du coffre (à comparer avec celle que la personne donne en main propre) : <code>\(view.manifest.vault.groups)</code></p>
      <p>\(limits.joined(separator: "</p>\n<p>"))</p>
      <table><thead><tr><th>N°</th><th>Inscription</th><th>Horloge de l'appareil</th><th>Rang</th><th>Empreinte</th></tr></thead><tbody>
      \(rows)
      </tbody></table>
      <table><thead><tr><th>Pièce</th><th>SHA-256</th></tr></thead><tbody>
      \(pieces)
      </tbody></table>
      """
  }

  /// Said in the page and in the notice.
  static let limits = [
    "Chaque inscription porte l'heure de l'horloge de l'appareil, signée avec elle. Une horloge peut être fausse ou réglée à dessein : seule, elle ne prouve pas l'heure.",
    "Les signatures prouvent que les inscriptions montrées n'ont pas changé depuis que cet appareil les a signées, et leur place dans un journal continu. Elles ne prouvent ni la vérité de ce qui est écrit, ni l'identité de qui l'a écrit.",
    "L'auteur n'est confirmé que si l'identité du coffre est celle que la personne a donnée en main propre.",
    "Autres inscriptions : il peut en exister. Les notes privées, les étiquettes et les adresses cachées ne sont jamais communiquées.",
  ]

  private static func name(_ type: StatementType) -> String {
    switch type {
    case .entryLogged: "fait inscrit"
    case .entryAmended: "fait modifié"
    case .entryAttached: "pièces jointes"
    case .contactSaved: "personne ou organisation"
    default: type.rawValue
    }
  }
}
