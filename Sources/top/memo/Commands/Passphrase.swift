// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo passphrase`: changes it; at every instant one of the two opens.
struct Passphrase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "passphrase", say("Change la phrase de passe", "Changes the passphrase"),
      examples: ["memo passphrase"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(
    help: ArgumentHelp(
      say("Fichier dont la première ligne est la nouvelle", "File whose first line is the new one"),
      valueName: "file"))
  var newPassphraseFile: String?

  func run() async throws {
    let vault = try await shared.open()
    let passphrase = try SharedOptions.newPassphrase(file: newPassphraseFile)
    try await vault.changePassphrase(to: passphrase)
    if shared.json { return try Output.json(["changed": true]) }
    shared.tell(say("La phrase de passe a changé.", "The passphrase has changed."))
  }
}
