// SPDX-License-Identifier: Apache-2.0

/// Questions and screens.
protocol TerminalWords: Sendable {
  // MARK: AmendQuestions

  var enterLeavesSingleDot: String { get }
  var questionReason: String { get }

  // MARK: ContactQuestions

  var enterSkipsQuestionOnly: String { get }
  var questionName: String { get }
  var questionWhoIsIt: String { get }
  var questionIsChild: String { get }
  var questionInitials: String { get }
  var questionTelephone: String { get }
  var questionEmail: String { get }
  var questionAddress: String { get }
  var questionIsHidden: String { get }
  var questionNote: String { get }

  // MARK: EntryQuestion

  var fileNotThereNo: String { get }
  var questionWhatHappened: String { get }
  var questionWhen: String { get }
  var questionWhere: String { get }
  var questionWho: String { get }
  var questionSaid: String { get }
  var questionFelt: String { get }
  var questionThought: String { get }
  var questionEffect: String { get }
  var questionAmount: String { get }
  var questionAttach: String { get }
  var questionTitle: String { get }
  var questionPrivate: String { get }

  // MARK: EntryQuestions

  var enterSkipsQuestionI: String { get }
  var emptyLineGo: String { get }
  var entryBegunEarlierKept: String { get }
  var enterGoNoForget: String { get }

  // MARK: KitScreen

  var recoveryKitCopyPaper: String { get }
  var onceCopiedPressEnter: String { get }
  var notGroupKitShown: String { get }
  var enterGo: String { get }

  // MARK: PersonalScreen

  var enterClearsScreen: String { get }
  var enterMoreQStop: String { get }

  // MARK: PurposeQuestion

  var purposeChoices: String { get }
  var yourChoice: String { get }
  var stoppedNothingWritten: String { get }
  var avocatCommunicationAnswersBeforehand: String { get }

  // MARK: Terminal

  var tooLong: String { get }
  var thereNoTerminalAsk: String { get }
  var givePassphraseFileFile: String { get }
  var questionWithdraw: String { get }
  var questionRemoveContact: String { get }
}
