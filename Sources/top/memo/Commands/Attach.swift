// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Evidence
import VaultKit

/// `memo attach`: pieces of any size, all of them or none.
struct Attach: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "attach", say("Joint des pièces à une inscription", "Attaches pieces to an entry"),
      say(
        "Les fichiers sont gardés tels quels, octet pour octet, de toute taille.",
        "Files are kept as they are, byte for byte, of any size."),
      examples: [
        "memo attach k3f9 lettre.pdf --nature received",
        #"memo attach k3f9 appel.m4a --partial "le début manque""#,
      ])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var pieces: PieceOptions
  @Argument(
    help: ArgumentHelp(
      say("Identifiant de l'inscription, ou son début", "The entry's id, or its beginning")))
  var entry: String
  @Argument(help: ArgumentHelp(say("Fichiers", "Files"))) var file: [String]

  func run() async throws {
    let vault = try await shared.open()
    let progress = PieceProgress(file, quiet: shared.quiet || shared.json)
    let attached = try await pieces.attaching(file) { requests in
      try await vault.attach(requests, to: entry, progress: progress.update)
    }
    progress.finish()
    if shared.json { return try Output.json(["attachments": attached.map(\.jsonObject)]) }
    for piece in attached { shared.tell("\(Output.line(piece.name))  \(piece.sha256.hex)") }
  }
}
