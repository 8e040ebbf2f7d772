// SPDX-License-Identifier: Apache-2.0
import Evidence
import ArgumentParser
import VaultKit

/// `memo save`: a piece's original bytes, out of the vault.
struct Save: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "save",
      words.writesPieceOutVault,
      words.fileWrittenCanRead,
      examples: ["memo save k3f9 lettre.pdf --to /media/usb/lettre.pdf"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      words.entrysIdBeginning))
  var entry: String
  @Argument(
    help: ArgumentHelp(
      words.piecesNameBeginningId))
  var name: String
  @Option(help: ArgumentHelp(words.fileWrite, valueName: "path")) var to: String

  func run() async throws {
    let vault = try await shared.open()
    let piece = try await vault.save(name, of: entry, to: to)
    if shared.json { return try Output.json(["path": to, "sha256": piece.sha256.hex]) }
    shared.tell("\(Output.line(to))  \(piece.sha256.hex)")
  }
}
