// SPDX-License-Identifier: Apache-2.0
import Remote
import ArgumentParser
import VaultKit

/// `memo id`: what a lawyer compares with, given in hand.
struct Identity: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "id",
      say(
        "L'identité du coffre, à donner en main propre", "The vault's identity, to be given in hand"
      ),
      say(
        "Elle ne dit rien de son contenu. Qui l'a peut vérifier qu'un dossier vient de ce coffre.",
        "It says nothing of what the vault holds. Whoever has it can check that a dossier comes from it."
      ),
      examples: ["memo id"])
  }

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let locked = try await LockedVault(shared.vaultPath)
    if shared.json { return try Output.json(["vault": locked.id.text]) }
    print(locked.id.groups)
  }
}
