// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo prove`: one statement, its disclosed openings and the proof of its place.
struct Prove: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "prove", say("Écrit la preuve d'une seule inscription", "Writes the proof of a single entry"),
      say(
        "Le fichier écrit n'est pas chiffré : il contient l'inscription, sans ses notes privées.",
        "The file written is not encrypted: it holds the entry, without its private notes."),
      examples: ["memo prove k3f9 -o preuve.json"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      say("Identifiant de l'inscription, ou son début", "The entry's id, or its beginning")))
  var entry: String
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(say("Fichier à écrire", "File to write"), valueName: "file"))
  var output: String

  func run() async throws {
    let vault = try await shared.open()
    try await vault.prove(entry, to: output)
    if shared.json { return try Output.json(["path": output]) }
    shared.tell(Output.line(output))
  }
}
