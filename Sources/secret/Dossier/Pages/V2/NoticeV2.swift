// SPDX-License-Identifier: Apache-2.0
internal import Remote

/// `LISEZ-MOI.txt` inside the dossier: what is where, how to check it with stock tools, what that proves.
enum NoticeV2 {
  private static let width = 84

  static func text(_ view: DossierViewV2) -> String {
    let steps = CheckingV2.steps(view).map { step in
      ([wrapped(step.title)] + [step.lead].compactMap { $0.map(wrapped) }
        + step.commands.map { "  " + $0 } + [step.remark].compactMap { $0.map(wrapped) })
        .joined(separator: "\n")
    }
    return [
      title("LISEZ-MOI", "="), wrapped(contents(view)),
      title("Ouvrir et vérifier sans notre logiciel", "-"),
      wrapped(CheckingV2.introduction), steps.joined(separator: "\n\n"),
      title("Ce que ces commandes répondent", "-"),
      CheckingV2.answers.map(wrapped).joined(separator: "\n\n"),
      "Identité du coffre, à comparer avec celle que la personne donne en main propre\u{A0}:\n  "
        + view.manifest.vault.groups,
      title("Ce que cela établit, et n'établit pas", "-"),
      IntegrityV2.limits.map(wrapped).joined(separator: "\n\n"),
      wrapped(
        "Si une vérification échoue, gardez le fichier reçu tel quel et demandez un nouvel envoi."),
      title("Numéros d'aide (vérifiés le 23 novembre 2026)", "-"), help,
    ].joined(separator: "\n\n") + "\n"
  }

  private static func contents(_ view: DossierViewV2) -> String {
    let pieces = view.content.pieces
    let withheld = pieces.filter(view.isWithheld)
    let originals =
      pieces.isEmpty
      ? "Ce dossier n'a pas de pièce."
      : withheld.isEmpty
        ? "Les pièces sont dans « pieces », telles que la personne les a ajoutées."
        : "Les pièces sont dans « pieces ». Originaux non joints : \(FrenchV2.numbers("Pièce", withheld.map(\.number))) ; leur SHA-256 est dans l'annexe d'intégrité."
    return
      "Ouvrez dossier.html, à côté de ce fichier, dans un navigateur : \(FrenchV2.count(view.content.entries.count, "fait")), \(FrenchV2.count(pieces.count, "pièce")), personnes, démarches, sommes, annexe d'intégrité, note de confidentialité. \(originals) Les tableaux (chronologie.csv, bordereau.csv) s'ouvrent dans un tableur, contacts.vcf dans un carnet d'adresses, chronologie.ics dans un agenda ; un fait sans date, ou dont le début ou la fin n'est pas donné, n'est pas dans l'agenda."
  }

  private static let help = """
    17 ou 112 urgence ; 114 urgence par SMS ; 116 006 France Victimes ; 3919 violences
    faites aux femmes ; 119 enfance en danger ; 3114 prévention du suicide ;
    3018 cyberharcèlement ; 115 hébergement d'urgence.
    Emprise et dérives sectaires : UNADFI, CCMM, CAFFES, GEMPPI ; signaler : Miviludes.
    """

  private static func title(_ text: String, _ line: String) -> String {
    text + "\n" + String(repeating: line, count: text.unicodeScalars.count)
  }

  /// Lines of at most ``width`` characters, cut at plain spaces.
  private static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in FrenchV2.typeset(text).unicodeScalars.split(separator: " ").map(String.init) {
      if !line.isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
