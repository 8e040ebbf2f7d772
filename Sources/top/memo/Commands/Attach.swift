// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Evidence
import Synchronization
import VaultKit

/// `memo attach`: pieces of any size, all of them or none.
struct Attach: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "attach", words.attachesPiecesEntry,
      words.filesKeptTheyByte,
      examples: [
        "memo attach k3f9 lettre.pdf --nature received",
        #"memo attach k3f9 appel.m4a --partial "le début manque""#,
      ])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var pieces: PieceOptions
  @Argument(
    help: ArgumentHelp(
      words.entrysIdBeginning))
  var entry: String
  @Argument(help: ArgumentHelp(words.files)) var file: [String]

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
