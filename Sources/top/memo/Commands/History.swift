// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo history`: the custody journal.
struct History: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "history",
      words.custodyJournalWhatRecorded,
      examples: ["memo history", "memo history --json"])
  }

  @OptionGroup var shared: SharedOptions
  @Flag(
    help: ArgumentHelp(words.showsBlankStatementsToo))
  var blanks = false

  func run() async throws {
    let vault = try await shared.open()
    let (items, problems) = try await vault.history(includingBlanks: blanks)
    // Whatever makes them unreadable is among the problems.
    let heads = problems.isEmpty ? try await vault.heads() : (try? await vault.heads()) ?? []
    let erasures = try await vault.erasures()
    if shared.json {
      try Output.json(
        items.map(\.jsonObject) + erasures.map(\.jsonObject) + heads.map(\.jsonObject))
    }
    try shared.show(items.map(\.line) + erasures.map(\.line) + heads.map(\.line))
    try shared.nameDamage(problems)
  }
}
