// SPDX-License-Identifier: Apache-2.0

extension English: CommandWords {
  // MARK: Add

  var logsEntry: String { "Logs an entry" }
  var withoutOptionsTerminalQuestions: String {
    """
    Without options, on a terminal, questions come one by one; Enter skips one. With \
    --stdin, one JSON object gives the fields (names of the long options): nothing \
    personal on the command line.
    """
  }
  var fields: String { "FIELDS" }
  var attachesFile: String { "Attaches a file" }
  var nothingLogged: String { "Nothing was logged." }
  var logged: String { "Logged: " }
  var whatWrittenKeptEncrypted: String {
    "what was written is kept, encrypted; “memo add” offers it again"
  }
  var thereNothingLog: String { "there is nothing to log" }
  var giveTitleTextStdin: String {
    "give --title, --text or --stdin, or run “memo add” in a terminal"
  }

  // MARK: Amend

  var amendsEntryEarlierVersions: String { "Amends an entry; earlier versions stay" }
  var onlyFieldsGivenChange: String {
    """
    Only the fields given change; an empty text removes one. Without any, on a terminal, \
    questions come one by one.
    """
  }
  var entrysIdBeginning: String { "The entry's id, or its beginning" }
  var why: String { "Why" }
  var nothingChanged: String { "Nothing changed." }
  func revisionLogged(_ revision: String) -> String { "Revision \(revision) logged." }

  // MARK: Attach

  var attachesPiecesEntry: String { "Attaches pieces to an entry" }
  var filesKeptTheyByte: String {
    """
    Files are kept as they are, byte for byte, of any size. What they tell besides what \
    they show (location, names, device) is pointed out.
    """
  }
  var files: String { "Files" }

  // MARK: Check

  var verifiesEverythingRecorded: String { "Verifies that everything is as recorded" }
  var deepOpensEveryPiece: String {
    """
    --deep opens every piece as well. --repair moves aside what is damaged, deletes \
    nothing. --against compares with a dossier handed over earlier: a vault set back \
    shows.
    """
  }
  var opensEverything: String { "Opens everything" }
  var movesDamagedFilesAside: String { "Moves damaged files aside" }
  var comparesDossier: String { "Compares with this dossier" }
  var checking: String { "checking" }
  var filesMovedAside: String { "files moved aside: " }
  var records: String { "records: " }
  var chunks: String { "; chunks: " }
  var everythingRecorded: String { "Everything is as recorded." }
  var nothingDeletedCopyVaults: String {
    "Nothing was deleted. Copy the vault's folder before anything else."
  }

  // MARK: ContactCommand

  var peopleOrganisations: String { "People and organisations" }
  var addsContact: String { "Adds a contact" }
  var nameMissing: String { "the name is missing" }
  var giveNameStdin: String { "give --name, or --stdin" }
  var saved: String { "Saved: " }
  var listsContacts: String { "Lists contacts" }
  var noContactHere: String { "No contact here." }
  var showsContact: String { "Shows a contact" }
  var idBeginning: String { "Id, or its beginning" }
  var editsContact: String { "Edits a contact" }
  var onlyFieldsGivenChangeEmpty: String {
    "Only the fields given change; an empty text removes one."
  }
  var edited: String { "Edited." }
  var removesContactHere: String { "Removes a contact from here" }
  var removedHere: String { "Removed from here." }

  // MARK: EraseHere

  var removesVaultMachine: String { "Removes the vault from this machine" }
  var withoutAsking: String { "Without asking" }
  var removeVaultMachineType: String { "Remove the vault from this machine? Type “yes”: " }
  var nothingTouched: String { "Nothing was touched." }

  // MARK: Export

  var makesEncryptedDossierHand: String { "Makes an encrypted dossier to hand over" }
  var dossierOpensAgeChecked: String {
    """
    The dossier opens with “age” and is checked with stock tools. Private notes, tags and \
    hidden addresses are never part of it. A neutral notice is written beside it. Pieces \
    that tell more than they show (location, names, device) are listed first. --for \
    avocat carries every original. --for communication, a form safe to file, keeps those \
    originals here, gives their SHA-256, and for JPEG and PNG includes a copy without \
    metadata. Without --for, the question is asked on a terminal; elsewhere everything \
    goes, with a warning.
    """
  }
  var entryOnlyRepeatable: String { "This entry only (repeatable)" }
  var edtfDate: String { "From (EDTF date)" }
  var untilEdtfDate: String { "Until (EDTF date)" }
  var tag: String { "With this tag" }
  var whatEveryOriginalWithout: String {
    "What it is for: every original, or without those that tell a location, a name, a device"
  }
  var textsCoverJson: String { "Texts of the cover, as JSON" }
  var saysHowManyEntries: String { "Says how many entries are left out" }
  var recordsHandOverLog: String { "Records the hand-over in the log" }
  var ifVaultDamagedHands: String {
    "If the vault is damaged, hands over what can still be read"
  }
  var fileWrite: String { "File to write" }
  var dossier: String { "dossier" }
  func entriesPieces(_ entries: String, _ pieces: String) -> String {
    "Entries: \(entries); pieces: \(pieces)."
  }
  var theirOriginalsGoWhole: String {
    "  Their originals go whole; “--for communication” keeps them here."
  }
  var coverNotJsonObject: String { "the cover is not a JSON object of texts" }

  // MARK: HelpLines

  var whomCallWrite: String { "Whom to call or write to" }
  var listKeptAssociation: String { "A list kept by an association" }
  var checked: String { "Checked on " }
  var listCannotRead: String { "this list cannot be read" }

  // MARK: History

  var custodyJournalWhatRecorded: String {
    "Custody journal: what was recorded, when, by which device"
  }
  var showsBlankStatementsToo: String { "Shows blank statements too" }

  // MARK: Identity

  var vaultsIdentityGivenHand: String { "The vault's identity, to be given in hand" }
  var saysNothingWhatVault: String {
    """
    It says nothing of what the vault holds. Whoever has it can check that a dossier \
    comes from it.
    """
  }

  // MARK: Import

  var logsEntriesNotedElsewhere: String { "Logs entries noted elsewhere (JSON Lines or CSV)" }
  var oneEntryLineMembers: String {
    """
    One entry a line. Members or columns are named as the options of “memo add”. All is \
    logged, or nothing: a line that cannot be read is named by its number.
    """
  }
  var loggedMany: String { "Logged: " }
  var line: String { "line" }
  var attachmentsFolder: String { "Folder of the files that lines name in “attach”" }
  var attachOutside: String {
    """
    “attach” may only name a file under --attachments-from DIR, by a relative name, \
    without “..” or a link
    """
  }
  var oneLineCannotRead: String { "one line cannot be read" }
  func linesCannotRead(_ badCount: String) -> String { "\(badCount) lines cannot be read" }
  func nothingLoggedMendLine(_ first: String) -> String {
    "nothing was logged; mend from line \(first) on"
  }

  // MARK: Init

  var createsVaultRecoveryKit: String { "Creates the vault and its recovery kit" }
  var recoveryKitShownOnce: String {
    """
    The recovery kit is shown once, to be copied on paper; without a terminal, --kit FILE \
    is needed. Interrupted before the end, “memo init” shows the kit again.
    Kit and passphrase lost together: nobody can open the vault any more.
    """
  }
  var writesKitFile: String { "Writes the kit to this file" }
  var kitWrittenKeepFile: String {
    "Kit written. Keep this file elsewhere than on this device, then delete it from here."
  }
  var vaultReadyMemoAdd: String { "The vault is ready. “memo add” for a first entry." }
  var thereNoTerminalShow: String { "there is no terminal to show the kit on" }
  var giveKitFilePassphrase: String {
    "give --kit FILE (and --passphrase-file FILE); nothing was created"
  }

  // MARK: Keygen

  var makesRecipientsKeyAge: String { "Makes a recipient's key (age)" }
  var associationLawyerFileStays: String {
    "For the association or the lawyer: the file stays secret, the age1… key is given out."
  }
  var postQuantumKeyHelp: String {
    "Post-quantum key (age1pq1…): its files open with age 1.3.0 or later"
  }
  var jsonAlsoNeedsO: String { "--json also needs -o FILE" }

  // MARK: KitCommand

  var recoveryKit: String { "The recovery kit" }
  var kitVaults: String { "Is this kit this vault's?" }
  var fileAsksGroupGroup: String { "File; - asks group by group" }
  var vaultsKit: String { "This is this vault's kit." }
  var splitsKitAmongSeveral: String { "Splits the kit among several people" }
  var eachShareFileNeed: String {
    "Each share is a file. --need of them make the kit again; fewer tell nothing."
  }
  var kitsFileAsksGroup: String { "The kit's file; - asks group by group" }
  var sharesNeededHelp: String { "Shares needed, 2 to 9" }
  var sharesInAllHelp: String { "Shares in all, at most 31" }
  var folderWriteThem: String { "Folder to write them to" }
  var giveEachShareDifferent: String {
    "Give each share to a different person; delete these files from here."
  }
  var makesKitAgainShares: String { "Makes the kit again from shares" }
  var filesShares: String { "Files of the shares" }
  var fileWriteElseScreen: String { "File to write (else on the screen)" }
  var giveOFile: String { "give -o FILE" }
  var enterClearScreen: String { "\nEnter to clear the screen. " }

  // MARK: List

  var listsEntriesWhenThey: String { "Lists entries, by when they happened" }
  var kind: String { "Of this kind" }
  var personNamePartName: String { "With this person (name, part of a name, or id)" }
  var mostMany: String { "At most this many" }
  var noEntryHere: String { "No entry here." }

  // MARK: Open

  var decryptsVerifiesUnpacksDossier: String {
    "Decrypts, verifies and unpacks a dossier received"
  }
  var fileReceived: String { "The file received" }
  var vaultsIdentityReceivedHand: String { "The vault's identity, received in hand" }
  var folderCreate: String { "Folder to create" }
  var opening: String { "opening" }

  // MARK: Passphrase

  var changesPassphrase: String { "Changes the passphrase" }
  var fileWhoseFirstLine: String { "File whose first line is the new one" }
  var passphraseChanged: String { "The passphrase has changed." }

  // MARK: Prove

  var writesProofSingleEntry: String { "Writes the proof of a single entry" }
  var fileWrittenNotEncrypted: String {
    "The file written is not encrypted: it holds the entry, without its private notes."
  }

  // MARK: Recover

  var opensVaultAgainKit: String {
    "Opens the vault again with the kit, and sets a new passphrase"
  }
  var nothingLostDeviceBecomes: String {
    "Nothing is lost. This device becomes a new one in the log; the old one is revoked there."
  }
  var kitsFileAsksGroupGroup: String { "The kit's file; - asks for it group by group" }
  var fileWhoseFirstLineNew: String { "File whose first line is the new passphrase" }
  var everythingHereOldPassphrase: String {
    "Everything is here. The old passphrase no longer opens this vault; a copy made before still opens with it."
  }

  // MARK: Save

  var writesPieceOutVault: String { "Writes a piece out of the vault, as it was" }
  var fileWrittenCanRead: String {
    "The file written can be read by whoever opens this device."
  }
  var piecesNameBeginningId: String { "The piece's name, or the beginning of its id" }

  // MARK: Search

  var searchesEntriesContactsPiece: String { "Searches entries, contacts and piece names" }
  var accentsDoNotMatter: String {
    "Accents do not matter; each word may be the beginning of one."
  }
  var whatLookReadsStandard: String { "What to look for; - reads it from standard input" }
  var wordsLook: String { "Which words to look for? " }
  var nothingFound: String { "Nothing found." }

  // MARK: Show

  var showsEntryRevisionsPieces: String { "Shows an entry, its revisions and pieces" }

  // MARK: Verify

  var verifiesDossierReceived: String { "Verifies a dossier received" }
  var encryptedDossierUnpackedFolder: String {
    """
    An encrypted dossier, an unpacked folder, the .tar decrypted with “age”, or a proof \
    written by “memo prove”.
    """
  }
  var fileFolder: String { "File or folder" }
  var verifying: String { "verifying" }
  var notIntactProof: String { "this is not an intact proof" }
  var vaultsIdentityCannotRead: String { "the vault's identity cannot be read" }
  var vaultIDShape: String { "it comes from “memo id”: 56 characters that begin with RW" }

  // MARK: Withdraw

  var removesEntryHere: String { "Removes an entry from here" }
  var textPiecesLeaveDevice: String {
    "Its text and pieces leave this device; its place in the log stays."
  }
  var reasonJsonStandardInput: String { "“reason” as JSON on standard input" }

  // MARK: ImportFile

  var fileNotUtf8: String { "the file is not UTF-8 text" }
  var malformedLine: String { "malformed line" }

  // MARK: Output

  var commandNotUnderstood: String { "the command was not understood" }

  // MARK: Copy

  var sealedCopyVaultFolder: String {
    "A sealed copy of the vault in a folder, such as a USB stick"
  }
  var whoeverKeepsStickCan: String {
    """
    Whoever keeps the stick can read nothing on it. Only what is missing is written, \
    nothing is deleted; an interrupted copy goes on when the command is run again. With \
    the kit, “memo join” makes the vault again from the stick.
    """
  }
  var folderExistsAlready: String { "Folder that exists already" }
  var copying: String { "copying" }
  var taking: String { "taking in" }
  var taken: String { "taken in: " }
  var putFolder: String { "; put in the folder: " }

  // MARK: DeviceCommand

  var vaultsDevices: String { "The vault's devices" }
  var everyDeviceRevokedOnes: String { "Every device, revoked ones too" }
  var deviceDeviceCommand: String { "  this device" }
  var revoked: String { "  revoked " }
  var twoDeviceRegistersMade: String {
    "Two device registers were made apart; the next use of the kit will unite them."
  }
  var revokesDeviceWhatWrites: String {
    """
    Revokes a device: what it writes from now on is not believed, what is written here is \
    closed to it
    """
  }
  var deviceBeginningId: String { "The device, or the beginning of its id" }
  var revokedMemoSyncFolder: String {
    "Revoked. “memo sync” (with the server, or --folder DIR) will tell the other devices."
  }

  // MARK: Join

  var makesVaultAgainDevice: String {
    "Makes the vault again on this device, from a copy and the kit"
  }
  var copyMemoCopyDevice: String {
    """
    The copy is that of “memo copy”. This device becomes one more; the others stay. What \
    the copy lacks is named, the rest is taken.
    """
  }
  var fileWhoseFirstLineDevices: String { "File whose first line is this device's passphrase" }
  var lastRecordDevice: String { "last record of device " }
  var allCopyHoldsHere: String {
    """
    All that the copy holds is here. “memo sync --folder” will make this device known to \
    the others.
    """
  }
  var vaultHereWhatWhole: String { "The vault is here, with what was whole in the copy." }

  func setApartAfterRevocation(_ count: String) -> String {
    "written by a device after its revocation, set apart: \(count) (“memo history” shows them)"
  }
}
