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
      words.amendsEntryEarlierVersions,
      words.onlyFieldsGivenChange,
      examples: [
        #"memo amend k3f9 --reason "date retrouvée" --when 2021-03-14"#,
        "memo amend k3f9 --stdin < correction.json",
      ])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup(title: words.fields) var fields: EntryOptions
  @Argument(
    help: ArgumentHelp(
      words.entrysIdBeginning))
  var entry: String
  @Option(help: ArgumentHelp(words.why)) var reason: String?
  @Flag(
    help: ArgumentHelp(
      words.fieldsJsonStandardInput))
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
      if fields.isEmpty { return shared.tell(words.nothingChanged) }
    }
    guard !fields.isEmpty else { throw Failure.nothingToLog }
    // What cannot be read is said before anything is asked or opened: an error thrown while the vault works
    // would be taken for damage.
    var scratch = Entry()
    try fields.apply(to: &scratch, people: [], language: shared.lang)
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
    shared.tell(words.revisionLogged("\(revision)"))
  }
}
