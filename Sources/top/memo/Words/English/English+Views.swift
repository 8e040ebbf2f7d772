// SPDX-License-Identifier: Apache-2.0

extension English: ViewWords {
  // MARK: CheckLines

  var databaseDamaged: String { "database damaged" }
  var vaultSettingsDamaged: String { "vault settings damaged" }
  var deviceSecretDamaged: String { "device.secret damaged" }
  var passphraseSlotDamaged: String { "passphrase slot damaged" }
  var keyRingDamaged: String { "key ring damaged" }
  var certificateDamagedForeign: String { "certificate damaged or foreign" }
  var bootRecordDamaged: String { "boot record damaged" }
  var logHeadWrong: String { "log head is wrong" }
  var recordMissing: String { "record missing" }
  var recordDamaged: String { "record damaged" }
  var recordNoLogHead: String { "record that no log head counts" }
  var recordGoneWithoutLog: String { "record gone without the log saying so" }
  var chunkMissing: String { "chunk missing" }
  var chunkDamaged: String { "chunk damaged" }
  var chunkNotListed: String { "chunk not listed" }
  var pieceDamaged: String { "piece damaged" }
  var vaultSetBack: String { "the vault was set back" }
  var vaultTellsAnotherHistory: String { "the vault tells another history than the dossier" }
  var dossierCompareAlteredAnother: String {
    "the dossier to compare with is altered or of another vault: nothing was compared"
  }

  // MARK: ContactLines

  var hiddenAddress: String { "Hidden address" }
  var initials: String { "Initials" }
  var who: String { "Who" }
  var eMail: String { "E-mail" }
  var id: String { "Id" }

  // MARK: DossierLines

  var entries: String { "Entries: " }
  var piecesTail: String { "; pieces: " }
  func recordedDevicesClockBetween(_ first: String, _ last: String) -> String {
    "Recorded, by the device's clock, between \(first) and \(last)"
  }
  var clockMayWrongSet: String {
    "  That clock may be wrong or set on purpose: alone, it does not prove the time."
  }
  var deviceSigned: String { "Device that signed: " }
  var dossierMadeClock: String { "Dossier made, by its clock, on " }
  var vaultNamed: String { "Vault named: " }
  var dossierHoldsSomethingFalse: String { "THIS DOSSIER HOLDS SOMETHING FALSE." }
  var nothingFalseFoundPart: String { "Nothing false found; a part cannot be checked today." }
  var nothingFalseFoundPartNot: String { "Nothing false found; a part is not proven." }
  var nothingFalseDossier: String { "Nothing false in this dossier." }
  var dossierCannotCheckedToday: String {
    "THIS DOSSIER CANNOT BE CHECKED TODAY: its format is later than this program."
  }
  var doesNotSayFacts: String {
    "This does not say that the facts are true: they are as they were recorded."
  }
  var authorConfirmedVaultWhose: String {
    "Author confirmed: this is the vault whose identity was given."
  }
  var authorNotConfirmedSee: String { "Author not confirmed: see what is false above." }
  var authorNotConfirmedAnyone: String {
    """
    Author not confirmed: anyone may have made this vault. Give --vault-id with the \
    identity received in hand.
    """
  }
  var falseLabel: String { "False:" }
  var cannotCheckedToday: String { "Cannot be checked today:" }
  var notProven: String { "Not proven:" }
  var worthKnowing: String { "Worth knowing:" }
  var fileMissing: String { "file missing" }
  var fileNothingLists: String { "file that nothing lists" }
  var fileAltered: String { "file altered" }
  var fileMalformed: String { "file malformed" }
  var archiveDoesNotBear: String { "the archive does not bear the dossier's date" }
  var signatureFalse: String { "signature is false" }
  var signatureSpeaksAnotherDossier: String { "the signature speaks of another dossier" }
  var keyNotCertifiedVault: String { "key not certified by the vault" }
  var anotherVaultThanOne: String { "another vault than the one named" }
  var holdsFieldMayNot: String { "holds a field that may not leave" }
  var statementFalse: String { "statement is false" }
  var placeLogNotProven: String { "the place in the log is not proven" }
  var twoDifferentHeadsOne: String { "two different heads of one log" }
  var pieceDiffersOneRecorded: String { "piece differs from the one recorded" }
  var pageDiffersWhatStatements: String { "page differs from what the statements say" }
  var numberEntriesFalse: String { "number of entries is false" }
  var formatLaterThanProgram: String { "format later than this program" }
  var timeStampVersionDoes: String { "time stamp that this version does not read" }
  var originalKeptPersonDigest: String { "original kept by the person; its digest is given" }
  var pagesVersionUnknownProgram: String { "pages of a version unknown to this program" }
  var signingDeviceRevoked: String { "the signing device was revoked" }
  var recordedAfterDevicesRevocation: String { "recorded after the device's revocation" }
  var openedRecipientDossierDoes: String {
    "opened by a recipient that the dossier does not name"
  }
  var otherLogsExistMay: String { "other logs exist or may exist" }
  var devicesClockWentBackwards: String { "the device's clock went backwards" }

  // MARK: EntryView

  var piecesLabel: String { "Pieces:" }
  var twoVersionsWrittenUnaware: String { "Two versions were written unaware of each other:" }
  var revisions: String { "Revisions:" }
  var noDateGiven: String { "no date given" }
  var untitled: String { "untitled" }
  var place: String { "Place" }
  var kindLabel: String { "Kind" }
  var people: String { "People" }
  var account: String { "Account" }
  var felt: String { "Felt" }
  var thought: String { "Thought" }
  var effect: String { "Effect" }
  var amount: String { "Amount" }
  var language: String { "Language" }
  var tags: String { "Tags" }
  var privateNote: String { "Private note" }
  var recorded: String { "Recorded" }

  // MARK: HistoryLines

  var setApart: String { "  set apart" }
  var unreadableDamaged: String { "unreadable: damaged" }
  var removedHereLine: String { "removed from here" }
  var logOpened: String { "log opened" }
  var entryLogged: String { "entry logged" }
  var entryAmended: String { "entry amended" }
  var piecesAttached: String { "pieces attached" }
  var withdrawal: String { "withdrawal" }
  var contactSaved: String { "contact saved" }
  var contactRemoved: String { "contact removed" }
  var deviceCertified: String { "device certified" }
  var deviceRevoked: String { "device revoked" }
  var dossierHandedOver: String { "dossier handed over" }
  var deviceRevokedTail: String { ", device revoked" }
  var head: String { "head" }

  // MARK: ListLines

  var missing: String { "; missing: " }
  var bytes: String { "bytes" }
  var piece: String { "piece" }
  var contact: String { "contact" }

  // MARK: ProofLines

  var proofHoldsSomethingFalse: String { "THIS PROOF HOLDS SOMETHING FALSE." }
  var nothingFalseProof: String { "Nothing false in this proof." }
  var nothingShownWhatFalse: String { "Nothing is shown of what is false." }
  var record: String { "Record " }
  var placeTail: String { ", place " }

  // MARK: TraceLines

  var location: String { "location" }
  var nameTrace: String { "name" }
  var device: String { "device" }
  var networkAddress: String { "network address" }
  var hiddenText: String { "hidden text" }
  var otherContentInside: String { "other content inside" }
  var software: String { "software" }
  var partNotExamined: String { "part not examined" }
  var keptHereOnlyMemo: String {
    "  Kept as it is; “memo export” says so again before anything is handed over. The file you gave is still where you took it from."
  }
  var piecesTellMoreThan: String { "These pieces tell more than they show:" }
  var copiesWithoutMetadataIncluded: String { "; copies without metadata included: " }
  var originalsKeptHerePieces: String { "Originals kept here (pieces): " }

  // MARK: CheckLines

  var recordKeptButKey: String {
    "record kept, but its key is missing here: the next use of the kit will give it"
  }
  var copyForeignFalseHead: String { "in the copy, a foreign or false head" }
  var copyDeviceRegisterFalse: String {
    "in the copy, a device register that is false, foreign or missing"
  }
  var copyLogDamagedIncomplete: String { "in the copy, a log damaged or incomplete from" }
  var copyRecordDamaged: String { "in the copy, a record is damaged" }
  var copyChunkMissingDamaged: String { "in the copy, a chunk missing or damaged" }
  var copyTellsAnotherHistory: String {
    "the copy tells another history of this log; nothing was written to it"
  }
  var copyKnowsMoreDevices: String {
    "the copy knows more of this device's own log: this vault was set back, or it has a twin"
  }
  var copySetBackOlder: String {
    "the copy was set back to an older state; what was missing was written again"
  }

  // MARK: CopyLines

  var copyUpDate: String { "The copy was up to date." }
  var objectsWritten: String { "objects written: " }
  var kib: String { "KiB)" }
}
