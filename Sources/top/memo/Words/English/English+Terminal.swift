// SPDX-License-Identifier: Apache-2.0

extension English: TerminalWords {
  // MARK: AmendQuestions

  var enterLeavesSingleDot: String {
    """
    Enter leaves it as it is; a single dot ends. The earlier version stays.


    """
  }
  var questionReason: String { "Why amend it? " }

  // MARK: ContactQuestions

  var enterSkipsQuestionOnly: String { "Enter skips a question; only the name is needed.\n\n" }
  var questionName: String { "What name?" }
  var questionWhoIsIt: String { "Who is it? (neighbour, doctor…)" }
  var questionIsChild: String { "Is it a child? (yes or Enter)" }
  var questionInitials: String { "Which initials to show?" }
  var questionTelephone: String { "A telephone?" }
  var questionEmail: String { "An e-mail address?" }
  var questionAddress: String { "An address?" }
  var questionIsHidden: String {
    "Must it stay hidden, even from the lawyer? (yes or Enter)"
  }
  var questionNote: String { "A note?" }

  // MARK: EntryQuestion

  var fileNotThereNo: String { "That file is not there, or is no file; Enter to skip." }
  var questionWhatHappened: String { "What happened?" }
  var questionWhen: String { "When? (2021-03-14; 2021-03~ for “about March 2021”)" }
  var questionWhere: String { "Where?" }
  var questionWho: String { "Who was there? (name, or name:role)" }
  var questionSaid: String { "What exact words?" }
  var questionFelt: String { "What did you feel?" }
  var questionThought: String { "What did you think of it?" }
  var questionEffect: String { "What did it do to you?" }
  var questionAmount: String { "A sum of money?" }
  var questionAttach: String { "A file to attach?" }
  var questionTitle: String { "A short title?" }
  var questionPrivate: String { "A note for yourself, never disclosed?" }

  // MARK: EntryQuestions

  var enterSkipsQuestionI: String {
    """
    Enter skips a question; “I don't know” is an answer. A single dot on a line ends: you \
    may stop here.


    """
  }
  var emptyLineGo: String { " (two empty lines, or a single dot, to go on)\n" }
  var entryBegunEarlierKept: String { "An entry begun earlier was kept:\n\n" }
  var enterGoNoForget: String { "Enter to go on with it, “no” to forget it: " }

  // MARK: KitScreen

  var recoveryKitCopyPaper: String {
    """
    This is the recovery kit. Copy it on paper and keep it elsewhere than this device.
    It opens everything, even without the passphrase. Kit and passphrase lost together, \
    nobody
    can open the vault: not us, no association, no expert.


    """
  }
  var onceCopiedPressEnter: String {
    "Once copied, press Enter: the kit disappears, and three groups are asked for. "
  }
  var notGroupKitShown: String { "That is not this group; the kit is shown again.\n" }
  var enterGo: String { "Enter to go on. " }

  // MARK: PersonalScreen

  var enterClearsScreen: String { "Enter clears the screen: " }
  var enterMoreQStop: String { "Enter: more; q: stop: " }

  // MARK: PurposeQuestion

  var purposeChoices: String {
    """
      1  give the lawyer everything, originals whole
      2  a version to communicate: these originals stay here, their SHA-256 is given;
         a copy without metadata replaces them, for JPEG and PNG images
      3  stop here, nothing is written

    """
  }
  var yourChoice: String { "Your choice (1, 2 or 3): " }
  var stoppedNothingWritten: String { "stopped, nothing was written" }
  var avocatCommunicationAnswersBeforehand: String {
    "“--for avocat” or “--for communication” answers beforehand"
  }

  // MARK: Terminal

  var tooLong: String { "that is too long" }
  var thereNoTerminalAsk: String { "there is no terminal to ask on" }
  var givePassphraseFileFile: String { "give --passphrase-file FILE" }
  var questionWithdraw: String {
    "Remove this entry from here, with its pieces? Type “yes”: "
  }
  var questionRemoveContact: String {
    "Remove this contact from here? Type “yes”: "
  }
}
