// SPDX-License-Identifier: Apache-2.0
import Remote
import ArgumentParser
import Evidence
import Synchronization
import VaultKit

/// `memo add`: one entry, with its pieces, in one transaction.
struct Add: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "add", words.logsEntry,
      words.withoutOptionsTerminalQuestions,
      examples: [
        "memo add", "memo add --stdin < fait.json", "memo add --attach photo.jpg",
      ])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup(title: words.fields) var fields: EntryOptions
  @OptionGroup var pieces: PieceOptions
  @Flag(
    help: ArgumentHelp(
      words.fieldsJsonStandardInput))
  var stdin = false
  @Option(help: ArgumentHelp(words.attachesFile, valueName: "file"))
  var attach: [String] = []

  func run() async throws {
    var (fields, pieces, paths) = (fields, pieces, attach)
    if stdin {
      let object = try StandardInput.object(allowing: EntryOptions.keys.subtracting(["reason"]))
      try fields.read(object)
      try pieces.read(object)
      paths += try object.strings("attach")
    }
    try fields.readTextFromStandardInput()
    let vault = try await shared.open()
    if fields.isEmpty && paths.isEmpty {
      guard !stdin, !shared.json, let terminal = Terminal() else { throw Failure.nothingToLog }
      let answers = try await Self.ask(on: terminal, for: vault)
      guard !answers.isEmpty else {
        return shared.tell(words.nothingLogged)
      }
      (fields, paths) = (try answers.fields(), answers.paths)
    }
    var entry = Entry()
    let isAsked = !stdin && self.fields.isEmpty && attach.isEmpty
    try fields.apply(to: &entry, people: await fields.people(in: vault), language: shared.lang)
    guard entry != Entry() || !paths.isEmpty else { throw Failure.nothingToLog }
    let progress = PieceProgress(paths, quiet: shared.quiet || shared.json)
    let noticed = Mutex<[AttachedPiece]>([])
    let id = try await pieces.attaching(paths) { [entry] requests in
      try await vault.add(
        [NewEntry(entry, pieces: requests)], forgettingDraft: isAsked, progress: progress.update,
        noticed: { pieces in noticed.withLock { $0 = pieces } }
      ).first
    }
    progress.finish()
    let attached = noticed.withLock { $0 }
    if shared.json {
      return try Output.json(
        ["id": id?.description ?? "", "attachments": attached.map(\.jsonObject)] as [String: Any])
    }
    shared.tell(words.logged + (id?.description ?? ""))
    if (try? await vault.isRevoked()) == true { shared.tell(words.revokedAdd) }
    if !shared.quiet { TraceLines.tellAttached(attached) }
  }

  private static func ask(on terminal: Terminal, for vault: Vault) async throws -> EntryAnswers {
    var questions = EntryQuestions(on: terminal, for: vault)
    do {
      try await questions.ask()
    } catch let failure as Failure where failure.word == Failure.interrupted.word {
      guard !questions.answers.isEmpty else { throw failure }
      throw Failure.draftKept
    }
    return questions.answers
  }
}

extension Failure {
  static var draftKept: Failure {
    Failure(
      .other, "interrupted", words.interrupted,
      words.whatWrittenKeptEncrypted)
  }

  static var nothingToLog: Failure {
    Failure(
      .usage, "nothing", words.thereNothingLog,
      words.giveTitleTextStdin)
  }
}
