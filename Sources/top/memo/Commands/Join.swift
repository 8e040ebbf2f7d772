// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Remote
import Seal
import VaultKit

/// `memo join`: a new device for an existing vault.
struct Join: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "join",
      words.makesVaultAgainDevice,
      words.copyMemoCopyDevice,
      examples: ["memo join /media/usb --kit -", "memo join /media/usb --kit /media/autre/kit.txt"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(help: ArgumentHelp(words.folderCopy, valueName: "dir"))
  var source: String
  @Option(
    help: ArgumentHelp(
      words.kitsFileAsksGroupGroup,
      valueName: "file"))
  var kit: String
  @Option(
    help: ArgumentHelp(
      words.fileWhoseFirstLineDevices,
      valueName: "file"))
  var newPassphraseFile: String?

  func run() async throws {
    try Joining.requireNoVault(at: shared.vaultPath)
    let recovery = try KitInput.recoverySecret(kit)
    let joining = try Joining(shared.vaultPath, from: source, recovery: recovery)
    let passphrase = try SharedOptions.newPassphrase(
      file: newPassphraseFile ?? shared.passphraseFile)
    let (vault, report) = try await CopyProgress.run(words.taking, shared) {
      try await joining.join(passphrase: passphrase, progress: $0)
    }
    if shared.json {
      try Output.json(
        [
          "vault": vault.id.text, "device": vault.device.description,
          "objects": report.objects, "bytes": report.bytes,
          "problems": report.problems.map(\.jsonObject),
        ] as [String: Any])
    } else {
      tell(report)
    }
    try shared.nameProblems(of: report)
  }

  private func tell(_ report: CopyReport) {
    for (device, moment) in report.lastRecorded.sorted(by: { $0.key < $1.key }) {
      shared.tell(
        words.lastRecordDevice
          + "\(device.description.prefix(6)) : \(moment.shown)")
    }
    shared.tell(
      report.problems.isEmpty
        ? words.allCopyHoldsHere
        : words.vaultHereWhatWhole)
  }
}
