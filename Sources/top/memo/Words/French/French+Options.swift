// SPDX-License-Identifier: Apache-2.0

extension French: OptionWords {
  // MARK: CommandConfiguration+memo

  var examples: String { "EXEMPLES" }

  // MARK: ContactOptions

  var initialsShow: String { "Initiales à montrer" }
  var neighbourDoctor: String { "Qui c'est (voisine, médecin…)" }
  var eMailAddress: String { "Adresse électronique" }
  var addressNeverLeavesVault: String { "L'adresse ne sort jamais du coffre" }
  var childShownInitials: String { "Un enfant : montré par ses initiales" }
  var organisation: String { "Une organisation" }

  // MARK: DossierOptions

  var ageIdentityFileAge: String { "Fichier d'identité age (comme celui de age-keygen)" }
  var fileWhoseFirstLineDossiers: String {
    "Fichier dont la première ligne est la phrase du dossier"
  }
  var dossierEncrypted: String { "le dossier est chiffré" }
  var giveIdentityFileRecipient: String {
    "donnez --identity FICHIER, ou --recipient-passphrase-file FICHIER"
  }
  var dossiersPassphrase: String { "Phrase de passe du dossier : " }

  // MARK: EntryOptions

  var shortTitle: String { "Titre court" }
  var accountReadsStandardInput: String { "Le récit ; - le lit sur l'entrée standard" }
  var whenEdtfDateEven: String { "Quand : date EDTF, même vague (2021-03~)" }
  var placeHelp: String { "Où" }
  var kindEventMessageCall: String {
    "Nature : fait, message, appel, document, soins, argent, démarche…"
  }
  var nameRoleContactRole: String { "Qui : NOM:RÔLE ou CONTACT:RÔLE" }
  var whatYouFelt: String { "Ce que vous avez ressenti" }
  var whatYouThought: String { "Ce que vous en avez pensé" }
  var whatDidYou: String { "Ce que cela a changé pour vous" }
  var privateNoteNeverDisclosed: String { "Note privée, jamais communiquée" }
  var amountHelp: String { "Somme : 120,50 EUR" }
  var languageAccountFrEn: String { "Langue du récit (fr, en, es…)" }
  var tagNeverDisclosed: String { "Étiquette, jamais communiquée" }

  // MARK: KitInput

  var kitGroupGroupNothing: String { "Le kit, groupe par groupe ; rien ne s'affiche.\n" }
  var groupNotPossibleHere: String { "Ce groupe n'est pas possible ici ; relisez-le.\n" }

  // MARK: PieceOptions

  var whatPieceReceivedCopy: String {
    "Ce qu'est la pièce : reçue telle quelle, copie, capture"
  }
  var whatMissingIfNot: String { "Ce qui manque, si elle n'est pas entière" }

  // MARK: RecipientOptions

  var recipientHelp: String {
    "Clé age1… ou age1pq1… du destinataire, ou fichier de clés"
  }
  var fileWhoseFirstLineAgreed: String {
    "Fichier dont la première ligne est la phrase convenue"
  }
  var passphraseCannotMixedKey: String { "une phrase de passe ne se mêle pas à une clé" }
  var giveRecipientPassphraseFile: String {
    "donnez --to ou --recipient-passphrase-file, pas les deux"
  }
  var whomDossier: String { "pour qui est ce dossier ?" }
  var recipientNeeded: String {
    "donnez --to age1… ou --recipient-passphrase-file FICHIER"
  }
  var agreePassphraseWordMouth: String {
    """
    Convenez de la phrase de vive voix ; ne l'envoyez pas avec le dossier.

    """
  }

  // MARK: SharedOptions

  var vaultsFolder: String { "Dossier du coffre" }
  var fileWhoseFirstLinePassphrase: String {
    "Fichier dont la première ligne est la phrase de passe"
  }
  var oneJsonValueStandard: String { "Une valeur JSON sur la sortie standard" }
  var languageFrEn: String { "Langue : fr ou en" }
  var noProgressNoConfirmation: String { "Sans progression ni confirmation" }
  var passphrase: String { "Phrase de passe : " }
  var choosePassphraseFourFive: String {
    """
    Choisissez une phrase de passe : quatre ou cinq mots sans lien sont faciles à retenir.

    """
  }
  var newPassphrase: String { "Nouvelle phrase de passe : " }
  var onceMore: String { "Encore une fois : " }
  var theyDifferLetUs: String { "Les deux diffèrent ; recommençons.\n" }
  var shortSomeonePatientCould: String {
    "C'est court : quelqu'un de patient pourrait la trouver."
  }
  var fairLongerSafer: String { "Correct ; plus longue, elle serait plus sûre." }
  var longGood: String { "Longue : c'est bien." }

  // MARK: StandardInput

  var inputNotUtf8: String { "l'entrée n'est pas du texte UTF-8" }
  var notJsonObject: String { "ce n'est pas un objet JSON" }
  var unknownMemberJsonObject: String { "champ inconnu dans l'objet JSON" }
  var members: String { "champs : " }
  var memberGivenTwiceJson: String { "un champ est donné deux fois dans l'objet JSON" }
  var valueAnotherType: String { "valeur d'un autre type pour" }
}
