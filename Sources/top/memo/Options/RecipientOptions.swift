// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import ArgumentParser
import Sodium
import VaultKit

/// Who will open a dossier.
struct RecipientOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Clé age1… ou age1pq1… du destinataire, ou fichier de clés",
        "The recipient's age1… or age1pq1… key, or a file of keys"),
      valueName: "recipient|file"))
  var to: [String] = []
  @Option(
    help: ArgumentHelp(
      say(
        "Fichier dont la première ligne est la phrase convenue",
        "File whose first line is the agreed passphrase"),
      valueName: "file"))
  var recipientPassphraseFile: String?

  func recipients() throws -> [(recipient: any AgeRecipient, text: String)] {
    guard !to.isEmpty else { return [(try ScryptRecipient(passphrase: passphrase()), "scrypt")] }
    guard recipientPassphraseFile == nil else {
      throw Failure(
        .usage, "recipient",
        say(
          "une phrase de passe ne se mêle pas à une clé", "a passphrase cannot be mixed with a key"),
        say(
          "donnez --to ou --recipient-passphrase-file, pas les deux",
          "give --to or --recipient-passphrase-file, not both"))
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
        .usage, "recipient", say("pour qui est ce dossier ?", "whom is this dossier for?"),
        say(
          "donnez --to age1… ou --recipient-passphrase-file FICHIER",
          "give --to age1… or --recipient-passphrase-file FILE"))
    }
    terminal.write(
      say(
        "Convenez de la phrase de vive voix ; ne l'envoyez pas avec le dossier.\n",
        "Agree on the passphrase by word of mouth; do not send it with the dossier.\n"))
    return try SharedOptions.askTwice(
      terminal, say("Phrase de passe du dossier : ", "The dossier's passphrase: "))
  }
}
