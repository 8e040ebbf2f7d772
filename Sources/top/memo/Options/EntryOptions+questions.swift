// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Evidence

extension EntryOptions {
  /// One question after the other: the free account first, then open ones. Every one may be skipped, and
  /// none suggests its answer.
  mutating func ask(on terminal: Terminal, for paths: inout [String]) {
    terminal.onAlternateScreen {
      terminal.write(
        say(
          "Entrée passe une question ; un point seul sur une ligne finit. Vous pouvez vous arrêter ici.\n\n",
          "Enter skips a question; a single dot on a line ends. You may stop here.\n\n"))
      text = lines(
        terminal,
        say(
          "Que s'est-il passé ? (ligne vide pour finir)\n", "What happened? (empty line to end)\n"))
      for (question, path) in Self.questions {
        guard let answer = terminal.readLine(question), answer != "." else { return }
        if !answer.isEmpty { self[keyPath: path] = answer }
        if path == \.when { correctDate(terminal) }
      }
      while let person = terminal.readLine(
        say("Qui d'autre était là ? (nom:rôle) ", "Who else was there? (name:role) ")),
        !person.isEmpty, person != "."
      {
        who.append(person)
      }
      while let path = terminal.readLine(
        say("Un fichier à joindre ? (chemin) ", "A file to attach? (path) ")),
        !path.isEmpty, path != "."
      {
        if Files.exists(path) && !Files.isFolder(path) {
          paths.append(path)
        } else {
          terminal.write(say("Ce fichier n'est pas là.\n", "That file is not there.\n"))
        }
      }
    }
  }

  private static var questions: [(String, WritableKeyPath<EntryOptions, String?>)] {
    [
      (
        say(
          "Quand ? (2021-03-14, 2021-03~ pour « vers mars 2021 ») ",
          "When? (2021-03-14, 2021-03~ for “about March 2021”) "), \.when
      ),
      (say("Où ? ", "Where? "), \.place),
      (say("Quelles paroles exactes ? ", "What exact words? "), \.said),
      (say("Qu'avez-vous ressenti ? ", "What did you feel? "), \.felt),
      (say("Qu'en avez-vous pensé ? ", "What did you think of it? "), \.thought),
      (say("Qu'est-ce que cela a changé pour vous ? ", "What did it do to you? "), \.effect),
      (say("Un titre court ? ", "A short title? "), \.title),
      (
        say("Une note pour vous seule ou vous seul ? ", "A note for yourself alone? "),
        \.privateNote
      ),
    ]
  }

  /// A date that cannot be read is met with examples, until it can or is skipped.
  private mutating func correctDate(_ terminal: Terminal) {
    while let text = when, (try? EDTFDate(text)) == nil {
      terminal.write((Failure.example(of: "when") ?? "") + "\n")
      let again = terminal.readLine(say("Quand ? ", "When? ")) ?? ""
      when = again.isEmpty ? nil : again
    }
  }

  private func lines(_ terminal: Terminal, _ question: String) -> String? {
    var lines: [String] = []
    terminal.write(question)
    while let line = terminal.readLine("> "), !line.isEmpty, line != "." { lines.append(line) }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
