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
      "init", words.createsVaultRecoveryKit,
      words.recoveryKitShownOnce, examples: ["memo init", "memo init --kit /media/usb/kit.txt"])
  }

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp(
      words.writesKitFile,
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
      words.kitWrittenKeepFile)
  }

  private func report(_ vault: Vault) throws {
    if shared.json {
      return try Output.json(["vault": vault.id.text, "device": vault.device.description])
    }
    shared.tell(
      words.vaultReadyMemoAdd)
  }

  private static var needsKit: Failure {
    Failure(
      .usage, "no-terminal",
      words.thereNoTerminalShow,
      words.giveKitFilePassphrase)
  }
}
