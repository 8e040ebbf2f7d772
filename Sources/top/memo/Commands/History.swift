// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo history`: the custody journal.
struct History: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "history",
      say(
        "Journal de conservation : ce qui a été inscrit, quand, par quel appareil",
        "Custody journal: what was recorded, when, by which device"),
      examples: ["memo history", "memo history --json"])
  }

  @OptionGroup var shared: SharedOptions
  @Flag(
    help: ArgumentHelp(say("Montre aussi les inscriptions vides", "Shows blank statements too")))
  var blanks = false

  func run() async throws {
    let vault = try await shared.open()
    let items = try await vault.history(includingBlanks: blanks)
    let heads = try await vault.heads()
    if shared.json {
      return try Output.json(items.map(\.jsonObject) + heads.map(\.jsonObject))
    }
    for item in items { shared.tell(item.line) }
    for head in heads { shared.tell(head.line) }
  }
}
