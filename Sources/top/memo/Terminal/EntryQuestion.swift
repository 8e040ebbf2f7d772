// SPDX-License-Identifier: Apache-2.0

/// What is asked, in this order. The keys are those of the JSON object on standard input.
struct EntryQuestion: Equatable {
  let key: String
  let text: String
  var hasSeveralLines = false
  var isRepeated = false

  /// Shown when an answer cannot be read: what it may have meant, and examples.
  func help(for answer: String) -> String {
    let proposal = key == "when" ? TypedDate.proposal(for: answer) : nil
    return [proposal, examples].compactMap(\.self).joined(separator: "\n")
  }

  private var examples: String {
    switch key {
    case "when": Failure.example(of: "when") ?? ""
    case "amount": Failure.example(of: "amount") ?? ""
    default:
      words.fileNotThereNo
    }
  }

  static var all: [EntryQuestion] {
    [
      EntryQuestion(
        key: "text", text: words.questionWhatHappened, hasSeveralLines: true),
      EntryQuestion(
        key: "when",
        text: words.questionWhen),
      EntryQuestion(key: "place", text: words.questionWhere),
      EntryQuestion(
        key: "who",
        text: words.questionWho,
        isRepeated: true),
      EntryQuestion(key: "said", text: words.questionSaid),
      EntryQuestion(key: "felt", text: words.questionFelt),
      EntryQuestion(
        key: "thought", text: words.questionThought),
      EntryQuestion(
        key: "effect",
        text: words.questionEffect),
      EntryQuestion(key: "amount", text: words.questionAmount),
      EntryQuestion(
        key: "attach", text: words.questionAttach, isRepeated: true),
      EntryQuestion(key: "title", text: words.questionTitle),
      EntryQuestion(
        key: "private",
        text: words.questionPrivate),
    ]
  }
}
