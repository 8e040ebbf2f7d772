// SPDX-License-Identifier: Apache-2.0

extension English: OptionWords {
  // MARK: CommandConfiguration+memo

  var examples: String { "EXAMPLES" }

  // MARK: ContactOptions

  var initialsShow: String { "Initials to show" }
  var neighbourDoctor: String { "Who it is (neighbour, doctor…)" }
  var eMailAddress: String { "E-mail address" }
  var addressNeverLeavesVault: String { "The address never leaves the vault" }
  var childShownInitials: String { "A child: shown by initials" }
  var organisation: String { "An organisation" }

  // MARK: DossierOptions

  var ageIdentityFileAge: String { "age identity file (as age-keygen makes)" }
  var fileWhoseFirstLineDossiers: String {
    "File whose first line is the dossier's passphrase"
  }
  var dossierEncrypted: String { "the dossier is encrypted" }
  var giveIdentityFileRecipient: String {
    "give --identity FILE, or --recipient-passphrase-file FILE"
  }
  var dossiersPassphrase: String { "The dossier's passphrase: " }

  // MARK: EntryOptions

  var shortTitle: String { "A short title" }
  var accountReadsStandardInput: String { "The account; - reads standard input" }
  var whenEdtfDateEven: String { "When: EDTF date, even vague (2021-03~)" }
  var placeHelp: String { "Where" }
  var kindEventMessageCall: String {
    "Kind: event, message, call, document, care, money, step…"
  }
  var nameRoleContactRole: String { "Who: NAME:ROLE or CONTACT:ROLE" }
  var whatYouFelt: String { "What you felt" }
  var whatYouThought: String { "What you thought of it" }
  var whatDidYou: String { "What it did to you" }
  var privateNoteNeverDisclosed: String { "Private note, never disclosed" }
  var amountHelp: String { "Amount: 120.50 EUR" }
  var languageAccountFrEn: String { "Language of the account (fr, en, es…)" }
  var tagNeverDisclosed: String { "Tag, never disclosed" }

  // MARK: KitInput

  var kitGroupGroupNothing: String { "The kit, group by group; nothing is shown.\n" }
  var groupNotPossibleHere: String { "This group is not possible here; read it again.\n" }

  // MARK: PieceOptions

  var whatPieceReceivedCopy: String { "What the piece is: as received, copy, capture" }
  var whatMissingIfNot: String { "What is missing, if it is not whole" }

  // MARK: RecipientOptions

  var recipientHelp: String {
    "The recipient's age1… or age1pq1… key, or a file of keys"
  }
  var fileWhoseFirstLineAgreed: String { "File whose first line is the agreed passphrase" }
  var passphraseCannotMixedKey: String { "a passphrase cannot be mixed with a key" }
  var giveRecipientPassphraseFile: String {
    "give --to or --recipient-passphrase-file, not both"
  }
  var whomDossier: String { "whom is this dossier for?" }
  var recipientNeeded: String {
    "give --to age1… or --recipient-passphrase-file FILE"
  }
  var agreePassphraseWordMouth: String {
    """
    Agree on the passphrase by word of mouth; do not send it with the dossier.

    """
  }

  // MARK: SharedOptions

  var vaultsFolder: String { "The vault's folder" }
  var fileWhoseFirstLinePassphrase: String { "File whose first line is the passphrase" }
  var oneJsonValueStandard: String { "One JSON value on standard output" }
  var languageFrEn: String { "Language: fr or en" }
  var noProgressNoConfirmation: String { "No progress, no confirmation" }
  var passphrase: String { "Passphrase: " }
  var choosePassphraseFourFive: String {
    """
    Choose a passphrase: four or five unrelated words are easy to remember.

    """
  }
  var newPassphrase: String { "New passphrase: " }
  var onceMore: String { "Once more: " }
  var theyDifferLetUs: String { "They differ; let us start again.\n" }
  var shortSomeonePatientCould: String { "Short: someone patient could find it." }
  var fairLongerSafer: String { "Fair; longer would be safer." }
  var longGood: String { "Long: good." }

  // MARK: StandardInput

  var inputNotUtf8: String { "the input is not UTF-8 text" }
  var notJsonObject: String { "this is not a JSON object" }
  var unknownMemberJsonObject: String { "unknown member in the JSON object" }
  var members: String { "members: " }
  var memberGivenTwiceJson: String { "a member is given twice in the JSON object" }
  var valueAnotherType: String { "value of another type for" }
}
