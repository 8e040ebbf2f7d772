// SPDX-License-Identifier: Apache-2.0
internal import Remote

/// How to check a dossier without a network, with tools that others made.
struct CheckingV2 {
  struct Step {
    let title: String
    let commands: [String]
    var remark: String?
  }

  static let introduction =
    "Dans le dossier qui contient bagit.txt. Rien n'est envoyé : ces commandes n'ont pas besoin de réseau."

  /// Opening comes first, though whoever reads this has done it.
  static func steps(_ view: DossierViewV2) -> [Step] {
    let certificate = "data/integrite/certificats/\(view.manifest.device).json"
    return [
      Step(
        title: "Ouvrir (Windows 10 et suivants, macOS, Linux) : déchiffrer, puis extraire",
        commands: ["age -d -i cle.txt -o dossier.tar NOM.tar.age", "tar -xf dossier.tar"],
        remark: "Avec une phrase de passe, sans « -i cle.txt »."),
      Step(
        title: "Fichiers, sous Windows (PowerShell)",
        commands: [
          "Get-Content tagmanifest-sha256.txt, manifest-sha256.txt | ForEach-Object { $e, $f = $_ -split '  ', 2; if ((Get-FileHash -LiteralPath $f).Hash -ne $e) { \"DIFFÉRENT $f\" } }"
        ],
        remark:
          "Rien ne s'affiche quand tout est conforme. Pour un seul fichier : certutil -hashfile FICHIER SHA256, à comparer avec manifest-sha256.txt."
      ),
      Step(
        title: "Fichiers, sous macOS",
        commands: [
          "shasum -a 256 -c tagmanifest-sha256.txt", "shasum -a 256 -c manifest-sha256.txt",
        ]),
      Step(
        title: "Fichiers, sous Linux",
        commands: ["sha256sum -c tagmanifest-sha256.txt", "sha256sum -c manifest-sha256.txt"],
        remark:
          "Chaque ligne doit finir par « OK » ou « Réussi ». Un fichier que ces listes ne nomment pas n'est pas couvert."
      ),
      Step(
        title: "Signature du dossier (minisign, sur les trois systèmes)",
        commands: ["minisign -V -p minisign.pub -m tagmanifest-sha256.txt"],
        remark: "minisign doit répondre « Signature and comment signature verified »."),
      Step(
        title: "Certificat de l'appareil, par l'identité du coffre",
        commands: ["minisign -V -P \(view.manifest.vault.text) -m \(certificate)"],
        remark:
          "La clé de minisign.pub doit être celle du champ « dossier_key » de ce certificat, et la clé de la commande celle que la personne donne en main propre."
      ),
      Step(
        title: "Tout à la fois, avec le logiciel (inscriptions, journaux et pages compris)",
        commands: ["memo verify DOSSIER --vault-id \"IDENTITÉ\""],
        remark: "Seul le logiciel, ou un autre lecteur du format, refait aussi ces pages."),
    ]
  }

  static func markup(_ view: DossierViewV2) -> MarkupV2 {
    let items = steps(view).map { step in
      let remark =
        step.remark.map { "<p class=\"note\">\(FrenchV2.typeset($0))</p>" as MarkupV2 } ?? .empty
      return
        "<li>\(FrenchV2.typeset(step.title))<pre>\(step.commands.joined(separator: "\n"))</pre>\(remark)</li>"
        as MarkupV2
    }
    return "<p>\(FrenchV2.typeset(introduction))</p><ol>\(items.joined())</ol>"
  }
}
