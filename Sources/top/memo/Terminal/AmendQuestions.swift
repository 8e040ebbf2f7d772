// SPDX-License-Identifier: Apache-2.0

/// `memo amend` at a terminal, when nothing was given: why, then what is to change. No draft is kept: what
/// was logged before is there in any case.
struct AmendQuestions {
  let terminal: Terminal

  /// - Returns: the reason, and the fields that change.
  func ask() throws -> (reason: String?, fields: EntryOptions) {
    try terminal.onAlternateScreen {
      terminal.write(
        words.enterLeavesSingleDot)
      let reason = try terminal.readLine(words.questionReason) ?? "."
      var answers = EntryAnswers()
      if reason != "." {
        for question in EntryQuestion.all where question.key != "attach" {
          guard try ask(question, &answers) else { break }
        }
      }
      return (["", "."].contains(reason) ? nil : reason, try answers.fields())
    }
  }

  /// `false` when the person stops here.
  private func ask(_ question: EntryQuestion, _ answers: inout EntryAnswers) throws -> Bool {
    while true {
      guard let answer = try terminal.readLine(question.text + " "), answer != "." else {
        return false
      }
      if answer.isEmpty { return true }
      if !answers.take(answer, for: question) {
        terminal.write(question.help(for: answer) + "\n")
      } else if !question.isRepeated {
        return true
      }
    }
  }
}
