// SPDX-License-Identifier: Apache-2.0

/// What is asked, in this order. The keys are those of the JSON object on standard input.
struct EntryQuestion: Equatable {
  let key: String
  let text: String
  var hasSeveralLines = false
  var isRepeated = false

  /// Shown when an answer cannot be read.
  var examples: String {
    switch key {
    case "when": Failure.example(of: "when") ?? ""
    case "amount": Failure.example(of: "amount") ?? ""
    default:
      say(
        "Ce fichier n'est pas là, ou n'est pas un fichier ; Entrée pour passer.",
        "That file is not there, or is no file; Enter to skip.")
    }
  }

  static var all: [EntryQuestion] {
    [
      EntryQuestion(
        key: "text", text: say("Que s'est-il passé ?", "What happened?"), hasSeveralLines: true),
      EntryQuestion(
        key: "when",
        text: say(
          "Quand ? (2021-03-14 ; 2021-03~ pour « vers mars 2021 »)",
          "When? (2021-03-14; 2021-03~ for “about March 2021”)")),
      EntryQuestion(key: "place", text: say("Où ?", "Where?")),
      EntryQuestion(
        key: "who",
        text: say("Qui était là ? (nom, ou nom:rôle)", "Who was there? (name, or name:role)"),
        isRepeated: true),
      EntryQuestion(key: "said", text: say("Quelles paroles exactes ?", "What exact words?")),
      EntryQuestion(key: "felt", text: say("Qu'avez-vous ressenti ?", "What did you feel?")),
      EntryQuestion(
        key: "thought", text: say("Qu'en avez-vous pensé ?", "What did you think of it?")),
      EntryQuestion(
        key: "effect",
        text: say("Qu'est-ce que cela a changé pour vous ?", "What did it do to you?")),
      EntryQuestion(key: "amount", text: say("Une somme d'argent ?", "A sum of money?")),
      EntryQuestion(
        key: "attach", text: say("Un fichier à joindre ?", "A file to attach?"), isRepeated: true),
      EntryQuestion(key: "title", text: say("Un titre court ?", "A short title?")),
      EntryQuestion(
        key: "private",
        text: say(
          "Une note pour vous, jamais communiquée ?", "A note for yourself, never disclosed?")),
    ]
  }
}
