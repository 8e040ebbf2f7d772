// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import ArgumentParser
import Sodium
import VaultKit

/// Who will open a dossier.
struct RecipientOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      words.recipientHelp,
      valueName: "recipient|file"))
  var to: [String] = []
  @Option(
    help: ArgumentHelp(
      words.fileWhoseFirstLineAgreed,
      valueName: "file"))
  var recipientPassphraseFile: String?

  /// Whether a passphrase will be asked.
  var willAsk: Bool { to.isEmpty && recipientPassphraseFile == nil }

  func recipients() throws -> [(recipient: any AgeRecipient, text: String)] {
    guard !to.isEmpty else { return [(try ScryptRecipient(passphrase: passphrase()), "scrypt")] }
    guard recipientPassphraseFile == nil else {
      throw Failure(
        .usage, "recipient",
        words.passphraseCannotMixedKey,
        words.giveRecipientPassphraseFile)
    }
    let keys = try to.flatMap(Self.keys)
    // Before the passphrase is asked and a file made.
    try AgeEncryptor.check(keys)
    return keys.map { ($0, $0.description) }
  }

  private static func keys(_ text: String) throws -> [KeyRecipient] {
    if text.hasPrefix("age1") { return [try KeyRecipient(parsing: text)] }
    var bytes = try SharedOptions.contents(of: text, limit: 1 << 20)
    defer { Memory.wipe(&bytes) }
    // A file of identities does as well: their public halves.
    if let identities = try? IdentityFile(bytes).identities { return identities.map(\.recipient) }
    return try RecipientsFile(bytes).recipients
  }

  private func passphrase() throws -> SecretBytes {
    if let recipientPassphraseFile {
      let line = try SharedOptions.firstLine(of: recipientPassphraseFile)
      guard line.count > 0 else { throw Failure(vault: .unusablePassphrase) }
      return line
    }
    guard let terminal = Terminal() else {
      throw Failure(
        .usage, "recipient", words.whomDossier,
        words.recipientNeeded)
    }
    terminal.write(
      words.agreePassphraseWordMouth)
    return try SharedOptions.askTwice(
      terminal, words.dossiersPassphrase)
  }
}
