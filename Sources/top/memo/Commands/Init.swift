// SPDX-License-Identifier: Apache-2.0
import Remote
import ArgumentParser
import DurableFiles
import Seal
import VaultKit

/// `memo init`: a vault, and the kit that opens it when everything else is lost.
struct Init: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "init", say("Crée le coffre et son kit de secours", "Creates the vault and its recovery kit"),
      say(
        """
        Le kit de secours s'affiche une fois, à recopier sur papier ; sans terminal, il faut \
        --kit FICHIER. Interrompu avant la fin, « memo init » montre le kit à nouveau.
        Kit et phrase de passe perdus ensemble : plus personne ne peut ouvrir le coffre.
        """,
        """
        The recovery kit is shown once, to be copied on paper; without a terminal, --kit FILE is \
        needed. Interrupted before the end, “memo init” shows the kit again.
        Kit and passphrase lost together: nobody can open the vault any more.
        """), examples: ["memo init", "memo init --kit /media/usb/kit.txt"])
  }

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp(
      say("Écrit le kit dans ce fichier", "Writes the kit to this file"),
      valueName: "file"))
  var kit: String?

  func run() async throws {
    guard kit != nil || Terminal() != nil else { throw Self.needsKit }
    if let kit, Files.exists(kit) {
      var failure = Failure.exists
      failure.detail = kit
      throw failure
    }
    let vault = try await vaultWithPendingKit()
    if let pending = try await vault.pendingKit() {
      if let kit {
        try write(pending, to: kit)
      } else if let terminal = Terminal() {
        try KitScreen(terminal: terminal, kit: pending).confirm()
      }
      try await vault.confirmKit()
    }
    try report(vault)
  }

  /// A new vault, or one whose creation was interrupted before its kit was confirmed.
  private func vaultWithPendingKit() async throws -> Vault {
    do {
      let locked = try await LockedVault(shared.vaultPath)
      guard locked.hasPendingKit else { throw Failure(vault: .vaultExists) }
      return try locked.unlock(passphrase: shared.passphrase())
    } catch VaultError.noVault {
      let passphrase = try SharedOptions.newPassphrase(file: shared.passphraseFile)
      return try await NewVault.create(at: shared.vaultPath, passphrase: passphrase)
    }
  }

  private func write(_ pending: RecoveryKit, to path: String) throws {
    try SecretFile.create(path, pending.lines())
    shared.tell(
      say(
        "Kit écrit. Gardez ce fichier ailleurs que sur cet appareil, puis effacez-le d'ici.",
        "Kit written. Keep this file elsewhere than on this device, then delete it from here."))
  }

  private func report(_ vault: Vault) throws {
    if shared.json {
      return try Output.json(["vault": vault.id.text, "device": vault.device.description])
    }
    shared.tell(
      say(
        "Coffre prêt. « memo add » pour une première inscription.",
        "The vault is ready. “memo add” for a first entry."))
  }

  private static var needsKit: Failure {
    Failure(
      .usage, "no-terminal",
      say("il n'y a pas de terminal où montrer le kit", "there is no terminal to show the kit on"),
      say(
        "donnez --kit FICHIER (et --passphrase-file FICHIER) ; rien n'a été créé",
        "give --kit FILE (and --passphrase-file FILE); nothing was created"))
  }
}
