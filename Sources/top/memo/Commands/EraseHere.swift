// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo erase-here`: the same words and exit code whether or not copies exist elsewhere.
struct EraseHere: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "erase-here", words.removesVaultMachine,
      examples: ["memo erase-here"])
  }

  @OptionGroup var shared: SharedOptions
  @Flag(help: ArgumentHelp(words.withoutAsking)) var yes = false

  func run() async throws {
    if !yes {
      guard let terminal = Terminal() else { throw Failure.noTerminal }
      let answer = try terminal.readLine(
        words.removeVaultMachineType)
      guard SharedOptions.isYes(answer) else {
        return shared.tell(words.nothingTouched)
      }
    }
    try await Erasure.erase(shared.vaultPath)
    if shared.json { return try Output.json(["erased": true]) }
    shared.tell(words.removedHere)
  }
}
