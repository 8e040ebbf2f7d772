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
      say(
        "Rouvre le coffre avec le kit, et fixe une nouvelle phrase de passe",
        "Opens the vault again with the kit, and sets a new passphrase"),
      say(
        "Rien n'est perdu. Cet appareil devient un appareil neuf dans le journal ; l'ancien y est révoqué.",
        "Nothing is lost. This device becomes a new one in the log; the old one is revoked there."),
      examples: ["memo recover --kit -", "memo recover --kit /media/usb/kit.txt"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(
    help: ArgumentHelp(
      say(
        "Fichier du kit ; - le demande groupe par groupe",
        "The kit's file; - asks for it group by group"),
      valueName: "file"))
  var kit: String
  @Option(
    help: ArgumentHelp(
      say(
        "Fichier dont la première ligne est la nouvelle phrase",
        "File whose first line is the new passphrase"),
      valueName: "file"))
  var newPassphraseFile: String?

  func run() async throws {
    let locked = try await LockedVault(shared.vaultPath)
    let recovery = try KitInput.recoverySecret(kit)
    guard recovery.vault == locked.id else { throw Failure(vault: .otherVaultsKit) }
    let passphrase = try SharedOptions.newPassphrase(
      file: newPassphraseFile ?? shared.passphraseFile)
    let vault = try locked.recover(recovery, newPassphrase: passphrase)
    if shared.json {
      return try Output.json(["vault": vault.id.text, "device": vault.device.description])
    }
    shared.tell(
      say(
        "Tout est là. L'ancienne phrase de passe n'ouvre plus rien.",
        "Everything is here. The old passphrase opens nothing any more."))
  }
}
