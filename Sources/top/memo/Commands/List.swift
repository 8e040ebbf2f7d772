// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo list`: by when it happened.
struct List: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "list",
      words.listsEntriesWhenThey,
      examples: ["memo list", "memo list --since 2020 --until 2021-06", "memo list --limit 20"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(help: ArgumentHelp(words.edtfDate)) var since: String?
  @Option(help: ArgumentHelp(words.untilEdtfDate)) var until: String?
  @Option(help: ArgumentHelp(words.tag)) var tag: String?
  @Option(help: ArgumentHelp(words.kind)) var kind: String?
  @Option(
    help: ArgumentHelp(
      words.personNamePartName))
  var who: String?
  @Option(help: ArgumentHelp(words.mostMany)) var limit: Int?

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
    if entries.isEmpty { shared.tell(words.noEntryHere) }
  }
}
