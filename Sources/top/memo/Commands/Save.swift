// SPDX-License-Identifier: Apache-2.0
import Evidence
import ArgumentParser
import VaultKit

/// `memo save`: a piece's original bytes, out of the vault.
struct Save: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "save",
      say(
        "Écrit une pièce hors du coffre, telle qu'elle était",
        "Writes a piece out of the vault, as it was"),
      say(
        "Le fichier écrit est lisible par qui ouvre cet appareil.",
        "The file written can be read by whoever opens this device."),
      examples: ["memo save k3f9 lettre.pdf --to /media/usb/lettre.pdf"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      say("Identifiant de l'inscription, ou son début", "The entry's id, or its beginning")))
  var entry: String
  @Argument(
    help: ArgumentHelp(
      say(
        "Nom de la pièce, ou début de son identifiant",
        "The piece's name, or the beginning of its id")))
  var name: String
  @Option(help: ArgumentHelp(say("Fichier à écrire", "File to write"), valueName: "path")) var to:
    String

  func run() async throws {
    let vault = try await shared.open()
    let piece = try await vault.save(name, of: entry, to: to)
    if shared.json { return try Output.json(["path": to, "sha256": piece.sha256.hex]) }
    shared.tell("\(Output.line(to))  \(piece.sha256.hex)")
  }
}
