// SPDX-License-Identifier: Apache-2.0

/// `memo contact add` at a terminal, when nothing was given: one question after the other, each to be skipped
/// but the name.
struct ContactQuestions {
  let terminal: Terminal

  /// - Returns: `false` when the person gave no name, and so stops here.
  func ask(into fields: inout ContactOptions) throws -> Bool {
    try terminal.onAlternateScreen {
      terminal.write(
        words.enterSkipsQuestionOnly)
      guard let name = try text(words.questionName) else { return false }
      fields.name = name
      fields.role = try text(
        words.questionWhoIsIt)
      fields.child = try isYes(
        words.questionIsChild)
      if fields.child {
        fields.initials = try text(words.questionInitials)
      }
      fields.phone = try texts(words.questionTelephone)
      fields.email = try texts(words.questionEmail)
      if let address = try text(words.questionAddress) {
        fields.address = [address]
        fields.hidden = try isYes(
          words.questionIsHidden)
      }
      fields.note = try text(words.questionNote)
      return true
    }
  }

  private func text(_ question: String) throws -> String? {
    let answer = try terminal.readLine(question + " ") ?? ""
    return answer.isEmpty ? nil : answer
  }

  private func texts(_ question: String) throws -> [String] {
    var answers: [String] = []
    while let answer = try text(question) { answers.append(answer) }
    return answers
  }

  private func isYes(_ question: String) throws -> Bool {
    SharedOptions.isYes(try text(question))
  }
}
