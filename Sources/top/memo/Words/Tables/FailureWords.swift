// SPDX-License-Identifier: Apache-2.0

/// What went wrong, and the way out.
protocol FailureWords: Sendable {
  // MARK: Failure+Kit

  var kitCannotRead: String { get }
  var readAgainPaperCounting: String { get }
  var fileHoldsNoKit: String { get }
  var kitFileIsText: String { get }
  func characterImpossibleGroup(_ group: String) -> String
  var kitNotWhole: String { get }
  func kitNeeds76Characters(_ found: String) -> String
  var shareNotWholeKit: String { get }
  var putSharesTogetherMemo: String { get }
  var wholeKitNotShare: String { get }
  var wholeKitUsed: String { get }
  var impossibleSplit: String { get }
  var needAndOfRanges: String { get }
  func sharesMissing(_ found: String, _ needed: String) -> String
  var addOtherShareFiles: String { get }
  var sharesNotOneSplit: String { get }
  var putTogetherSharesMade: String { get }
  var oneShareGivenTwice: String { get }
  var giveDifferentShares: String { get }
  var notAuthenticKit: String { get }
  var shareKitAlteredNothing: String { get }

  // MARK: Failure+Mapping

  var operationDidNotComplete: String { get }
  var whatRecordedStillTry: String { get }
  var notIntactDossier: String { get }
  var checkEachGroupFour: String { get }
  var recipientCannotRead: String { get }
  var recipientShape: String { get }
  var postQuantumNeverMixed: String { get }
  var weakerOneOpenFile: String { get }
  var tooManyRecipients: String { get }
  var makeSeveralDossiers: String { get }
  var keyDoesNotOpen: String { get }
  var tryAnotherIdentityPassphrase: String { get }
  var fileNotFound: String { get }
  var systemDeniesAccess: String { get }
  var notRegularFile: String { get }
  var fileChangedWhileRead: String { get }
  var fileTooLarge: String { get }
  var fat32Limit: String { get }
  var fileTooLargeHere: String { get }
  var checkWhichFileGiven: String { get }
  var fileExistsAlready: String { get }
  var nothingOverwrittenChooseAnother: String { get }

  // MARK: Failure+Vault

  var noVaultHere: String { get }
  var createMemoInitGive: String { get }
  var vaultExistsHereAlready: String { get }
  var nothingTouchedMain: String { get }
  var anotherProgramVaultOpen: String { get }
  var process: String { get }
  var waitFinishThenTry: String { get }
  var notPassphrase: String { get }
  var tryAgainIfLost: String { get }
  var kitAnotherVaults: String { get }
  var lookVaultsKit: String { get }
  var partVaultDamaged: String { get }
  var nothingDeletedCopyFolder: String { get }
  var writtenLaterVersionMemo: String { get }
  var nothingTouchedUpdateMemo: String { get }
  var logChangedMeanwhile: String { get }
  var tryAgain: String { get }
  var nothingHereId: String { get }
  var memoListShowsIds: String { get }
  var severalMatch: String { get }
  var giveMoreCharacters: String { get }
  var entryNoSuchPiece: String { get }
  var memoShowShowsPieces: String { get }
  var unreadableValue: String { get }
  var passphraseEmptyTooLong: String { get }
  var passphraseByteRange: String { get }
  var tooLongOneEntry: String { get }
  var nothingRecordedAttachText: String { get }
  var checkFoldersPermissions: String { get }
  var machinesCryptographicLibraryDoes: String { get }
  var nothingOpenedReinstallLibsodium: String { get }
  var thereNotEnoughMemory: String { get }
  var closeOtherProgramsTry: String { get }
  var diskFull: String { get }
  var nothingHalfRecordedMake: String { get }
  var diskTakesNoFile: String { get }
  var usbStickOftenStops: String { get }
  var diskDoesNotAnswer: String { get }
  var whatRecordedStill: String { get }
  func partVaultDamagedAbove(_ problemsCount: String) -> String
  var nothingAttached: String { get }
  var fileCannotRead: String { get }
  var link: String { get }
  var giveFileItself: String { get }
  var waitUntilFinishedTry: String { get }
  var fileTooLargeMain: String { get }
  var dateExamples: String { get }
  var amountExamples: String { get }

  // MARK: Memo

  var sealedLogRecordKeep: String { get }
  var everythingStaysEncryptedDevice: String { get }

  // MARK: Failure+Copy

  var vaultLostNothing: String { get }
  var thereNoSuchFolder: String { get }
  var usbStickPlugged: String { get }
  var folderCannotWrittenRead: String { get }
  var stickMayWriteProtected: String { get }
  var stickDiskFull: String { get }
  var makeRoomRunCommand: String { get }
  var stickDiskDoesNot: String { get }
  var plugAgainRunCommand: String { get }
  var folderNotOrdinaryCopy: String { get }
  var thereLinkFileWhere: String { get }
  var noCopyVaultHere: String { get }
  var memoCopyDirMakes: String { get }
  var copyNoAuthenticDevice: String { get }
  var nothingMadeTryAnother: String { get }
  func notAllOrderPlaces(_ problemsCount: String) -> String
  var restDoneNothingDeleted: String { get }
  var outputFolderMissing: String { get }
  var outputFolderMissingHint: String { get }
}
