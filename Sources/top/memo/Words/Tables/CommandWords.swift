// SPDX-License-Identifier: Apache-2.0

/// What the commands say of themselves and of what they did.
protocol CommandWords: Sendable {
  // MARK: Add

  var logsEntry: String { get }
  var withoutOptionsTerminalQuestions: String { get }
  var fields: String { get }
  var attachesFile: String { get }
  var nothingLogged: String { get }
  var logged: String { get }
  var whatWrittenKeptEncrypted: String { get }
  var thereNothingLog: String { get }
  var giveTitleTextStdin: String { get }

  // MARK: Amend

  var amendsEntryEarlierVersions: String { get }
  var onlyFieldsGivenChange: String { get }
  var entrysIdBeginning: String { get }
  var why: String { get }
  var nothingChanged: String { get }
  func revisionLogged(_ revision: String) -> String

  // MARK: Attach

  var attachesPiecesEntry: String { get }
  var filesKeptTheyByte: String { get }
  var files: String { get }

  // MARK: Check

  var verifiesEverythingRecorded: String { get }
  var deepOpensEveryPiece: String { get }
  var opensEverything: String { get }
  var movesDamagedFilesAside: String { get }
  var comparesDossier: String { get }
  var checking: String { get }
  var filesMovedAside: String { get }
  var records: String { get }
  var chunks: String { get }
  var everythingRecorded: String { get }
  var nothingDeletedCopyVaults: String { get }

  // MARK: ContactCommand

  var peopleOrganisations: String { get }
  var addsContact: String { get }
  var nameMissing: String { get }
  var giveNameStdin: String { get }
  var saved: String { get }
  var listsContacts: String { get }
  var noContactHere: String { get }
  var showsContact: String { get }
  var idBeginning: String { get }
  var editsContact: String { get }
  var onlyFieldsGivenChangeEmpty: String { get }
  var edited: String { get }
  var removesContactHere: String { get }
  var removedHere: String { get }

  // MARK: EraseHere

  var removesVaultMachine: String { get }
  var withoutAsking: String { get }
  var removeVaultMachineType: String { get }
  var nothingTouched: String { get }

  // MARK: Export

  var makesEncryptedDossierHand: String { get }
  var dossierOpensAgeChecked: String { get }
  var entryOnlyRepeatable: String { get }
  var edtfDate: String { get }
  var untilEdtfDate: String { get }
  var tag: String { get }
  var whatEveryOriginalWithout: String { get }
  var textsCoverJson: String { get }
  var saysHowManyEntries: String { get }
  var recordsHandOverLog: String { get }
  var ifVaultDamagedHands: String { get }
  var fileWrite: String { get }
  var dossier: String { get }
  func entriesPieces(_ entries: String, _ pieces: String) -> String
  var theirOriginalsGoWhole: String { get }
  var coverNotJsonObject: String { get }

  // MARK: HelpLines

  var whomCallWrite: String { get }
  var listKeptAssociation: String { get }
  var checked: String { get }
  var listCannotRead: String { get }

  // MARK: History

  var custodyJournalWhatRecorded: String { get }
  var showsBlankStatementsToo: String { get }

  // MARK: Identity

  var vaultsIdentityGivenHand: String { get }
  var saysNothingWhatVault: String { get }

  // MARK: Import

  var logsEntriesNotedElsewhere: String { get }
  var oneEntryLineMembers: String { get }
  var loggedMany: String { get }
  var line: String { get }
  var attachmentsFolder: String { get }
  var attachOutside: String { get }
  var oneLineCannotRead: String { get }
  func linesCannotRead(_ badCount: String) -> String
  func nothingLoggedMendLine(_ first: String) -> String

  // MARK: Init

  var createsVaultRecoveryKit: String { get }
  var recoveryKitShownOnce: String { get }
  var writesKitFile: String { get }
  var kitWrittenKeepFile: String { get }
  var vaultReadyMemoAdd: String { get }
  var thereNoTerminalShow: String { get }
  var giveKitFilePassphrase: String { get }

  // MARK: Keygen

  var makesRecipientsKeyAge: String { get }
  var associationLawyerFileStays: String { get }
  var postQuantumKeyHelp: String { get }
  var jsonAlsoNeedsO: String { get }

  // MARK: KitCommand

  var recoveryKit: String { get }
  var kitVaults: String { get }
  var fileAsksGroupGroup: String { get }
  var vaultsKit: String { get }
  var splitsKitAmongSeveral: String { get }
  var eachShareFileNeed: String { get }
  var kitsFileAsksGroup: String { get }
  var sharesNeededHelp: String { get }
  var sharesInAllHelp: String { get }
  var folderWriteThem: String { get }
  var giveEachShareDifferent: String { get }
  var makesKitAgainShares: String { get }
  var filesShares: String { get }
  var fileWriteElseScreen: String { get }
  var giveOFile: String { get }
  var enterClearScreen: String { get }

  // MARK: List

  var listsEntriesWhenThey: String { get }
  var kind: String { get }
  var personNamePartName: String { get }
  var mostMany: String { get }
  var noEntryHere: String { get }

  // MARK: Open

  var decryptsVerifiesUnpacksDossier: String { get }
  var fileReceived: String { get }
  var vaultsIdentityReceivedHand: String { get }
  var folderCreate: String { get }
  var opening: String { get }

  // MARK: Passphrase

  var changesPassphrase: String { get }
  var fileWhoseFirstLine: String { get }
  var passphraseChanged: String { get }

  // MARK: Prove

  var writesProofSingleEntry: String { get }
  var fileWrittenNotEncrypted: String { get }

  // MARK: Recover

  var opensVaultAgainKit: String { get }
  var nothingLostDeviceBecomes: String { get }
  var kitsFileAsksGroupGroup: String { get }
  var fileWhoseFirstLineNew: String { get }
  var everythingHereOldPassphrase: String { get }

  // MARK: Save

  var writesPieceOutVault: String { get }
  var fileWrittenCanRead: String { get }
  var piecesNameBeginningId: String { get }

  // MARK: Search

  var searchesEntriesContactsPiece: String { get }
  var accentsDoNotMatter: String { get }
  var whatLookReadsStandard: String { get }
  var wordsLook: String { get }
  var nothingFound: String { get }

  // MARK: Show

  var showsEntryRevisionsPieces: String { get }

  // MARK: Verify

  var verifiesDossierReceived: String { get }
  var encryptedDossierUnpackedFolder: String { get }
  var fileFolder: String { get }
  var verifying: String { get }
  var notIntactProof: String { get }
  var vaultsIdentityCannotRead: String { get }
  var vaultIDShape: String { get }

  // MARK: Withdraw

  var removesEntryHere: String { get }
  var textPiecesLeaveDevice: String { get }
  var reasonJsonStandardInput: String { get }

  // MARK: ImportFile

  var fileNotUtf8: String { get }
  var malformedLine: String { get }

  // MARK: Output

  var commandNotUnderstood: String { get }

  // MARK: Copy

  var sealedCopyVaultFolder: String { get }
  var whoeverKeepsStickCan: String { get }
  var folderExistsAlready: String { get }
  var copying: String { get }
  var taking: String { get }
  var taken: String { get }
  var putFolder: String { get }

  // MARK: DeviceCommand

  var vaultsDevices: String { get }
  var everyDeviceRevokedOnes: String { get }
  var deviceDeviceCommand: String { get }
  var revoked: String { get }
  var twoDeviceRegistersMade: String { get }
  var revokesDeviceWhatWrites: String { get }
  var deviceBeginningId: String { get }
  var revokedMemoSyncFolder: String { get }

  // MARK: Join

  var makesVaultAgainDevice: String { get }
  var copyMemoCopyDevice: String { get }
  var fileWhoseFirstLineDevices: String { get }
  var lastRecordDevice: String { get }
  var allCopyHoldsHere: String { get }
  var vaultHereWhatWhole: String { get }

  func setApartAfterRevocation(_ count: String) -> String
}
