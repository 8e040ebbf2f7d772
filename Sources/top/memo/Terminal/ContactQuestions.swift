// SPDX-License-Identifier: Apache-2.0

/// `memo contact add` at a terminal, when nothing was given: one question after the other, each to be skipped
/// but the name.
struct ContactQuestions {
  let terminal: Terminal

  /// - Returns: `false` when the person gave no name, and so stops here.
  func ask(into fields: inout ContactOptions) throws -> Bool {
    try terminal.onAlternateScreen {
      terminal.write(
        say(
          "Entrée passe une question ; seul le nom est nécessaire.\n\n",
          "Enter skips a question; only the name is needed.\n\n"))
      guard let name = try text(say("Quel nom ?", "What name?")) else { return false }
      fields.name = name
      fields.role = try text(
        say("Qui est-ce ? (voisine, médecin…)", "Who is it? (neighbour, doctor…)"))
      fields.child = try isYes(
        say("Est-ce un enfant ? (oui ou Entrée)", "Is it a child? (yes or Enter)"))
      if fields.child {
        fields.initials = try text(say("Quelles initiales montrer ?", "Which initials to show?"))
      }
      fields.phone = try texts(say("Un téléphone ?", "A telephone?"))
      fields.email = try texts(say("Une adresse électronique ?", "An e-mail address?"))
      if let address = try text(say("Une adresse ?", "An address?")) {
        fields.address = [address]
        fields.hidden = try isYes(
          say(
            "Doit-elle rester cachée, même à l'avocat ? (oui ou Entrée)",
            "Must it stay hidden, even from the lawyer? (yes or Enter)"))
      }
      fields.note = try text(say("Une note ?", "A note?"))
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
    ["oui", "o", "yes", "y"].contains(try text(question)?.lowercased() ?? "")
  }
}
