// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo list`: by when it happened.
struct List: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "list",
      say("Montre les inscriptions, par date des faits", "Lists entries, by when they happened"),
      examples: ["memo list", "memo list --since 2020 --until 2021-06", "memo list --limit 20"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(help: ArgumentHelp(say("À partir de (date EDTF)", "From (EDTF date)"))) var since: String?
  @Option(help: ArgumentHelp(say("Jusqu'à (date EDTF)", "Until (EDTF date)"))) var until: String?
  @Option(help: ArgumentHelp(say("Avec cette étiquette", "With this tag"))) var tag: String?
  @Option(help: ArgumentHelp(say("De cette nature", "Of this kind"))) var kind: String?
  @Option(
    help: ArgumentHelp(
      say(
        "Avec cette personne (nom, partie de nom ou identifiant)",
        "With this person (name, part of a name, or id)")))
  var who: String?
  @Option(help: ArgumentHelp(say("Au plus ce nombre", "At most this many"))) var limit: Int?

  func run() async throws {
    var filter = EntryFilter()
    filter.since = try since.map { try EntryOptions.date($0, "since") }
    filter.until = try until.map { try EntryOptions.date($0, "until") }
    (filter.tag, filter.kind, filter.who) = (tag, kind, who)
    if let limit, limit < 0 { throw Failure(vault: .invalidField("limit")) }
    filter.limit = limit
    let vault = try await shared.open()
    let entries = try await vault.list(filter)
    if shared.json { try Output.json(entries.map(\.jsonObject)) }
    try shared.show(entries.map(\.line))
    try await shared.nameDamage(vault.damage())
    if entries.isEmpty { shared.tell(say("Aucune inscription ici.", "No entry here.")) }
  }
}
