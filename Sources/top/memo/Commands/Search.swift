// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc
import VaultKit

/// `memo search`: full text; accents are ignored.
struct Search: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "search",
      words.searchesEntriesContactsPiece,
      words.accentsDoNotMatter,
      examples: ["memo search -", "memo search 'loyer mars'"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      words.whatLookReadsStandard))
  var query: String
  @Option(help: ArgumentHelp(words.mostMany)) var limit = 100

  /// From standard input; asked, and gone after Enter, where that is a terminal.
  private static func asked() throws -> String {
    guard isatty(STDIN_FILENO) == 1, let terminal = Terminal() else {
      return try StandardInput.text()
    }
    return try terminal.onAlternateScreen {
      try terminal.readLine(words.wordsLook) ?? ""
    }
  }

  func run() async throws {
    let text = query == "-" ? try Self.asked() : query
    guard limit >= 0 else { throw Failure(vault: .invalidField("limit")) }
    let vault = try await shared.open()
    let hits = try await vault.search(text, limit: limit)
    if shared.json { try Output.json(hits.map(\.jsonObject)) }
    try shared.show(hits.map(\.line))
    try await shared.nameDamage(vault.damage())
    if hits.isEmpty { shared.tell(words.nothingFound) }
  }
}
