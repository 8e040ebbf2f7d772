// SPDX-License-Identifier: Apache-2.0

/// How what is found is put.
protocol ViewWords: Sendable {
  // MARK: CheckLines

  var databaseDamaged: String { get }
  var vaultSettingsDamaged: String { get }
  var deviceSecretDamaged: String { get }
  var passphraseSlotDamaged: String { get }
  var keyRingDamaged: String { get }
  var certificateDamagedForeign: String { get }
  var bootRecordDamaged: String { get }
  var logHeadWrong: String { get }
  var recordMissing: String { get }
  var recordDamaged: String { get }
  var recordNoLogHead: String { get }
  var recordGoneWithoutLog: String { get }
  var chunkMissing: String { get }
  var chunkDamaged: String { get }
  var chunkNotListed: String { get }
  var pieceDamaged: String { get }
  var vaultSetBack: String { get }
  var vaultTellsAnotherHistory: String { get }
  var dossierCompareAlteredAnother: String { get }

  // MARK: ContactLines

  var hiddenAddress: String { get }
  var initials: String { get }
  var who: String { get }
  var eMail: String { get }
  var id: String { get }

  // MARK: DossierLines

  var entries: String { get }
  var piecesTail: String { get }
  func recordedDevicesClockBetween(_ first: String, _ last: String) -> String
  var clockMayWrongSet: String { get }
  var deviceSigned: String { get }
  var dossierMadeClock: String { get }
  var vaultNamed: String { get }
  var dossierHoldsSomethingFalse: String { get }
  var nothingFalseFoundPart: String { get }
  var nothingFalseFoundPartNot: String { get }
  var nothingFalseDossier: String { get }
  var dossierCannotCheckedToday: String { get }
  var doesNotSayFacts: String { get }
  var authorConfirmedVaultWhose: String { get }
  var authorNotConfirmedSee: String { get }
  var authorNotConfirmedAnyone: String { get }
  var falseLabel: String { get }
  var cannotCheckedToday: String { get }
  var notProven: String { get }
  var worthKnowing: String { get }
  var fileMissing: String { get }
  var fileNothingLists: String { get }
  var fileAltered: String { get }
  var fileMalformed: String { get }
  var archiveDoesNotBear: String { get }
  var signatureFalse: String { get }
  var signatureSpeaksAnotherDossier: String { get }
  var keyNotCertifiedVault: String { get }
  var anotherVaultThanOne: String { get }
  var holdsFieldMayNot: String { get }
  var statementFalse: String { get }
  var placeLogNotProven: String { get }
  var twoDifferentHeadsOne: String { get }
  var pieceDiffersOneRecorded: String { get }
  var pageDiffersWhatStatements: String { get }
  var numberEntriesFalse: String { get }
  var formatLaterThanProgram: String { get }
  var timeStampVersionDoes: String { get }
  var originalKeptPersonDigest: String { get }
  var pagesVersionUnknownProgram: String { get }
  var signingDeviceRevoked: String { get }
  var recordedAfterDevicesRevocation: String { get }
  var openedRecipientDossierDoes: String { get }
  var otherLogsExistMay: String { get }
  var devicesClockWentBackwards: String { get }

  // MARK: EntryView

  var piecesLabel: String { get }
  var twoVersionsWrittenUnaware: String { get }
  var revisions: String { get }
  var noDateGiven: String { get }
  var untitled: String { get }
  var place: String { get }
  var kindLabel: String { get }
  var people: String { get }
  var account: String { get }
  var felt: String { get }
  var thought: String { get }
  var effect: String { get }
  var amount: String { get }
  var language: String { get }
  var tags: String { get }
  var privateNote: String { get }
  var recorded: String { get }

  // MARK: HistoryLines

  var setApart: String { get }
  var unreadableDamaged: String { get }
  var removedHereLine: String { get }
  var logOpened: String { get }
  var entryLogged: String { get }
  var entryAmended: String { get }
  var piecesAttached: String { get }
  var withdrawal: String { get }
  var contactSaved: String { get }
  var contactRemoved: String { get }
  var deviceCertified: String { get }
  var deviceRevoked: String { get }
  var dossierHandedOver: String { get }
  var deviceRevokedTail: String { get }
  var head: String { get }

  // MARK: ListLines

  var missing: String { get }
  var bytes: String { get }
  var piece: String { get }
  var contact: String { get }

  // MARK: ProofLines

  var proofHoldsSomethingFalse: String { get }
  var nothingFalseProof: String { get }
  var nothingShownWhatFalse: String { get }
  var record: String { get }
  var placeTail: String { get }

  // MARK: TraceLines

  var location: String { get }
  var nameTrace: String { get }
  var device: String { get }
  var networkAddress: String { get }
  var hiddenText: String { get }
  var otherContentInside: String { get }
  var software: String { get }
  var partNotExamined: String { get }
  var keptHereOnlyMemo: String { get }
  var piecesTellMoreThan: String { get }
  var copiesWithoutMetadataIncluded: String { get }
  var originalsKeptHerePieces: String { get }

  // MARK: CheckLines

  var recordKeptButKey: String { get }
  var copyForeignFalseHead: String { get }
  var copyDeviceRegisterFalse: String { get }
  var copyLogDamagedIncomplete: String { get }
  var copyRecordDamaged: String { get }
  var copyChunkMissingDamaged: String { get }
  var copyTellsAnotherHistory: String { get }
  var copyKnowsMoreDevices: String { get }
  var copySetBackOlder: String { get }

  // MARK: CopyLines

  var copyUpDate: String { get }
  var objectsWritten: String { get }
  var kib: String { get }
}
