// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dossier
import VaultKit

/// `memo check`: is everything as it was written.
struct Check: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "check",
      words.verifiesEverythingRecorded,
      words.deepOpensEveryPiece,
      examples: ["memo check", "memo check --deep", "memo check --against dossier/"])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var reading: DossierOptions
  @Flag(help: ArgumentHelp(words.opensEverything)) var deep = false
  @Flag(help: ArgumentHelp(words.movesDamagedFilesAside))
  var repair = false
  @Option(
    help: ArgumentHelp(
      words.comparesDossier, valueName: "dossier"))
  var against: String?

  func run() async throws {
    let dossier = try against.map { try reading.read($0).dossier }
    let vault = try await shared.open()
    let bar = ProgressBar(
      words.checking, total: 0, quiet: shared.quiet || shared.json)
    let report = try await vault.check(
      deep: deep, repair: repair, against: dossier, progress: { bar.update(UInt64($0)) })
    bar.finish()
    if shared.json { try Output.json(report.jsonObject) } else { tell(report) }
    if !report.ok { throw ExitCode(Failure.Code.data.rawValue) }
  }

  private func tell(_ report: CheckReport) {
    for problem in report.problems { print(problem.line) }
    if report.quarantined > 0 {
      print(words.filesMovedAside + String(report.quarantined))
    }
    shared.tell(
      words.records + "\(report.records)"
        + words.chunks + "\(report.chunks)")
    if report.setApart > 0 { shared.tell(words.setApartAfterRevocation("\(report.setApart)")) }
    if report.elsewhere > 0 { shared.tell(words.piecesLeft(report.elsewhere)) }
    if report.givenUp > 0 { shared.tell(words.logsGivenUp(report.givenUp)) }
    shared.tell(
      report.ok
        ? words.everythingRecorded
        : words.nothingDeletedCopyVaults)
  }
}
