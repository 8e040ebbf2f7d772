// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Evidence
import Synchronization
import VaultKit

/// `memo attach`: pieces of any size, all of them or none.
struct Attach: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "attach", say("Joint des pièces à une inscription", "Attaches pieces to an entry"),
      say(
        """
        Les fichiers sont gardés tels quels, octet pour octet, de toute taille. Ce qu'ils disent \
        de plus que ce qu'ils montrent (lieu, noms, appareil) est signalé.
        """,
        """
        Files are kept as they are, byte for byte, of any size. What they tell besides what they \
        show (location, names, device) is pointed out.
        """),
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
    let noticed = Mutex<[AttachedPiece]>([])
    _ = try await pieces.attaching(file) { requests in
      try await vault.attach(requests, to: entry, progress: progress.update) { pieces in
        noticed.withLock { $0 = pieces }
      }
    }
    progress.finish()
    let attached = noticed.withLock { $0 }
    if shared.json { return try Output.json(["attachments": attached.map(\.jsonObject)]) }
    for piece in attached.map(\.attachment) {
      shared.tell("\(Output.line(piece.name))  \(piece.sha256.hex)")
    }
    if !shared.quiet { TraceLines.tellAttached(attached) }
  }
}
