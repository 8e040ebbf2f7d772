// SPDX-License-Identifier: Apache-2.0

extension French: ViewWords {
  // MARK: CheckLines

  var databaseDamaged: String { "base de données abîmée" }
  var vaultSettingsDamaged: String { "réglages du coffre abîmés" }
  var deviceSecretDamaged: String { "device.secret abîmé" }
  var passphraseSlotDamaged: String { "emplacement de la phrase de passe abîmé" }
  var keyRingDamaged: String { "trousseau abîmé" }
  var certificateDamagedForeign: String { "certificat abîmé ou étranger" }
  var bootRecordDamaged: String { "registre des appareils abîmé" }
  var logHeadWrong: String { "tête du journal fausse" }
  var recordMissing: String { "inscription absente" }
  var recordDamaged: String { "inscription abîmée" }
  var recordNoLogHead: String { "inscription qu'aucune tête de journal ne compte" }
  var recordGoneWithoutLog: String { "inscription retirée sans que le journal le dise" }
  var chunkMissing: String { "morceau de pièce absent" }
  var chunkDamaged: String { "morceau de pièce abîmé" }
  var chunkNotListed: String { "morceau de pièce non répertorié" }
  var pieceDamaged: String { "pièce abîmée" }
  var vaultSetBack: String { "le coffre a été ramené en arrière" }
  var vaultTellsAnotherHistory: String {
    "le coffre raconte une autre histoire que le dossier"
  }
  var dossierCompareAlteredAnother: String {
    "le dossier à comparer est altéré ou d'un autre coffre : rien n'a été comparé"
  }

  // MARK: ContactLines

  var hiddenAddress: String { "Adresse cachée" }
  var initials: String { "Initiales" }
  var who: String { "Qui" }
  var eMail: String { "Courriel" }
  var id: String { "Identifiant" }

  // MARK: DossierLines

  var entries: String { "Faits : " }
  var piecesTail: String { " ; pièces : " }
  func recordedDevicesClockBetween(_ first: String, _ last: String) -> String {
    "Inscrits, d'après l'horloge de l'appareil, entre le \(first) et le \(last)"
  }
  var clockMayWrongSet: String {
    """
      Cette horloge peut être fausse ou réglée à dessein : seule, elle ne prouve pas \
    l'heure.
    """
  }
  var deviceSigned: String { "Appareil qui a signé : " }
  var dossierMadeClock: String { "Dossier fait, d'après son horloge, le " }
  var vaultNamed: String { "Coffre annoncé : " }
  var dossierHoldsSomethingFalse: String { "CE DOSSIER CONTIENT DU FAUX." }
  var nothingFalseFoundPart: String {
    "Rien de faux trouvé ; une partie ne peut être vérifiée aujourd'hui."
  }
  var nothingFalseFoundPartNot: String {
    "Rien de faux trouvé ; une partie n'est pas prouvée."
  }
  var nothingFalseDossier: String { "Rien de faux dans ce dossier." }
  var dossierCannotCheckedToday: String {
    """
    CE DOSSIER NE PEUT ÊTRE VÉRIFIÉ AUJOURD'HUI : il est d'un format plus récent que ce \
    programme.
    """
  }
  var doesNotSayFacts: String {
    "Cela ne dit pas que les faits sont vrais : ils sont tels qu'ils ont été inscrits."
  }
  var authorConfirmedVaultWhose: String {
    "Auteur confirmé : c'est le coffre dont l'identité a été donnée."
  }
  var authorNotConfirmedSee: String {
    "Auteur non confirmé : voyez ce qui est faux ci-dessus."
  }
  var authorNotConfirmedAnyone: String {
    """
    Auteur non confirmé : n'importe qui a pu faire ce coffre. Donnez --vault-id avec \
    l'identité reçue en main propre.
    """
  }
  var falseLabel: String { "Faux :" }
  var cannotCheckedToday: String { "Non vérifiable aujourd'hui :" }
  var notProven: String { "Non prouvé :" }
  var worthKnowing: String { "À savoir :" }
  var fileMissing: String { "fichier absent" }
  var fileNothingLists: String { "fichier que rien ne répertorie" }
  var fileAltered: String { "fichier modifié" }
  var fileMalformed: String { "fichier mal formé" }
  var archiveDoesNotBear: String { "l'archive ne porte pas la date du dossier" }
  var signatureFalse: String { "signature fausse" }
  var signatureSpeaksAnotherDossier: String { "la signature parle d'un autre dossier" }
  var keyNotCertifiedVault: String { "clé non certifiée par le coffre" }
  var anotherVaultThanOne: String { "un autre coffre que celui qui est annoncé" }
  var holdsFieldMayNot: String { "contient un champ qui ne devait pas sortir" }
  var statementFalse: String { "inscription fausse" }
  var placeLogNotProven: String { "la place dans le journal n'est pas prouvée" }
  var twoDifferentHeadsOne: String { "deux têtes différentes d'un même journal" }
  var pieceDiffersOneRecorded: String { "pièce différente de celle qui a été inscrite" }
  var pageDiffersWhatStatements: String { "page différente de ce que disent les inscriptions" }
  var numberEntriesFalse: String { "nombre de faits faux" }
  var formatLaterThanProgram: String { "format plus récent que ce programme" }
  var timeStampVersionDoes: String { "horodatage que cette version ne lit pas" }
  var originalKeptPersonDigest: String {
    "original gardé par la personne ; son empreinte est donnée"
  }
  var pagesVersionUnknownProgram: String { "pages d'une version inconnue de ce programme" }
  var signingDeviceRevoked: String { "l'appareil qui a signé a été révoqué" }
  var recordedAfterDevicesRevocation: String { "inscrit après la révocation de l'appareil" }
  var openedRecipientDossierDoes: String {
    "ouvert par un destinataire que le dossier ne nomme pas"
  }
  var otherLogsExistMay: String { "d'autres journaux existent ou peuvent exister" }
  var devicesClockWentBackwards: String { "l'horloge de l'appareil a reculé" }

  // MARK: EntryView

  var piecesLabel: String { "Pièces :" }
  var twoVersionsWrittenUnaware: String { "Deux versions ont été écrites sans se connaître :" }
  var revisions: String { "Versions :" }
  var noDateGiven: String { "date non précisée" }
  var untitled: String { "sans titre" }
  var place: String { "Lieu" }
  var kindLabel: String { "Nature" }
  var people: String { "Personnes" }
  var account: String { "Récit" }
  var felt: String { "Ressenti" }
  var thought: String { "Pensé" }
  var effect: String { "Conséquences" }
  var amount: String { "Somme" }
  var language: String { "Langue" }
  var tags: String { "Étiquettes" }
  var privateNote: String { "Note privée" }
  var recorded: String { "Inscrit" }

  // MARK: HistoryLines

  var setApart: String { "  mis à part" }
  var unreadableDamaged: String { "illisible : abîmé" }
  var removedHereLine: String { "retiré d'ici" }
  var logOpened: String { "journal ouvert" }
  var entryLogged: String { "fait inscrit" }
  var entryAmended: String { "fait modifié" }
  var piecesAttached: String { "pièces jointes" }
  var withdrawal: String { "retrait" }
  var contactSaved: String { "contact inscrit" }
  var contactRemoved: String { "contact retiré" }
  var deviceCertified: String { "appareil certifié" }
  var deviceRevoked: String { "appareil révoqué" }
  var dossierHandedOver: String { "dossier remis" }
  var deviceRevokedTail: String { ", appareil révoqué" }
  var head: String { "tête" }

  // MARK: ListLines

  var missing: String { " ; il manque : " }
  var bytes: String { "octets" }
  var piece: String { "pièce" }
  var contact: String { "contact" }

  // MARK: ProofLines

  var proofHoldsSomethingFalse: String { "CETTE PREUVE CONTIENT DU FAUX." }
  var nothingFalseProof: String { "Rien de faux dans cette preuve." }
  var nothingShownWhatFalse: String { "Rien n'est montré de ce qui est faux." }
  var record: String { "Inscription " }
  var placeTail: String { ", rang " }

  // MARK: TraceLines

  var location: String { "lieu" }
  var nameTrace: String { "nom" }
  var device: String { "appareil" }
  var networkAddress: String { "adresse réseau" }
  var hiddenText: String { "texte caché" }
  var otherContentInside: String { "autre contenu inclus" }
  var software: String { "logiciel" }
  var partNotExamined: String { "partie non examinée" }
  var keptHereOnlyMemo: String {
    "  Gardé tel quel ; « memo export » le rappelle avant toute remise. L'original, lui, est toujours là où vous l'avez pris."
  }
  var piecesTellMoreThan: String { "Ces pièces disent plus que ce qu'elles montrent :" }
  var copiesWithoutMetadataIncluded: String { " ; copies sans métadonnées jointes : " }
  var originalsKeptHerePieces: String { "Originaux gardés ici (pièces) : " }

  // MARK: CheckLines

  var recordKeptButKey: String {
    "inscription gardée, mais sa clé manque ici : le prochain emploi du kit la donnera"
  }
  var copyForeignFalseHead: String { "dans la copie, tête de journal étrangère ou fausse" }
  var copyDeviceRegisterFalse: String {
    "dans la copie, registre d'appareils faux, étranger ou absent"
  }
  var copyLogDamagedIncomplete: String { "dans la copie, journal abîmé ou incomplet à partir de" }
  var copyRecordDamaged: String { "dans la copie, inscription abîmée" }
  var copyChunkMissingDamaged: String { "dans la copie, morceau de pièce absent ou abîmé" }
  var copyTellsAnotherHistory: String {
    "la copie raconte une autre histoire de ce journal ; rien n'y a été écrit"
  }
  var copyKnowsMoreDevices: String {
    """
    la copie en sait plus que cet appareil sur son propre journal : ce coffre a été \
    ramené en arrière, ou il en existe un double
    """
  }
  var copySetBackOlder: String {
    "la copie a été ramenée à un état plus ancien ; ce qui manquait y a été remis"
  }

  // MARK: CopyLines

  var copyUpDate: String { "La copie était à jour." }
  var objectsWritten: String { "objets écrits : " }
  var kib: String { "Kio)" }
}
