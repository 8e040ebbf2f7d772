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
    if shared.json { try Output.json(report.jsonObject) } else { shared.tell(report.line) }
    try shared.nameProblems(of: report)
  }
}

/// `memo sync`: takes in what other devices left, then pushes.
struct Sync: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "sync",
      words.exchangesOtherDevicesThrough,
      words.takesWhatOtherDevices, examples: ["memo sync --folder /media/usb"])
  }

  @OptionGroup var shared: SharedOptions
  @Option(
    help: ArgumentHelp(
      words.folderExistsAlready, valueName: "dir"))
  var folder: String

  func run() async throws {
    let vault = try await shared.open()
    let pulled = try await CopyProgress.run(words.taking, shared) {
      try await vault.takeIn(from: folder, progress: $0)
    }
    let pushed = try await CopyProgress.run(words.copying, shared) {
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
        words.taken + "\(pulled.objects)"
          + words.putFolder + "\(pushed.objects)")
    }
    try shared.nameProblems(of: both)
  }
}
