// SPDX-License-Identifier: Apache-2.0

extension English: FailureWords {
  // MARK: Failure+Kit

  var kitCannotRead: String { "this kit cannot be read" }
  var readAgainPaperCounting: String {
    "read again on the paper, counting from 1 to 19, group: "
  }
  var fileHoldsNoKit: String { "this file holds no kit" }
  var kitFileIsText: String {
    "a kit is a text of 19 groups of four characters that begins with “memo”"
  }
  func characterImpossibleGroup(_ group: String) -> String {
    "a character is impossible in group \(group)"
  }
  var kitNotWhole: String { "this kit is not whole" }
  func kitNeeds76Characters(_ found: String) -> String {
    "76 characters are needed, spaces apart; here are \(found)"
  }
  var shareNotWholeKit: String { "this is a share, not a whole kit" }
  var putSharesTogetherMemo: String { "put the shares together with “memo kit combine”" }
  var wholeKitNotShare: String { "this is a whole kit, not a share" }
  var wholeKitUsed: String { "a whole kit is used as it is" }
  var impossibleSplit: String { "impossible split" }
  var needAndOfRanges: String { "--need is 2 to 9, --of is --need to 31" }
  func sharesMissing(_ found: String, _ needed: String) -> String {
    "shares are missing: \(found) of \(needed)"
  }
  var addOtherShareFiles: String { "add other share files" }
  var sharesNotOneSplit: String { "these shares are not of one split" }
  var putTogetherSharesMade: String { "put together shares that were made together" }
  var oneShareGivenTwice: String { "one share is given twice" }
  var giveDifferentShares: String { "give different shares" }
  var notAuthenticKit: String { "this is not an authentic kit" }
  var shareKitAlteredNothing: String { "a share or the kit was altered; nothing was opened" }

  // MARK: Failure+Mapping

  var operationDidNotComplete: String { "the operation did not complete" }
  var whatRecordedStillTry: String { "what was recorded still is; try again" }
  var notIntactDossier: String { "this is not an intact dossier" }
  var checkEachGroupFour: String { "check each group of four characters" }
  var recipientCannotRead: String { "the recipient cannot be read" }
  var recipientShape: String {
    "a public key begins with age1; an identity is a file from age-keygen"
  }
  var postQuantumNeverMixed: String {
    "a post-quantum key (age1pq1…) cannot be mixed with an ordinary age1… key"
  }
  var weakerOneOpenFile: String {
    "the weaker one would open the file: make one dossier for each kind of key"
  }
  var tooManyRecipients: String { "too many recipients" }
  var makeSeveralDossiers: String { "make several dossiers" }
  var keyDoesNotOpen: String { "this key does not open this file" }
  var tryAnotherIdentityPassphrase: String { "try another identity or passphrase" }
  var fileNotFound: String { "file not found" }
  var systemDeniesAccess: String { "the system denies access" }
  var notRegularFile: String { "this is not a regular file" }
  var fileChangedWhileRead: String { "the file changed while it was read" }
  var fileTooLargeHere: String { "this file is too large for what is expected here" }
  var checkWhichFileGiven: String { "check that it is the right file; nothing was touched" }
  var fileTooLarge: String { "this file is too large" }
  var fat32Limit: String { "nothing is half done; a FAT32 disk stops at 4 GiB" }
  var fileExistsAlready: String { "this file exists already" }
  var nothingOverwrittenChooseAnother: String {
    "nothing was overwritten; choose another name"
  }

  // MARK: Failure+Vault

  var noVaultHere: String { "no vault here" }
  var createMemoInitGive: String {
    "create it with “memo init”, take one of another device with “memo join”, or give its folder with --vault"
  }
  var vaultExistsHereAlready: String { "a vault exists here already" }
  var nothingTouchedMain: String { "nothing was touched" }
  var anotherProgramVaultOpen: String { "another program has the vault open" }
  var process: String { "process" }
  var waitFinishThenTry: String { "wait for it to finish, then try again" }
  var notPassphrase: String { "that is not the passphrase" }
  var tryAgainIfLost: String {
    "try again; if it is lost, “memo recover” replaces it with the kit"
  }
  var kitAnotherVaults: String { "this kit is another vault's" }
  var lookVaultsKit: String { "look for this vault's kit" }
  var partVaultDamaged: String { "a part of the vault is damaged" }
  var nothingDeletedCopyFolder: String {
    "nothing was deleted; copy the folder, then “memo check --deep”"
  }
  var writtenLaterVersionMemo: String { "written by a later version of memo" }
  var nothingTouchedUpdateMemo: String { "nothing was touched; update memo" }
  var logChangedMeanwhile: String { "the log changed meanwhile" }
  var tryAgain: String { "try again" }
  var nothingHereId: String { "nothing here has that id" }
  var memoListShowsIds: String { "“memo list” shows the ids" }
  var severalMatch: String { "several match" }
  var giveMoreCharacters: String { "give more characters" }
  var entryNoSuchPiece: String { "this entry has no such piece" }
  var memoShowShowsPieces: String { "“memo show” shows the pieces" }
  var unreadableValue: String { "unreadable value for" }
  var passphraseEmptyTooLong: String { "the passphrase is empty or too long" }
  var passphraseByteRange: String { "1 to 1024 bytes" }
  var tooLongOneEntry: String { "this is too long for one entry" }
  var nothingRecordedAttachText: String {
    "nothing was recorded; attach the text as a piece with --attach"
  }
  var checkFoldersPermissions: String { "check the folder's permissions" }
  var machinesCryptographicLibraryDoes: String {
    "this machine's cryptographic library does not answer as it should"
  }
  var nothingOpenedReinstallLibsodium: String { "nothing was opened; reinstall libsodium" }
  var thereNotEnoughMemory: String { "there is not enough memory" }
  var closeOtherProgramsTry: String { "close other programs and try again" }
  var diskFull: String { "the disk is full" }
  var nothingHalfRecordedMake: String { "nothing is half recorded; make room and try again" }
  var diskTakesNoFile: String { "this disk takes no file that large" }
  var usbStickOftenStops: String { "a USB stick often stops at 4 GB; write to another disk" }
  var diskDoesNotAnswer: String { "the disk does not answer" }
  var whatRecordedStill: String { "what was recorded still is" }
  func partVaultDamagedAbove(_ problemsCount: String) -> String {
    "a part of the vault is damaged: the above is the rest (\(problemsCount) places)"
  }
  var nothingAttached: String { "nothing was attached" }
  var fileCannotRead: String { "the file cannot be read" }
  var link: String { "this is a link" }
  var giveFileItself: String { "; give the file itself" }
  var waitUntilFinishedTry: String { "; wait until it is finished and try again" }
  var fileTooLargeMain: String { "the file is too large" }
  var dateExamples: String {
    "examples: 2021-03-14, 2021-03~ (about March 2021), 2019?, 2019/2021, ../2020-06"
  }
  var amountExamples: String { "examples: 120, 120.50, 120.50 EUR" }

  // MARK: Memo

  var sealedLogRecordKeep: String { "A sealed log: record, keep, find, hand over" }
  var everythingStaysEncryptedDevice: String {
    """
    Everything stays encrypted on this device. Nothing leaves unless you ask for it.

    EXAMPLES
      memo init
      memo add
      memo list
      memo export --to age1… -o dossier.tar.age
    """
  }

  // MARK: Failure+Copy

  var vaultLostNothing: String { "the vault lost nothing" }
  var thereNoSuchFolder: String { "there is no such folder" }
  var usbStickPlugged: String { "is the USB stick plugged in?" }
  var folderCannotWrittenRead: String { "the folder cannot be written or read" }
  var stickMayWriteProtected: String { "the stick may be write-protected" }
  var stickDiskFull: String { "the stick or disk is full" }
  var makeRoomRunCommand: String { "; make room and run the command again, it will go on" }
  var stickDiskDoesNot: String { "the stick or disk does not answer" }
  var plugAgainRunCommand: String { "; plug it in again and run the command again, it will go on" }
  var folderNotOrdinaryCopy: String { "this folder is not an ordinary copy" }
  var thereLinkFileWhere: String { "there is a link, or a file where a folder should be" }
  var noCopyVaultHere: String { "no copy of a vault here" }
  var memoCopyDirMakes: String { "“memo copy --to DIR” makes one" }
  var copyNoAuthenticDevice: String { "this copy has no authentic device register left" }
  var nothingMadeTryAnother: String { "nothing was made; try another copy" }
  func notAllOrderPlaces(_ problemsCount: String) -> String {
    "not all is in order (\(problemsCount) places, named above)"
  }
  var restDoneNothingDeleted: String { "the rest is done; nothing was deleted" }
  var outputFolderMissing: String { "the folder to write to does not exist" }
  var outputFolderMissingHint: String { "create it, or give another path; nothing was written" }
}
