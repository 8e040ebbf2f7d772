// SPDX-License-Identifier: Apache-2.0
import Remote
import ArgumentParser
import VaultKit

/// `memo id`: what a lawyer compares with, given in hand.
struct Identity: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "id",
      words.vaultsIdentityGivenHand,
      words.saysNothingWhatVault,
      examples: ["memo id"])
  }

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let locked = try await LockedVault(shared.vaultPath)
    if shared.json { return try Output.json(["vault": locked.id.text]) }
    print(locked.id.groups)
  }
}
