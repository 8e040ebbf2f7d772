// SPDX-License-Identifier: Apache-2.0
import Seal
import Remote
import ArgumentParser
import VaultKit

/// `memo recover`: back in with the kit, as a new device.
struct Recover: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "recover",
      words.opensVaultAgainKit,
      words.nothingLostDeviceBecomes,
      examples: ["memo recover --kit -", "memo recover --kit /media/usb/kit.txt"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(
    help: ArgumentHelp(
      words.kitsFileAsksGroupGroup,
      valueName: "file"))
  var kit: String
  @Option(
    help: ArgumentHelp(
      words.fileWhoseFirstLineNew,
      valueName: "file"))
  var newPassphraseFile: String?

  func run() async throws {
    let locked = try await LockedVault(shared.vaultPath)
    let hadServer = locked.hasServer
    let recovery = try KitInput.recoverySecret(kit)
    guard recovery.vault == locked.id else { throw Failure(vault: .otherVaultsKit) }
    let passphrase = try SharedOptions.newPassphrase(
      file: newPassphraseFile ?? shared.passphraseFile)
    let vault = try locked.recover(recovery, newPassphrase: passphrase)
    if shared.json {
      return try Output.json(
        [
          "vault": vault.id.text, "device": vault.device.description, "server_to_set": hadServer,
        ] as [String: Any])
    }
    shared.tell(
      words.everythingHereOldPassphrase)
    if hadServer { shared.tell(words.serverToSetAgain) }
  }
}
