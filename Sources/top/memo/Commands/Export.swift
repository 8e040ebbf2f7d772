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
        étiquettes et adresses cachées n'en font jamais partie. Une notice neutre est écrite à côté.
        """,
        """
        The dossier opens with “age” and is checked with stock tools. Private notes, tags and \
        hidden addresses are never part of it. A neutral notice is written beside it.
        """),
      examples: [
        "memo export --to age1… -o dossier.tar.age",
        "memo export --to cle-avocat.txt --since 2021 --until 2022 -o dossier.tar.age",
        "memo export --only k3f9 -o dossier.tar.age",
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
    help: ArgumentHelp(say("À quoi il sert", "What it is for"), valueName: "avocat|communication"))
  var purpose = "avocat"
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
    let vault = try await shared.open()
    let bar = ProgressBar(say("dossier", "dossier"), total: 0, quiet: shared.quiet || shared.json)
    let result: ExportResult
    do {
      result = try await vault.export(request, to: output) { bar.update($0, of: $1) }
      try notice.write()
    } catch VaultError.outputExists {
      var failure = Failure.exists
      failure.detail = output
      throw failure
    }
    bar.finish()
    if log { try await vault.recordHandover(result, to: request.recipients.map(\.text)) }
    if shared.json {
      return try Output.json(
        [
          "path": result.path, "sha256": result.sha256, "entries": result.entries,
          "pieces": result.pieces,
        ] as [String: Any])
    }
    shared.tell("\(Output.line(result.path))  \(result.sha256)")
    shared.tell(
      say(
        "Faits : \(result.entries) ; pièces : \(result.pieces).",
        "Entries: \(result.entries); pieces: \(result.pieces)."))
  }

  private func request() throws -> ExportRequest {
    var request = ExportRequest()
    request.recipients = try recipients.recipients()
    request.only = only
    request.since = try since.map { try EntryOptions.date($0, "since") }
    request.until = try until.map { try EntryOptions.date($0, "until") }
    request.tag = tag
    guard let purpose = DossierManifest.Purpose(rawValue: purpose) else {
      throw Failure(vault: .invalidField("for"))
    }
    request.purpose = purpose
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
