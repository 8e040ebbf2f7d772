// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo passphrase`: changes it; at every instant one of the two opens.
struct Passphrase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "passphrase", words.changesPassphrase,
      examples: ["memo passphrase"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(
    help: ArgumentHelp(
      words.fileWhoseFirstLine,
      valueName: "file"))
  var newPassphraseFile: String?

  func run() async throws {
    let vault = try await shared.open()
    let passphrase = try SharedOptions.newPassphrase(file: newPassphraseFile)
    try await vault.changePassphrase(to: passphrase)
    if shared.json { return try Output.json(["changed": true]) }
    shared.tell(words.passphraseChanged)
  }
}
