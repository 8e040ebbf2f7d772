// SPDX-License-Identifier: Apache-2.0

extension French: FailureWords {
  // MARK: Failure+Kit

  var kitCannotRead: String { "ce kit ne peut pas être lu" }
  var readAgainPaperCounting: String {
    "relisez sur le papier, en comptant de 1 à 19, groupe : "
  }
  var fileHoldsNoKit: String { "ce fichier ne contient pas de kit" }
  var kitFileIsText: String {
    "un kit est un texte de 19 groupes de quatre caractères, qui commence par « memo »"
  }
  func characterImpossibleGroup(_ group: String) -> String {
    "un caractère est impossible dans le groupe \(group)"
  }
  var kitNotWhole: String { "ce kit n'est pas entier" }
  func kitNeeds76Characters(_ found: String) -> String {
    "il faut 76 caractères sans compter les espaces, en voici \(found)"
  }
  var shareNotWholeKit: String { "c'est une part, pas un kit entier" }
  var putSharesTogetherMemo: String { "réunissez les parts avec « memo kit combine »" }
  var wholeKitNotShare: String { "c'est un kit entier, pas une part" }
  var wholeKitUsed: String { "un kit entier s'emploie tel quel" }
  var impossibleSplit: String { "partage impossible" }
  var needAndOfRanges: String { "--need va de 2 à 9, --of de --need à 31" }
  func sharesMissing(_ found: String, _ needed: String) -> String {
    "il manque des parts : \(found) sur \(needed)"
  }
  var addOtherShareFiles: String { "ajoutez d'autres fichiers de parts" }
  var sharesNotOneSplit: String { "ces parts ne viennent pas du même partage" }
  var putTogetherSharesMade: String { "réunissez des parts faites ensemble" }
  var oneShareGivenTwice: String { "une part est donnée deux fois" }
  var giveDifferentShares: String { "donnez des parts différentes" }
  var notAuthenticKit: String { "ce n'est pas un kit authentique" }
  var shareKitAlteredNothing: String {
    "une part ou le kit a été modifié ; rien n'a été ouvert"
  }

  // MARK: Failure+Mapping

  var operationDidNotComplete: String { "l'opération n'a pas abouti" }
  var whatRecordedStillTry: String { "ce qui était inscrit l'est toujours ; recommencez" }
  var notIntactDossier: String { "ce n'est pas un dossier intact" }
  var checkEachGroupFour: String { "vérifiez chaque groupe de quatre caractères" }
  var recipientCannotRead: String { "destinataire illisible" }
  var recipientShape: String {
    "une clé publique commence par age1 ; une identité est un fichier de age-keygen"
  }
  var postQuantumNeverMixed: String {
    "une clé post-quantique (age1pq1…) ne se mêle pas à une clé age1… ordinaire"
  }
  var weakerOneOpenFile: String {
    "la plus faible ouvrirait le fichier : faites un dossier pour chaque sorte de clé"
  }
  var tooManyRecipients: String { "trop de destinataires" }
  var makeSeveralDossiers: String { "faites plusieurs dossiers" }
  var keyDoesNotOpen: String { "cette clé n'ouvre pas ce fichier" }
  var tryAnotherIdentityPassphrase: String { "essayez une autre identité ou phrase de passe" }
  var fileNotFound: String { "fichier introuvable" }
  var systemDeniesAccess: String { "accès refusé par le système" }
  var notRegularFile: String { "ce n'est pas un fichier ordinaire" }
  var fileChangedWhileRead: String { "le fichier a changé pendant sa lecture" }
  var fileTooLargeHere: String { "ce fichier est trop grand pour ce qui est attendu ici" }
  var checkWhichFileGiven: String { "vérifiez que c'est le bon fichier ; rien n'a été touché" }
  var fileTooLarge: String { "ce fichier est trop grand" }
  var fat32Limit: String {
    "rien n'est à moitié fait ; un disque en FAT32 s'arrête à 4 Gio"
  }
  var fileExistsAlready: String { "ce fichier existe déjà" }
  var nothingOverwrittenChooseAnother: String {
    "rien n'a été écrasé ; choisissez un autre nom"
  }

  // MARK: Failure+Vault

  var noVaultHere: String { "aucun coffre ici" }
  var createMemoInitGive: String {
    "créez-le avec « memo init », reprenez-en un d'un autre appareil avec « memo join », ou indiquez son dossier avec --vault"
  }
  var vaultExistsHereAlready: String { "un coffre existe déjà ici" }
  var nothingTouchedMain: String { "rien n'a été touché" }
  var anotherProgramVaultOpen: String { "le coffre est ouvert par un autre programme" }
  var process: String { "processus" }
  var waitFinishThenTry: String { "attendez qu'il finisse, puis recommencez" }
  var notPassphrase: String { "ce n'est pas la phrase de passe" }
  var tryAgainIfLost: String {
    "recommencez ; si elle est perdue, « memo recover » l'échange contre le kit"
  }
  var kitAnotherVaults: String { "ce kit est celui d'un autre coffre" }
  var lookVaultsKit: String { "cherchez le kit de ce coffre" }
  var partVaultDamaged: String { "une partie du coffre est abîmée" }
  var nothingDeletedCopyFolder: String {
    "rien n'a été effacé ; faites une copie du dossier, puis « memo check --deep »"
  }
  var writtenLaterVersionMemo: String { "écrit par une version plus récente de memo" }
  var nothingTouchedUpdateMemo: String { "rien n'a été touché ; mettez memo à jour" }
  var logChangedMeanwhile: String { "le journal a changé entre-temps" }
  var tryAgain: String { "recommencez" }
  var nothingHereId: String { "rien ne porte cet identifiant ici" }
  var memoListShowsIds: String { "« memo list » montre les identifiants" }
  var severalMatch: String { "plusieurs correspondent" }
  var giveMoreCharacters: String { "donnez plus de caractères" }
  var entryNoSuchPiece: String { "cette inscription n'a pas cette pièce" }
  var memoShowShowsPieces: String { "« memo show » montre les pièces" }
  var unreadableValue: String { "valeur illisible pour" }
  var passphraseEmptyTooLong: String { "la phrase de passe est vide ou trop longue" }
  var passphraseByteRange: String { "de 1 à 1024 octets" }
  var tooLongOneEntry: String { "c'est trop long pour une inscription" }
  var nothingRecordedAttachText: String {
    "rien n'a été inscrit ; joignez le texte comme pièce avec --attach"
  }
  var checkFoldersPermissions: String { "vérifiez les droits du dossier" }
  var machinesCryptographicLibraryDoes: String {
    "la bibliothèque de chiffrement de cette machine ne répond pas comme prévu"
  }
  var nothingOpenedReinstallLibsodium: String { "rien n'a été ouvert ; réinstallez libsodium" }
  var thereNotEnoughMemory: String { "il n'y a pas assez de mémoire" }
  var closeOtherProgramsTry: String { "fermez d'autres programmes et recommencez" }
  var diskFull: String { "le disque est plein" }
  var nothingHalfRecordedMake: String {
    "rien n'est à moitié inscrit ; libérez de la place et recommencez"
  }
  var diskTakesNoFile: String { "ce disque ne prend pas de fichier aussi grand" }
  var usbStickOftenStops: String {
    "une clé USB s'arrête souvent à 4 Go ; écrivez sur un autre disque"
  }
  var diskDoesNotAnswer: String { "le disque ne répond pas" }
  var whatRecordedStill: String { "ce qui était inscrit l'est toujours" }
  func partVaultDamagedAbove(_ problemsCount: String) -> String {
    """
    une partie du coffre est abîmée : ce qui précède est le reste (nombre d'endroits : \
    \(problemsCount))
    """
  }
  var nothingAttached: String { "rien n'a été joint" }
  var fileCannotRead: String { "fichier illisible" }
  var link: String { "c'est un lien" }
  var giveFileItself: String { " ; donnez le fichier lui-même" }
  var waitUntilFinishedTry: String { " ; attendez qu'il soit fini et recommencez" }
  var fileTooLargeMain: String { "fichier trop grand" }
  var dateExamples: String {
    "exemples : 2021-03-14, 2021-03~ (vers mars 2021), 2019?, 2019/2021, ../2020-06"
  }
  var amountExamples: String { "exemples : 120, 120,50, 120.50 EUR" }

  // MARK: Memo

  var sealedLogRecordKeep: String { "Mémo de vie : noter, garder scellé, retrouver, remettre" }
  var everythingStaysEncryptedDevice: String {
    """
    Tout reste chiffré sur cet appareil. Rien ne part sans que vous le demandiez.

    EXEMPLES
      memo init
      memo add
      memo list
      memo export --to age1… -o dossier.tar.age
    """
  }

  // MARK: Failure+Copy

  var vaultLostNothing: String { "le coffre n'a rien perdu" }
  var thereNoSuchFolder: String { "ce dossier n'existe pas" }
  var usbStickPlugged: String { "la clé USB est-elle branchée ?" }
  var folderCannotWrittenRead: String { "le dossier ne se laisse pas écrire ou lire" }
  var stickMayWriteProtected: String { "la clé est peut-être protégée en écriture" }
  var stickDiskFull: String { "la clé ou le disque est plein" }
  var makeRoomRunCommand: String {
    " ; faites de la place et relancez la commande, elle reprendra"
  }
  var stickDiskDoesNot: String { "la clé ou le disque ne répond plus" }
  var plugAgainRunCommand: String { " ; rebranchez et relancez la commande, elle reprendra" }
  var folderNotOrdinaryCopy: String { "ce dossier n'est pas une copie ordinaire" }
  var thereLinkFileWhere: String { "il s'y trouve un lien ou un fichier à la place d'un dossier" }
  var noCopyVaultHere: String { "aucune copie de coffre ici" }
  var memoCopyDirMakes: String { "elle se fait avec « memo copy --to DOSSIER »" }
  var copyNoAuthenticDevice: String { "cette copie n'a plus de registre d'appareils authentique" }
  var nothingMadeTryAnother: String { "rien n'a été créé ; essayez une autre copie" }
  func notAllOrderPlaces(_ problemsCount: String) -> String {
    "tout n'est pas en ordre (nombre d'endroits : \(problemsCount), nommés ci-dessus)"
  }
  var restDoneNothingDeleted: String { "le reste est fait ; rien n'a été effacé" }
  var outputFolderMissing: String { "le dossier où écrire n'existe pas" }
  var outputFolderMissingHint: String { "créez-le, ou donnez un autre chemin ; rien n'a été écrit" }
}
