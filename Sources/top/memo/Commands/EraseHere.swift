// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo erase-here`: the same words and exit code whether or not copies exist elsewhere.
struct EraseHere: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "erase-here", say("Retire le coffre de cet appareil", "Removes the vault from this machine"),
      examples: ["memo erase-here"])
  }

  @OptionGroup var shared: SharedOptions
  @Flag(help: ArgumentHelp(say("Sans demander", "Without asking"))) var yes = false

  func run() async throws {
    if !yes {
      guard let terminal = Terminal() else { throw Failure.noTerminal }
      let answer = try terminal.readLine(
        say(
          "Retirer le coffre de cet appareil ? Écrivez « oui » : ",
          "Remove the vault from this machine? Type “yes”: "))
      guard let answer, ["oui", "yes"].contains(answer.lowercased()) else {
        return shared.tell(say("Rien n'a été touché.", "Nothing was touched."))
      }
    }
    try await Erasure.erase(shared.vaultPath)
    if shared.json { return try Output.json(["erased": true]) }
    shared.tell(say("Retiré d'ici.", "Removed from here."))
  }
}
