// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Seal
import Sodium
import TestSupport
import VaultKit

/// A process for tests to kill: works on a vault and says on standard output what it did.
///
///     CrashWriter write VAULT SCRATCH SEED   entries, pieces, revisions and withdrawals without end
///     CrashWriter init VAULT
///     CrashWriter recover VAULT KIT          the new passphrase is the other one
///     CrashWriter passphrase VAULT [STEP]    to the other one; kills itself once the step is done
///     CrashWriter copy VAULT FOLDER
///     CrashWriter sync VAULT FOLDER
///     CrashWriter join VAULT FOLDER KIT
///     CrashWriter scene VAULT INPUT OUTPUT   a day's work, held here and there
@main
struct CrashWriter {
  static let passphrase = "correct horse"
  static let otherPassphrase = "battery staple"
  static let environment = VaultEnvironment(cost: .floor)

  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else { exit(64) }
    let vault = arguments[1]
    switch (arguments[0], arguments.count) {
    case ("write", 4):
      var loop = try await WriterLoop(
        vault: open(vault), scratch: arguments[2], seed: UInt64(arguments[3]) ?? 0)
      try await loop.run()
    case ("init", 2):
      _ = try await NewVault.create(
        at: vault, passphrase: secret(passphrase), environment: environment)
    case ("recover", 3):
      _ = try await LockedVault(vault, environment: environment).recover(
        RecoverySecret(kitText: secret(arguments[2])), newPassphrase: secret(otherPassphrase))
    case ("passphrase", 2...3):
      let steps = Vault.PassphraseStep.allCases
      let last = arguments.count == 3 ? Int(arguments[2]).map { steps[$0] } : nil
      try await open(vault).changePassphrase(to: secret(otherPassphrase)) { @Sendable reached in
        if reached == last { kill(getpid(), SIGKILL) }
      }
    case ("copy", 3):
      _ = try await open(vault).copy(to: arguments[2])
    case ("sync", 3):
      _ = try await open(vault).takeIn(from: arguments[2])
    case ("join", 4):
      let recovery = try RecoverySecret(kitText: secret(arguments[3]))
      _ = try await Joining(
        vault, from: arguments[2], recovery: recovery, environment: environment
      ).join(passphrase: secret(passphrase))
    case ("scene", 4):
      try await Scene(vault: vault, input: arguments[2], output: arguments[3]).run()
    default: exit(64)
    }
    say("end")
  }

  static func open(_ path: String) async throws -> Vault {
    try await LockedVault(path, environment: environment).unlock(passphrase: secret(passphrase))
  }

  private static func secret(_ text: String) throws -> SecretBytes {
    try SecretBytes(copying: Array(text.utf8))
  }

  /// One line, at once: what was said before the kill was said.
  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
  }
}
