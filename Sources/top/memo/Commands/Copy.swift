// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo copy`: the sealed objects to a folder.
struct Copy: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "copy",
      say(
        "Copie scellée du coffre dans un dossier, par exemple une clé USB",
        "A sealed copy of the vault in a folder, such as a USB stick"),
      say(
        """
        Qui garde la clé ne peut rien y lire. Seul ce qui manque est écrit, rien n'est effacé ; une copie interrompue se \
        reprend en relançant la commande. Avec le kit, « memo join » refait le coffre à partir de la clé.
        """,
        """
        Whoever keeps the stick can read nothing on it. Only what is missing is written, nothing is deleted; an interrupted \
        copy goes on when the command is run again. With the kit, “memo join” makes the vault again from the stick.
        """), examples: ["memo copy --to /media/usb"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(
    help: ArgumentHelp(
      say("Dossier qui existe déjà", "Folder that exists already"), valueName: "dir"))
  var to: String

  func run() async throws {
    let vault = try await shared.open()
    let report = try await CopyProgress.run(say("copie", "copying"), shared) {
      try await vault.copy(to: to, progress: $0)
    }
    if shared.json { try Output.json(report.jsonObject) } else { shared.tell(report.line) }
    try shared.nameProblems(of: report)
  }
}

/// `memo sync`: takes in what other devices left, then pushes.
struct Sync: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "sync",
      say(
        "Échange avec les autres appareils à travers un dossier",
        "Exchanges with the other devices through a folder"),
      say(
        """
        Prend ce que les autres appareils y ont laissé, puis y met ce qui leur manque. Ce qui est abîmé ici et intact là-bas est \
        réparé.
        """,
        """
        Takes what the other devices left there, then puts there what they lack. What is damaged here and whole there is \
        mended.
        """), examples: ["memo sync --folder /media/usb"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(
    help: ArgumentHelp(
      say("Dossier qui existe déjà", "Folder that exists already"), valueName: "dir"))
  var folder: String

  func run() async throws {
    let vault = try await shared.open()
    let pulled = try await CopyProgress.run(say("reprise", "taking in"), shared) {
      try await vault.takeIn(from: folder, progress: $0)
    }
    let pushed = try await CopyProgress.run(say("copie", "copying"), shared) {
      try await vault.copy(to: folder, progress: $0)
    }
    var both = pulled
    both.problems += pushed.problems.filter { !pulled.problems.contains($0) }
    if shared.json {
      try Output.json(
        [
          "pulled": pulled.objects, "pushed": pushed.objects, "cosigned": 0,
          "bytes": pulled.bytes + pushed.bytes, "problems": both.problems.map(\.jsonObject),
        ] as [String: Any])
    } else {
      shared.tell(
        say("repris : ", "taken in: ") + "\(pulled.objects)"
          + say(" ; mis dans le dossier : ", "; put in the folder: ") + "\(pushed.objects)")
    }
    try shared.nameProblems(of: both)
  }
}
