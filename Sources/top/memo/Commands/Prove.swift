// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo prove`: one statement, its disclosed openings and the proof of its place.
struct Prove: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "prove", words.writesProofSingleEntry,
      words.fileWrittenNotEncrypted,
      examples: ["memo prove k3f9 -o preuve.json"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      words.entrysIdBeginning))
  var entry: String
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(words.fileWrite, valueName: "file"))
  var output: String

  func run() async throws {
    let vault = try await shared.open()
    try await vault.prove(entry, to: output)
    if shared.json { return try Output.json(["path": output]) }
    shared.tell(Output.line(output))
  }
}
