// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo show`: one entry, its revisions and pieces.
struct Show: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "show",
      words.showsEntryRevisionsPieces,
      examples: ["memo show k3f9"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      words.entrysIdBeginning))
  var entry: String

  func run() async throws {
    let vault = try await shared.open()
    let view = EntryView(try await vault.entry(entry), contacts: try await vault.contacts())
    if shared.json { try Output.json(view.jsonObject) }
    try shared.show([view.text])
    try await shared.nameDamage(vault.damage())
  }
}
