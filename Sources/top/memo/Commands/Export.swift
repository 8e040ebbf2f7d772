// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import ArgumentParser
import Dossier
import DurableFiles
import Evidence
import Foundation
import VaultKit

/// `memo export`: the dossier, encrypted; leaves no trace here unless `--log`.
struct Export: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "export",
      say("Fait un dossier chiffré à remettre", "Makes an encrypted dossier to hand over"),
      say(
        """
        Le dossier s'ouvre avec « age » et se vérifie avec des outils courants. Notes privées, \
        étiquettes et adresses cachées n'en font jamais partie. Une notice neutre est écrite à \
        côté. Les pièces qui disent plus que ce qu'elles montrent (lieu, noms, appareil) sont \
        d'abord énumérées. --for avocat donne tous les originaux. --for communication, la version \
        à verser aux débats, garde ici ces originaux, donne leur SHA-256 et, pour JPEG et PNG, joint \
        une copie sans métadonnées. Sans --for, la question est posée sur un terminal ; ailleurs, \
        tout part, avec un avertissement.
        """,
        """
        The dossier opens with “age” and is checked with stock tools. Private notes, tags and \
        hidden addresses are never part of it. A neutral notice is written beside it. Pieces that \
        tell more than they show (location, names, device) are listed first. --for avocat carries \
        every original. --for communication, a form safe to file, keeps those originals here, gives \
        their SHA-256, and for JPEG and PNG includes a copy without metadata. Without --for, the \
        question is asked on a terminal; elsewhere everything goes, with a warning.
        """),
      examples: [
        "memo export --to age1… -o dossier.tar.age",
        "memo export --to cle-avocat.txt --since 2021 --until 2022 -o dossier.tar.age",
        "memo export --only k3f9 -o dossier.tar.age",
        "memo export --to age1… --for communication -o dossier.tar.age",
      ])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var recipients: RecipientOptions
  @Option(
    help: ArgumentHelp(
      say("Cette inscription seulement (répétable)", "This entry only (repeatable)"),
      valueName: "entry")) var only: [String] = []
  @Option(help: ArgumentHelp(say("À partir de (date EDTF)", "From (EDTF date)"))) var since: String?
  @Option(help: ArgumentHelp(say("Jusqu'à (date EDTF)", "Until (EDTF date)"))) var until: String?
  @Option(help: ArgumentHelp(say("Avec cette étiquette", "With this tag"))) var tag: String?
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      say(
        "À quoi il sert : tous les originaux, ou sans ceux qui disent un lieu, un nom, un appareil",
        "What it is for: every original, or without those that tell a location, a name, a device"),
      valueName: "avocat|communication"))
  var purpose: String?
  @Option(
    help: ArgumentHelp(
      say("Textes de la page de garde, en JSON", "Texts of the cover, as JSON"), valueName: "file"))
  var cover: String?
  @Flag(
    help: ArgumentHelp(
      say("Dit combien d'inscriptions n'y sont pas", "Says how many entries are left out")))
  var showCount = false
  @Flag(
    help: ArgumentHelp(say("Inscrit la remise dans le journal", "Records the hand-over in the log"))
  ) var log = false
  @Flag(
    help: ArgumentHelp(
      say(
        "Si le coffre est abîmé, remet ce qui reste lisible",
        "If the vault is damaged, hands over what can still be read")))
  var despiteDamage = false
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(say("Fichier à écrire", "File to write"), valueName: "file"))
  var output: String

  func run() async throws {
    let request = try request()
    let notice = DossierNotice(beside: output, lock: Self.lock(request))
    try notice.requireFree()
    // Before any question is asked.
    guard !Files.exists(output) else { throw alreadyThere }
    let vault = try await shared.open()
    var prepared = try await vault.prepareExport(request)
    try choosePurpose(&prepared)
    let bar = ProgressBar(say("dossier", "dossier"), total: 0, quiet: shared.quiet || shared.json)
    let result: ExportResult
    do {
      result = try await vault.export(prepared, to: output) { bar.update($0, of: $1) }
      try notice.write()
    } catch VaultError.outputExists {
      throw alreadyThere
    }
    bar.finish()
    if log { try await vault.recordHandover(result, to: request.recipients.map(\.text)) }
    if shared.json {
      return try Output.json(
        [
          "path": result.path, "sha256": result.sha256, "entries": result.entries,
          "pieces": result.pieces, "purpose": prepared.purpose.rawValue,
          "traces": result.tracesObject(prepared),
        ] as [String: Any])
    }
    shared.tell("\(Output.line(result.path))  \(result.sha256)")
    shared.tell(
      say(
        "Faits : \(result.entries) ; pièces : \(result.pieces).",
        "Entries: \(result.entries); pieces: \(result.pieces)."))
    if let line = result.withheldLine { shared.tell(line) }
  }

  /// Pieces that tell more than they show are listed before anything is written; without `--for`, the person
  /// chooses. Where nobody can be asked everything goes, and that is said, `--quiet` or not.
  private func choosePurpose(_ prepared: inout PreparedExport) throws {
    let told = prepared.traces.filter(\.isHeldBack)
    guard !told.isEmpty else { return }
    guard purpose == nil else {
      if !shared.quiet { TraceLines.tellBeforeExport(told) }
      return
    }
    if !shared.json, let terminal = Terminal() {
      prepared.purpose = try terminal.onAlternateScreen {
        terminal.write(TraceLines.beforeExport(told).joined(separator: "\n") + "\n\n")
        return try PurposeQuestion(terminal: terminal).ask()
      }
      return
    }
    TraceLines.tellBeforeExport(told)
    Output.error(
      say(
        "  Leurs originaux partent entiers ; « --for communication » les garde ici.",
        "  Their originals go whole; “--for communication” keeps them here."))
  }

  private var alreadyThere: Failure {
    var failure = Failure.exists
    failure.detail = output
    return failure
  }

  private func request() throws -> ExportRequest {
    var request = ExportRequest()
    request.recipients = try recipients.recipients()
    request.only = only
    request.since = try since.map { try EntryOptions.date($0, "since") }
    request.until = try until.map { try EntryOptions.date($0, "until") }
    request.tag = tag
    if let purpose {
      guard let purpose = DossierManifest.Purpose(rawValue: purpose) else {
        throw Failure(vault: .invalidField("for"))
      }
      request.purpose = purpose
    }
    request.cover = try cover.map(Self.cover) ?? [:]
    request.showCount = showCount
    request.despiteDamage = despiteDamage
    return request
  }

  private static func lock(_ request: ExportRequest) -> DossierNotice.Lock {
    if request.recipients.contains(where: { $0.recipient is ScryptRecipient }) {
      return .passphrase
    }
    return request.recipients.contains { $0.recipient.isPostQuantum } ? .postQuantumKey : .key
  }

  /// An object of texts; its names are shown as they are.
  private static func cover(_ path: String) throws -> [String: String] {
    let bytes = try SharedOptions.contents(of: path, limit: 1 << 20)
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String],
      object.keys.allSatisfy({ key in
        !key.isEmpty && key.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) }
      })
    else {
      throw Failure(
        .usage, "cover",
        say(
          "la page de garde n'est pas un objet JSON de textes",
          "the cover is not a JSON object of texts"),
        #"{"parties": "…", "juridiction": "…"}"#)
    }
    return object
  }
}
