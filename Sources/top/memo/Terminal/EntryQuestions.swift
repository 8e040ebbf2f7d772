// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Evidence
import VaultKit

/// `memo add` at a terminal: one question after the other, the free account first, then open ones. Every
/// one may be skipped, and none suggests its answer.
///
/// After each answer a sealed draft is kept, so that Ctrl-C, a closed window or a dead battery loses no
/// more than the line being typed.
struct EntryQuestions {
  let terminal: Terminal
  let vault: Vault
  private(set) var answers = EntryAnswers()

  init(on terminal: Terminal, for vault: Vault) {
    self.terminal = terminal
    self.vault = vault
  }

  /// Asks, beginning with what an interrupted session kept.
  /// - Throws: ``Failure/interrupted``; what was answered is kept.
  mutating func ask() async throws {
    terminal.enterAlternateScreen()
    terminal.beginTyping()
    defer {
      terminal.endTyping()
      terminal.leaveAlternateScreen()
    }
    try await takeUpDraft()
    terminal.write(
      words.enterSkipsQuestionI)
    for question in EntryQuestion.all where !(try await ask(question)) { break }
  }

  /// `false` when the person stops here.
  private mutating func ask(_ question: EntryQuestion) async throws -> Bool {
    if answers.has(question) && !answers.isUnfinished(question) { return true }
    while true {
      guard let answer = try await read(question), answer != "." else { return false }
      if answer.isEmpty { return true }
      guard answers.take(answer, for: question) else {
        terminal.write(question.help(for: answer) + "\n")
        continue
      }
      try await vault.keepDraft(answers.encoded())
      // Several people, several files.
      if !question.isRepeated { return true }
    }
  }

  private mutating func read(_ question: EntryQuestion) async throws -> String? {
    guard question.hasSeveralLines else { return try terminal.readLine(question.text + " ") }
    terminal.write(question.text + words.emptyLineGo)
    var lines = answers.unfinishedLines(question)
    var blank = 0
    while let line = try terminal.readLine("> ") {
      if line == "." { return lines.isEmpty ? "." : lines.joined(separator: "\n") }
      if line.isEmpty {
        if lines.isEmpty { return "" }
        blank += 1
        if blank == 2 { break }
        continue
      }
      // One empty line parts paragraphs, as in a pasted letter.
      if blank > 0 { lines.append("") }
      blank = 0
      lines.append(line)
      answers.keepUnfinished(lines, for: question)
      try await vault.keepDraft(answers.encoded())
    }
    return lines.joined(separator: "\n")
  }

  private mutating func takeUpDraft() async throws {
    guard let draft = try await vault.draft(), let kept = EntryAnswers(encoded: draft) else {
      return
    }
    terminal.write(
      words.entryBegunEarlierKept + Output.safe(kept.shown) + "\n\n")
    let answer = try terminal.readLine(
      words.enterGoNoForget)
    if ["non", "no", "n"].contains((answer ?? "").lowercased()) {
      try await vault.keepDraft(nil)
    } else {
      answers = kept
    }
    terminal.write("\n")
  }
}
