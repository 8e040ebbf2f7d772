// SPDX-License-Identifier: Apache-2.0
import Remote
import ArgumentParser
import Evidence
import VaultKit

/// `memo amend`: a new revision; the earlier ones stay.
struct Amend: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "amend",
      say(
        "Corrige une inscription ; les versions d'avant restent",
        "Amends an entry; earlier versions stay"),
      say(
        """
        Seuls les champs donnés changent ; un texte vide en efface un. Sans champ, sur un \
        terminal, les questions viennent une à une.
        """,
        """
        Only the fields given change; an empty text removes one. Without any, on a terminal, \
        questions come one by one.
        """),
      examples: [
        #"memo amend k3f9 --reason "date retrouvée" --when 2021-03-14"#,
        "memo amend k3f9 --stdin < correction.json",
      ])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup(title: say("CHAMPS", "FIELDS")) var fields: EntryOptions
  @Argument(
    help: ArgumentHelp(
      say("Identifiant de l'inscription, ou son début", "The entry's id, or its beginning")))
  var entry: String
  @Option(help: ArgumentHelp(say("Pourquoi", "Why"))) var reason: String?
  @Flag(
    help: ArgumentHelp(
      say("Champs en JSON sur l'entrée standard", "Fields as JSON on standard input")))
  var stdin = false

  func run() async throws {
    var (fields, reason) = (fields, reason)
    if stdin {
      let object = try StandardInput.object(
        allowing: EntryOptions.keys.subtracting(["attach", "nature", "partial"]))
      try fields.read(object)
      reason = try object.string("reason") ?? reason
    }
    try fields.readTextFromStandardInput()
    if fields.isEmpty, !stdin, !shared.json, let terminal = Terminal() {
      let asked = try AmendQuestions(terminal: terminal).ask()
      (reason, fields) = (reason ?? asked.reason, asked.fields)
      if fields.isEmpty { return shared.tell(say("Rien n'a changé.", "Nothing changed.")) }
    }
    guard !fields.isEmpty else { throw Failure.nothingToLog }
    let vault = try await shared.open()
    let people = try await fields.people(in: vault)
    let given = fields
    let language = shared.lang
    let (id, revision) = try await vault.amend(entry, reason: reason) {
      try given.apply(to: &$0, people: people, language: language)
    }
    if shared.json {
      return try Output.json(["id": id.description, "revision": revision] as [String: Any])
    }
    shared.tell(say("Version \(revision) inscrite.", "Revision \(revision) logged."))
  }
}
