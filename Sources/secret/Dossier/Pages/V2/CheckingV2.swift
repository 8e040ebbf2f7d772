// SPDX-License-Identifier: Apache-2.0
internal import Remote

/// How to open and check a dossier without a network, with tools that others made. Every command is whole:
/// a reader copies it as it is, and so does a test.
struct CheckingV2 {
  struct Step {
    let title: String
    /// What is to be done first.
    var lead: String?
    let commands: [String]
    var remark: String?
  }

  static let introduction =
    "Deux programmes libres et gratuits suffisent : age (age-encryption.org) pour ouvrir, minisign (jedisct1.github.io/minisign) pour vérifier les signatures. Rien n'est envoyé : ces commandes n'ont pas besoin de réseau. Sauf pour ouvrir, elles se lancent dans le dossier qui contient bagit.txt."

  static func steps(_ view: DossierViewV2) -> [Step] {
    opening + [windows(view)] + [unix("macOS", "shasum -a 256 -c", view)]
      + [unix("Linux", "sha256sum -c", view)] + [software(view)]
  }

  /// What the tools must answer, whatever the system.
  static let answers = [
    "Fichiers : chaque ligne finit par « OK » ou « Réussi » ; sous Windows, rien ne s'affiche quand tout est conforme. Un fichier que ces listes ne nomment pas n'est pas couvert.",
    "Les deux lignes minisign répondent « Signature and comment signature verified » : le dossier est signé par l'appareil, et le certificat de l'appareil par le coffre. La longue clé qui suit -P est l'identité du coffre : elle doit être celle que la personne donne en main propre.",
    "La dernière ligne répond 1, ou True sous Windows : la clé de minisign.pub est celle du certificat.",
  ].map(FrenchV2.typeset)

  /// Opening comes first, though whoever reads this has done it.
  private static let opening = [
    Step(
      title: "Ouvrir avec une clé (fichier cle.txt)",
      commands: ["age -d -i cle.txt -o dossier.tar dossier.tar.age", "tar -xf dossier.tar"],
      remark:
        "Ici, le fichier reçu s'appelle dossier.tar.age ; s'il a un autre nom, mettez celui-là. Sous Windows, écrivez age.exe au lieu de age."
    ),
    Step(
      title: "Ouvrir avec une phrase de passe",
      commands: ["age -d -o dossier.tar dossier.tar.age", "tar -xf dossier.tar"]),
  ]

  private static func windows(_ view: DossierViewV2) -> Step {
    Step(
      title: "Vérifier sous Windows (10 et suivants)",
      lead:
        "Téléchargez minisign pour Windows et décompressez-le. Copiez minisign.exe à côté du dossier qui contient bagit.txt, sans l'y mettre. Ouvrez le dossier qui contient bagit.txt, tapez « powershell » dans la barre d'adresse de l'explorateur, puis Entrée. Collez ces lignes une à une, chacune suivie d'Entrée.",
      commands: [
        "Get-Content tagmanifest-sha256.txt, manifest-sha256.txt | ForEach-Object { $e, $f = $_ -split '  ', 2; if ((Get-FileHash -LiteralPath $f).Hash -ne $e) { \"DIFFÉRENT $f\" } }"
      ] + signatures("..\\minisign.exe", view) + [
        "Select-String -Quiet -SimpleMatch -Pattern (Get-Content minisign.pub -Tail 1) -Path \(certificate(view))"
      ],
      remark:
        "Pour un seul fichier : « certutil -hashfile data/dossier.html SHA256 », à comparer avec manifest-sha256.txt."
    )
  }

  private static func unix(_ system: String, _ sums: String, _ view: DossierViewV2) -> Step {
    Step(
      title: "Vérifier sous \(system)",
      commands: ["\(sums) tagmanifest-sha256.txt", "\(sums) manifest-sha256.txt"]
        + signatures("minisign", view) + ["grep -c -F -f minisign.pub \(certificate(view))"])
  }

  private static func signatures(_ minisign: String, _ view: DossierViewV2) -> [String] {
    [
      "\(minisign) -V -p minisign.pub -m tagmanifest-sha256.txt",
      "\(minisign) -V -P \(view.manifest.vault.text) -m \(certificate(view))",
    ]
  }

  private static func certificate(_ view: DossierViewV2) -> String {
    "data/integrite/certificats/\(view.manifest.device).json"
  }

  private static func software(_ view: DossierViewV2) -> Step {
    Step(
      title: "Tout à la fois, avec le logiciel (inscriptions, journaux et pages compris)",
      commands: ["memo verify . --vault-id \(view.manifest.vault.text)"],
      remark: "Seul le logiciel, ou un autre lecteur du format, refait aussi ces pages.")
  }

  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    let items = steps(view).map { step in
      """
      <li>\(FrenchV2.typeset(step.title))\(note(step.lead))<pre>\(step.commands.joined(separator: "\n"))</pre>\(note(step.remark))</li>
      """ as MarkupV2
    }
    return """
      <p>\(FrenchV2.typeset(introduction))</p>
      <ol>\(items.joined())</ol>
      <h4>Ce que ces commandes répondent</h4>
      \(MarkupV2.list(answers.map { "\($0)" }))
      """
  }

  private static func note(_ text: String?) -> MarkupV2 {
    text.map { "<p class=\"note\">\(FrenchV2.typeset($0))</p>" } ?? .empty
  }
}
