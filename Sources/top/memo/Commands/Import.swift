// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Evidence
import Synchronization
import VaultKit

/// `memo import`: all or nothing; bad lines are named by number.
struct Import: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "import",
      words.logsEntriesNotedElsewhere,
      words.oneEntryLineMembers, examples: ["memo import faits.jsonl", "memo import faits.csv"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(help: ArgumentHelp(words.attachmentsFolder, valueName: "dir"))
  var attachmentsFrom: String?
  @Argument(help: ArgumentHelp(words.files)) var file: [String]

  func run() async throws {
    let files = try file.map { try ImportFile($0, attachmentsFrom: attachmentsFrom) }
    try Self.requireReadable(files)
    let vault = try await shared.open()
    var entries: [NewEntry] = []
    for item in files.lazy.flatMap(\.items) {
      var entry = item.entry
      if !item.who.isEmpty { entry.who = try await EntryOptions.people(item.who, in: vault) }
      entries.append(NewEntry(entry, pieces: item.pieces))
    }
    let noticed = Mutex<[AttachedPiece]>([])
    let added = try await vault.add(
      entries, noticed: { pieces in noticed.withLock { $0 = pieces } }
    )
    .count
    if shared.json { return try Output.json(["added": added]) }
    shared.tell(words.loggedMany + "\(added)")
    if !shared.quiet { TraceLines.tellAttached(noticed.withLock { $0 }) }
  }

  private static func requireReadable(_ files: [ImportFile]) throws {
    let bad = files.flatMap { file in file.bad.map { (file.path, $0.line, $0.failure) } }
    guard let first = bad.first else { return }
    for (path, line, failure) in bad.prefix(20) {
      Output.error("\(Output.line(path)) : \(words.line) \(line) : \(failure.message)")
    }
    throw Failure(
      .usage, "import",
      bad.count == 1
        ? words.oneLineCannotRead
        : words.linesCannotRead("\(bad.count)"),
      words.nothingLoggedMendLine("\(first.1)"))
  }
}
