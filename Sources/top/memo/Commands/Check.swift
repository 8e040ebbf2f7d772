// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dossier
import VaultKit

/// `memo check`: is everything as it was written.
struct Check: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "check",
      say("Vérifie que tout est tel qu'inscrit", "Verifies that everything is as recorded"),
      say(
        """
        --deep ouvre aussi chaque pièce. --repair met de côté ce qui est abîmé, n'efface rien. \
        --against compare avec un dossier remis plus tôt : un coffre ramené en arrière se voit.
        """,
        """
        --deep opens every piece as well. --repair moves aside what is damaged, deletes nothing. \
        --against compares with a dossier handed over earlier: a vault set back shows.
        """), examples: ["memo check", "memo check --deep", "memo check --against dossier/"])
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var reading: DossierOptions
  @Flag(help: ArgumentHelp(say("Ouvre tout", "Opens everything"))) var deep = false
  @Flag(help: ArgumentHelp(say("Met de côté les fichiers abîmés", "Moves damaged files aside")))
  var repair = false
  @Option(
    help: ArgumentHelp(
      say("Compare avec ce dossier", "Compares with this dossier"), valueName: "dossier"))
  var against: String?

  func run() async throws {
    let dossier = try against.map { try reading.read($0).dossier }
    let vault = try await shared.open()
    let bar = ProgressBar(
      say("vérification", "checking"), total: 0, quiet: shared.quiet || shared.json)
    let report = try await vault.check(
      deep: deep, repair: repair, against: dossier, progress: { bar.update(UInt64($0)) })
    bar.finish()
    if shared.json { try Output.json(report.jsonObject) } else { tell(report) }
    if !report.ok { throw ExitCode(Failure.Code.data.rawValue) }
  }

  private func tell(_ report: CheckReport) {
    for problem in report.problems { print(problem.line) }
    if report.quarantined > 0 {
      print(say("fichiers mis de côté : ", "files moved aside: ") + String(report.quarantined))
    }
    shared.tell(
      say("inscriptions : ", "records: ") + "\(report.records)"
        + say(" ; morceaux : ", "; chunks: ") + "\(report.chunks)")
    shared.tell(
      report.ok
        ? say("Tout est tel qu'inscrit.", "Everything is as recorded.")
        : say(
          "Rien n'a été effacé. Copiez le dossier du coffre avant toute autre chose.",
          "Nothing was deleted. Copy the vault's folder before anything else."))
  }
}
