// SPDX-License-Identifier: Apache-2.0
internal import Remote

/// `LISEZ-MOI.txt` inside the dossier: how to check it with stock tools, and what that proves.
enum NoticeV1 {
  static func text(_ view: DossierViewV1) -> String {
    """
    LISEZ-MOI
    =========

    Ouvrez dossier.html dans un navigateur : chronologie, pièces, personnes, annexe.
    Les pièces sont dans le dossier « pieces », telles que la personne les a ajoutées.

    Vérifier sans notre logiciel
    ----------------------------

    Dans le dossier qui contient bagit.txt :

      sha256sum -c tagmanifest-sha256.txt
      sha256sum -c manifest-sha256.txt
      minisign -V -p minisign.pub -m tagmanifest-sha256.txt

    Chaque ligne doit finir par « OK » ou « Réussi » ; minisign doit dire que la
    signature est vérifiée (« Signature and comment signature verified »).

    La clé qui a signé est certifiée par le coffre de la personne :

      minisign -V -P \(view.manifest.vault.text) -m data/integrite/certificats/\(view.manifest.device).json

    Comparez la clé ci-dessus avec l'identité du coffre que la personne vous donne en
    main propre : \(view.manifest.vault.groups)
    La clé de minisign.pub doit être celle du champ « dossier_key » de ce certificat.

    Avec le logiciel : memo verify DOSSIER --vault-id "IDENTITÉ"

    Ce que cela prouve, et ne prouve pas
    ------------------------------------

    \(IntegrityV1.limits.joined(separator: "\n\n"))

    Si une vérification échoue, gardez le fichier reçu tel quel et demandez un nouvel
    envoi.

    """
  }
}
