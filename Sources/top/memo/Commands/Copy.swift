// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import VaultKit

/// `memo copy`: the sealed objects to a folder.
struct Copy: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "copy",
      words.sealedCopyVaultFolder,
      words.whoeverKeepsStickCan, examples: ["memo copy --to /media/usb"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(
    help: ArgumentHelp(
      words.folderExistsAlready, valueName: "dir"))
  var to: String

  func run() async throws {
    let vault = try await shared.open()
    let report = try await CopyProgress.run(words.copying, shared) {
      try await vault.copy(to: to, progress: $0)
    }
    if report.left > 0 { shared.tell(words.copyLacks(report.left)) }
    if shared.json { try Output.json(report.jsonObject) } else { shared.tell(report.line) }
    try shared.nameProblems(of: report)
  }
}
