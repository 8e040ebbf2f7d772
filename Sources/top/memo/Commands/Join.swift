// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Remote
import Seal
import SyncClient
import VaultKit

/// `memo join`: a new device for an existing vault.
struct Join: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "join",
      words.makesVaultAgainDevice,
      words.copyMemoCopyDevice,
      examples: [
        "memo join /media/usb --kit -", "memo join /media/usb --kit /media/autre/kit.txt",
        "memo join https://memo.exemple.org --kit -",
      ])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(help: ArgumentHelp(words.joinSource, valueName: "dir"))
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
    if source.contains("://") { return try await joinServer(recovery) }
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

  /// The new device is made known at once: until then the server refuses it.
  private func joinServer(_ recovery: RecoverySecret) async throws {
    let address = try Network.address(source)
    let passphrase = try SharedOptions.newPassphrase(
      file: newPassphraseFile ?? shared.passphraseFile)
    try await Network.with(address) { exchange in
      let joining = try Joining(
        shared.vaultPath, from: address, over: exchange, recovery: recovery)
      let (vault, taken, pushed) = try await CopyProgress.run(words.taking, shared) { progress in
        let (vault, report) = try await joining.join(passphrase: passphrase, progress: progress)
        return (vault, report, try await vault.sync(over: exchange))
      }
      let problems = taken.problems + pushed.problems.filter { !taken.problems.contains($0) }
      if shared.json {
        try Output.json(
          [
            "vault": vault.id.text, "device": vault.device.description,
            "objects": taken.objects, "bytes": taken.bytes,
            "problems": problems.map(\.jsonObject),
          ] as [String: Any])
      } else {
        tell(taken, complete: words.joinServerDone)
      }
      if let surrender = pushed.surrender { throw Failure(server: surrender) }
      try shared.nameProblems(problems)
    }
  }

  private func tell(_ report: CopyReport, complete: String = words.allCopyHoldsHere) {
    for (device, moment) in report.lastRecorded.sorted(by: { $0.key < $1.key }) {
      shared.tell(
        words.lastRecordDevice
          + "\(device.description.prefix(6)) : \(moment.shown)")
    }
    shared.tell(
      report.problems.isEmpty
        ? complete
        : words.vaultHereWhatWhole)
  }
}
