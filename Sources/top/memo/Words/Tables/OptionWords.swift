// SPDX-License-Identifier: Apache-2.0

/// What options are for.
protocol OptionWords: Sendable {
  // MARK: CommandConfiguration+memo

  var examples: String { get }

  // MARK: ContactOptions

  var initialsShow: String { get }
  var neighbourDoctor: String { get }
  var eMailAddress: String { get }
  var addressNeverLeavesVault: String { get }
  var childShownInitials: String { get }
  var organisation: String { get }

  // MARK: DossierOptions

  var ageIdentityFileAge: String { get }
  var fileWhoseFirstLineDossiers: String { get }
  var dossierEncrypted: String { get }
  var giveIdentityFileRecipient: String { get }
  var dossiersPassphrase: String { get }

  // MARK: EntryOptions

  var shortTitle: String { get }
  var accountReadsStandardInput: String { get }
  var whenEdtfDateEven: String { get }
  var placeHelp: String { get }
  var kindEventMessageCall: String { get }
  var nameRoleContactRole: String { get }
  var whatYouFelt: String { get }
  var whatYouThought: String { get }
  var whatDidYou: String { get }
  var privateNoteNeverDisclosed: String { get }
  var amountHelp: String { get }
  var languageAccountFrEn: String { get }
  var tagNeverDisclosed: String { get }

  // MARK: KitInput

  var kitGroupGroupNothing: String { get }
  var groupNotPossibleHere: String { get }

  // MARK: PieceOptions

  var whatPieceReceivedCopy: String { get }
  var whatMissingIfNot: String { get }

  // MARK: RecipientOptions

  var recipientHelp: String { get }
  var fileWhoseFirstLineAgreed: String { get }
  var passphraseCannotMixedKey: String { get }
  var giveRecipientPassphraseFile: String { get }
  var whomDossier: String { get }
  var recipientNeeded: String { get }
  var agreePassphraseWordMouth: String { get }

  // MARK: SharedOptions

  var vaultsFolder: String { get }
  var fileWhoseFirstLinePassphrase: String { get }
  var oneJsonValueStandard: String { get }
  var languageFrEn: String { get }
  var noProgressNoConfirmation: String { get }
  var passphrase: String { get }
  var choosePassphraseFourFive: String { get }
  var newPassphrase: String { get }
  var onceMore: String { get }
  var theyDifferLetUs: String { get }
  var shortSomeonePatientCould: String { get }
  var fairLongerSafer: String { get }
  var longGood: String { get }

  // MARK: StandardInput

  var inputNotUtf8: String { get }
  var notJsonObject: String { get }
  var unknownMemberJsonObject: String { get }
  var members: String { get }
  var memberGivenTwiceJson: String { get }
  var valueAnotherType: String { get }
}
