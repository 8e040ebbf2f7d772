// SPDX-License-Identifier: Apache-2.0

extension French: CommandWords {
  // MARK: Add

  var logsEntry: String { "Inscrit un fait" }
  var withoutOptionsTerminalQuestions: String {
    """
    Sans option, sur un terminal, les questions viennent une à une ; Entrée passe à la \
    suivante. Avec --stdin, un objet JSON donne les champs (noms des options longues) : \
    rien de personnel dans la ligne de commande.
    """
  }
  var fields: String { "CHAMPS" }
  var attachesFile: String { "Joint un fichier" }
  var nothingLogged: String { "Rien n'a été inscrit." }
  var logged: String { "Inscrit : " }
  var whatWrittenKeptEncrypted: String {
    "ce qui était écrit est gardé, chiffré ; « memo add » le propose à nouveau"
  }
  var thereNothingLog: String { "il n'y a rien à inscrire" }
  var giveTitleTextStdin: String {
    "donnez --title, --text ou --stdin, ou lancez « memo add » dans un terminal"
  }

  // MARK: Amend

  var amendsEntryEarlierVersions: String {
    "Corrige une inscription ; les versions d'avant restent"
  }
  var onlyFieldsGivenChange: String {
    """
    Seuls les champs donnés changent ; un texte vide en efface un. Sans champ, sur un \
    terminal, les questions viennent une à une.
    """
  }
  var entrysIdBeginning: String { "Identifiant de l'inscription, ou son début" }
  var why: String { "Pourquoi" }
  var nothingChanged: String { "Rien n'a changé." }
  func revisionLogged(_ revision: String) -> String { "Version \(revision) inscrite." }

  // MARK: Attach

  var attachesPiecesEntry: String { "Joint des pièces à une inscription" }
  var filesKeptTheyByte: String {
    """
    Les fichiers sont gardés tels quels, octet pour octet, de toute taille. Ce qu'ils \
    disent de plus que ce qu'ils montrent (lieu, noms, appareil) est signalé.
    """
  }
  var files: String { "Fichiers" }

  // MARK: Check

  var verifiesEverythingRecorded: String { "Vérifie que tout est tel qu'inscrit" }
  var deepOpensEveryPiece: String {
    """
    --deep ouvre aussi chaque pièce. --repair met de côté ce qui est abîmé, n'efface \
    rien. --against compare avec un dossier remis plus tôt : un coffre ramené en arrière \
    se voit.
    """
  }
  var opensEverything: String { "Ouvre tout" }
  var movesDamagedFilesAside: String { "Met de côté les fichiers abîmés" }
  var comparesDossier: String { "Compare avec ce dossier" }
  var checking: String { "vérification" }
  var filesMovedAside: String { "fichiers mis de côté : " }
  var records: String { "inscriptions : " }
  var chunks: String { " ; morceaux : " }
  var everythingRecorded: String { "Tout est tel qu'inscrit." }
  var nothingDeletedCopyVaults: String {
    "Rien n'a été effacé. Copiez le dossier du coffre avant toute autre chose."
  }

  // MARK: ContactCommand

  var peopleOrganisations: String { "Personnes et organisations" }
  var addsContact: String { "Ajoute un contact" }
  var nameMissing: String { "il manque le nom" }
  var giveNameStdin: String { "donnez --name, ou --stdin" }
  var saved: String { "Inscrit : " }
  var listsContacts: String { "Montre les contacts" }
  var noContactHere: String { "Aucun contact ici." }
  var showsContact: String { "Montre un contact" }
  var idBeginning: String { "Identifiant, ou son début" }
  var editsContact: String { "Modifie un contact" }
  var onlyFieldsGivenChangeEmpty: String {
    "Seuls les champs donnés changent ; un texte vide en efface un."
  }
  var edited: String { "Modifié." }
  var removesContactHere: String { "Retire un contact d'ici" }
  var removedHere: String { "Retiré d'ici." }

  // MARK: EraseHere

  var removesVaultMachine: String { "Retire le coffre de cet appareil" }
  var withoutAsking: String { "Sans demander" }
  var removeVaultMachineType: String {
    "Retirer le coffre de cet appareil ? Écrivez « oui » : "
  }
  var nothingTouched: String { "Rien n'a été touché." }

  // MARK: Export

  var makesEncryptedDossierHand: String { "Fait un dossier chiffré à remettre" }
  var dossierOpensAgeChecked: String {
    """
    Le dossier s'ouvre avec « age » et se vérifie avec des outils courants. Notes \
    privées, étiquettes et adresses cachées n'en font jamais partie. Une notice neutre \
    est écrite à côté. Les pièces qui disent plus que ce qu'elles montrent (lieu, noms, \
    appareil) sont d'abord énumérées. --for avocat donne tous les originaux. --for \
    communication, la version à verser aux débats, garde ici ces originaux, donne leur \
    SHA-256 et, pour JPEG et PNG, joint une copie sans métadonnées. Sans --for, la \
    question est posée sur un terminal ; ailleurs, tout part, avec un avertissement.
    """
  }
  var entryOnlyRepeatable: String { "Cette inscription seulement (répétable)" }
  var edtfDate: String { "À partir de (date EDTF)" }
  var untilEdtfDate: String { "Jusqu'à (date EDTF)" }
  var tag: String { "Avec cette étiquette" }
  var whatEveryOriginalWithout: String {
    """
    À quoi il sert : tous les originaux, ou sans ceux qui disent un lieu, un nom, un \
    appareil
    """
  }
  var textsCoverJson: String { "Textes de la page de garde, en JSON" }
  var saysHowManyEntries: String { "Dit combien d'inscriptions n'y sont pas" }
  var recordsHandOverLog: String { "Inscrit la remise dans le journal" }
  var ifVaultDamagedHands: String { "Si le coffre est abîmé, remet ce qui reste lisible" }
  var fileWrite: String { "Fichier à écrire" }
  var dossier: String { "dossier" }
  func entriesPieces(_ entries: String, _ pieces: String) -> String {
    "Faits : \(entries) ; pièces : \(pieces)."
  }
  var theirOriginalsGoWhole: String {
    "  Leurs originaux partent entiers ; « --for communication » les garde ici."
  }
  var coverNotJsonObject: String { "la page de garde n'est pas un objet JSON de textes" }

  // MARK: HelpLines

  var whomCallWrite: String { "À qui parler ou écrire" }
  var listKeptAssociation: String { "Une liste tenue à jour par une association" }
  var checked: String { "Vérifié le " }
  var listCannotRead: String { "cette liste ne peut pas être lue" }

  // MARK: History

  var custodyJournalWhatRecorded: String {
    "Journal de conservation : ce qui a été inscrit, quand, par quel appareil"
  }
  var showsBlankStatementsToo: String { "Montre aussi les inscriptions vides" }

  // MARK: Identity

  var vaultsIdentityGivenHand: String { "L'identité du coffre, à donner en main propre" }
  var saysNothingWhatVault: String {
    "Elle ne dit rien de son contenu. Qui l'a peut vérifier qu'un dossier vient de ce coffre."
  }

  // MARK: Import

  var logsEntriesNotedElsewhere: String {
    "Inscrit des faits notés ailleurs (JSON Lines ou CSV)"
  }
  var oneEntryLineMembers: String {
    """
    Une ligne par fait. Les champs ou colonnes portent le nom des options de « memo add \
    ». Tout est inscrit, ou rien : une ligne illisible est nommée par son numéro.
    """
  }
  var loggedMany: String { "Inscrits : " }
  var line: String { "ligne" }
  var attachmentsFolder: String { "Dossier des pièces que les lignes nomment dans « attach »" }
  var attachOutside: String {
    """
    « attach » ne peut nommer qu'un fichier sous --attachments-from DIR, par un nom relatif, \
    sans « .. » ni lien
    """
  }
  var oneLineCannotRead: String { "une ligne ne peut pas être lue" }
  func linesCannotRead(_ badCount: String) -> String {
    "\(badCount) lignes ne peuvent pas être lues"
  }
  func nothingLoggedMendLine(_ first: String) -> String {
    "rien n'a été inscrit ; corrigez à partir de la ligne \(first)"
  }

  // MARK: Init

  var createsVaultRecoveryKit: String { "Crée le coffre et son kit de secours" }
  var recoveryKitShownOnce: String {
    """
    Le kit de secours s'affiche une fois, à recopier sur papier ; sans terminal, il faut \
    --kit FICHIER. Interrompu avant la fin, « memo init » montre le kit à nouveau.
    Kit et phrase de passe perdus ensemble : plus personne ne peut ouvrir le coffre.
    """
  }
  var writesKitFile: String { "Écrit le kit dans ce fichier" }
  var kitWrittenKeepFile: String {
    "Kit écrit. Gardez ce fichier ailleurs que sur cet appareil, puis effacez-le d'ici."
  }
  var vaultReadyMemoAdd: String { "Coffre prêt. « memo add » pour une première inscription." }
  var thereNoTerminalShow: String { "il n'y a pas de terminal où montrer le kit" }
  var giveKitFilePassphrase: String {
    "donnez --kit FICHIER (et --passphrase-file FICHIER) ; rien n'a été créé"
  }

  // MARK: Keygen

  var makesRecipientsKeyAge: String { "Crée une clé de destinataire (age)" }
  var associationLawyerFileStays: String {
    "Pour l'association ou l'avocat : le fichier reste secret, la clé age1… se donne."
  }
  var postQuantumKeyHelp: String {
    "Clé post-quantique (age1pq1…) : ses fichiers s'ouvrent avec age 1.3.0 ou plus récent"
  }
  var jsonAlsoNeedsO: String { "--json demande aussi -o FICHIER" }

  // MARK: KitCommand

  var recoveryKit: String { "Le kit de secours" }
  var kitVaults: String { "Ce kit est-il celui de ce coffre ?" }
  var fileAsksGroupGroup: String { "Fichier ; - demande groupe par groupe" }
  var vaultsKit: String { "C'est bien le kit de ce coffre." }
  var splitsKitAmongSeveral: String { "Partage le kit entre plusieurs personnes" }
  var eachShareFileNeed: String {
    """
    Chaque part est un fichier. Il en faut --need pour refaire le kit ; moins \
    n'apprennent rien.
    """
  }
  var kitsFileAsksGroup: String { "Fichier du kit ; - demande groupe par groupe" }
  var sharesNeededHelp: String { "Parts nécessaires, 2 à 9" }
  var sharesInAllHelp: String { "Parts en tout, 31 au plus" }
  var folderWriteThem: String { "Dossier où les écrire" }
  var giveEachShareDifferent: String {
    "Donnez chaque part à une personne différente ; effacez ces fichiers d'ici."
  }
  var makesKitAgainShares: String { "Refait le kit à partir de parts" }
  var filesShares: String { "Fichiers des parts" }
  var fileWriteElseScreen: String { "Fichier à écrire (sinon à l'écran)" }
  var giveOFile: String { "donnez -o FICHIER" }
  var enterClearScreen: String { "\nEntrée pour effacer l'écran. " }

  // MARK: List

  var listsEntriesWhenThey: String { "Montre les inscriptions, par date des faits" }
  var kind: String { "De cette nature" }
  var personNamePartName: String { "Avec cette personne (nom, partie de nom ou identifiant)" }
  var mostMany: String { "Au plus ce nombre" }
  var noEntryHere: String { "Aucune inscription ici." }

  // MARK: Open

  var decryptsVerifiesUnpacksDossier: String {
    "Déchiffre, vérifie et déballe un dossier reçu"
  }
  var fileReceived: String { "Le fichier reçu" }
  var vaultsIdentityReceivedHand: String { "Identité du coffre, reçue en main propre" }
  var folderCreate: String { "Dossier à créer" }
  var opening: String { "ouverture" }

  // MARK: Passphrase

  var changesPassphrase: String { "Change la phrase de passe" }
  var fileWhoseFirstLine: String { "Fichier dont la première ligne est la nouvelle" }
  var passphraseChanged: String { "La phrase de passe a changé." }

  // MARK: Prove

  var writesProofSingleEntry: String { "Écrit la preuve d'une seule inscription" }
  var fileWrittenNotEncrypted: String {
    "Le fichier écrit n'est pas chiffré : il contient l'inscription, sans ses notes privées."
  }

  // MARK: Recover

  var opensVaultAgainKit: String {
    "Rouvre le coffre avec le kit, et fixe une nouvelle phrase de passe"
  }
  var nothingLostDeviceBecomes: String {
    """
    Rien n'est perdu. Cet appareil devient un appareil neuf dans le journal ; l'ancien y \
    est révoqué.
    """
  }
  var kitsFileAsksGroupGroup: String { "Fichier du kit ; - le demande groupe par groupe" }
  var fileWhoseFirstLineNew: String { "Fichier dont la première ligne est la nouvelle phrase" }
  var everythingHereOldPassphrase: String {
    "Tout est là. L'ancienne phrase de passe n'ouvre plus ce coffre-ci ; une copie faite avant s'ouvre toujours avec elle."
  }

  // MARK: Save

  var writesPieceOutVault: String { "Écrit une pièce hors du coffre, telle qu'elle était" }
  var fileWrittenCanRead: String { "Le fichier écrit est lisible par qui ouvre cet appareil." }
  var piecesNameBeginningId: String { "Nom de la pièce, ou début de son identifiant" }

  // MARK: Search

  var searchesEntriesContactsPiece: String {
    "Cherche dans les inscriptions, les contacts et les noms de pièces"
  }
  var accentsDoNotMatter: String {
    "Les accents ne comptent pas ; chaque mot peut être un début de mot."
  }
  var whatLookReadsStandard: String { "Ce qui est cherché ; - le lit sur l'entrée standard" }
  var wordsLook: String { "Quels mots chercher ? " }
  var nothingFound: String { "Rien trouvé." }

  // MARK: Show

  var showsEntryRevisionsPieces: String {
    "Montre une inscription, ses versions et ses pièces"
  }

  // MARK: Verify

  var verifiesDossierReceived: String { "Vérifie un dossier reçu" }
  var encryptedDossierUnpackedFolder: String {
    """
    Un dossier chiffré, un dossier déballé, le .tar déchiffré avec « age », ou une preuve \
    écrite par « memo prove ».
    """
  }
  var fileFolder: String { "Fichier ou dossier" }
  var verifying: String { "vérification" }
  var notIntactProof: String { "ce n'est pas une preuve intacte" }
  var vaultsIdentityCannotRead: String { "identité de coffre illisible" }
  var vaultIDShape: String {
    "elle vient de « memo id » : 56 caractères qui commencent par RW"
  }

  // MARK: Withdraw

  var removesEntryHere: String { "Retire une inscription d'ici" }
  var textPiecesLeaveDevice: String {
    "Son texte et ses pièces quittent cet appareil ; sa place dans le journal reste."
  }
  var reasonJsonStandardInput: String { "« reason » en JSON sur l'entrée standard" }

  // MARK: ImportFile

  var fileNotUtf8: String { "le fichier n'est pas du texte UTF-8" }
  var malformedLine: String { "ligne mal formée" }

  // MARK: Output

  var commandNotUnderstood: String { "la commande n'a pas été comprise" }

  // MARK: Copy

  var sealedCopyVaultFolder: String {
    "Copie scellée du coffre dans un dossier, par exemple une clé USB"
  }
  var whoeverKeepsStickCan: String {
    """
    Qui garde la clé ne peut rien y lire. Seul ce qui manque est écrit, rien n'est effacé \
    ; une copie interrompue se reprend en relançant la commande. Avec le kit, « memo join \
    » refait le coffre à partir de la clé.
    """
  }
  var folderExistsAlready: String { "Dossier qui existe déjà" }
  var copying: String { "copie" }
  var taking: String { "reprise" }
  var taken: String { "repris : " }
  var putFolder: String { " ; mis dans le dossier : " }

  // MARK: DeviceCommand

  var vaultsDevices: String { "Les appareils du coffre" }
  var everyDeviceRevokedOnes: String { "Tous les appareils, révoqués compris" }
  var deviceDeviceCommand: String { "  cet appareil" }
  var revoked: String { "  révoqué " }
  var twoDeviceRegistersMade: String {
    "Deux registres d'appareils ont été faits séparément ; le prochain emploi du kit les réunira."
  }
  var revokesDeviceWhatWrites: String {
    """
    Révoque un appareil : ce qu'il écrirait ensuite n'est plus cru, et ce qui s'écrira \
    ici lui est fermé
    """
  }
  var deviceBeginningId: String { "L'appareil, ou le début de son identifiant" }
  var revokedMemoSyncFolder: String {
    "Révoqué. « memo sync » (avec le serveur, ou --folder DIR) le fera savoir aux autres appareils."
  }

  // MARK: Join

  var makesVaultAgainDevice: String {
    "Refait le coffre sur cet appareil, à partir d'une copie et du kit"
  }
  var copyMemoCopyDevice: String {
    """
    La copie est celle de « memo copy ». Cet appareil devient un appareil de plus ; les \
    autres restent. Ce qui manque dans la copie est nommé, le reste est repris.
    """
  }
  var fileWhoseFirstLineDevices: String {
    "Fichier dont la première ligne est la phrase de passe de cet appareil"
  }
  var lastRecordDevice: String { "dernière inscription de l'appareil " }
  var allCopyHoldsHere: String {
    """
    Tout ce que la copie contient est là. « memo sync --folder » fera connaître cet \
    appareil aux autres.
    """
  }
  var vaultHereWhatWhole: String { "Le coffre est là, avec ce que la copie avait d'intact." }

  func setApartAfterRevocation(_ count: String) -> String {
    "écrit par un appareil après sa révocation, mis à part : \(count) (« memo history » les montre)"
  }
}
