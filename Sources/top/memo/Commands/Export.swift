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
      words.makesEncryptedDossierHand,
      words.dossierOpensAgeChecked,
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
      words.entryOnlyRepeatable,
      valueName: "entry")) var only: [String] = []
  @Option(help: ArgumentHelp(words.edtfDate)) var since: String?
  @Option(help: ArgumentHelp(words.untilEdtfDate)) var until: String?
  @Option(help: ArgumentHelp(words.tag)) var tag: String?
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      words.whatEveryOriginalWithout,
      valueName: "avocat|communication"))
  var purpose: String?
  @Option(
    help: ArgumentHelp(
      words.textsCoverJson, valueName: "file"))
  var cover: String?
  @Flag(
    help: ArgumentHelp(
      words.saysHowManyEntries))
  var showCount = false
  @Flag(
    help: ArgumentHelp(words.recordsHandOverLog)
  ) var log = false
  @Flag(
    help: ArgumentHelp(
      words.ifVaultDamagedHands))
  var despiteDamage = false
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(words.fileWrite, valueName: "file"))
  var output: String

  func run() async throws {
    // Of two passphrases, the vault's is asked first: it is the one that people expect.
    let early = recipients.willAsk && Terminal() != nil ? try await shared.open() : nil
    let request = try request()
    let notice = DossierNotice(beside: output, lock: Self.lock(request))
    try notice.requireFree()
    // Before any question is asked.
    guard !Files.exists(output) else { throw alreadyThere }
    let vault = if let early { early } else { try await shared.open() }
    var prepared = try await vault.prepareExport(request)
    try choosePurpose(&prepared)
    let bar = ProgressBar(words.dossier, total: 0, quiet: shared.quiet || shared.json)
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
      try Output.json(
        [
          "path": result.path, "sha256": result.sha256, "entries": result.entries,
          "pieces": result.pieces, "purpose": prepared.purpose.rawValue,
          "traces": result.tracesObject(prepared),
          "problems": result.problems.map(\.jsonObject),
        ] as [String: Any])
    }
    shared.tell("\(Output.line(result.path))  \(result.sha256)")
    shared.tell(
      words.entriesPieces("\(result.entries)", "\(result.pieces)"))
    if let line = result.withheldLine { shared.tell(line) }
    for problem in result.problems { shared.tell(problem.line) }
    try shared.nameDamage(result.problems)
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
      words.theirOriginalsGoWhole)
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
    guard TopLevelKeys(Data(bytes)).repeated == nil,
      let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String],
      object.keys.allSatisfy({ key in
        !key.isEmpty && key.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) }
      })
    else {
      throw Failure(
        .usage, "cover",
        words.coverNotJsonObject,
        #"{"parties": "…", "juridiction": "…"}"#)
    }
    return object
  }
}
