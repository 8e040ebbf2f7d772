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
      say(
        "Refait le coffre sur cet appareil, à partir d'une copie et du kit",
        "Makes the vault again on this device, from a copy and the kit"),
      say(
        """
        La copie est celle de « memo copy ». Cet appareil devient un appareil de plus ; les autres restent. Ce qui manque dans \
        la copie est nommé, le reste est repris.
        """,
        """
        The copy is that of “memo copy”. This device becomes one more; the others stay. What the copy lacks is named, the rest \
        is taken.
        """),
      examples: ["memo join /media/usb --kit -", "memo join /media/usb --kit /media/autre/kit.txt"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(help: ArgumentHelp(say("Dossier de la copie", "Folder of the copy"), valueName: "dir"))
  var source: String
  @Option(
    help: ArgumentHelp(
      say(
        "Fichier du kit ; - le demande groupe par groupe",
        "The kit's file; - asks for it group by group"),
      valueName: "file"))
  var kit: String
  @Option(
    help: ArgumentHelp(
      say(
        "Fichier dont la première ligne est la phrase de passe de cet appareil",
        "File whose first line is this device's passphrase"),
      valueName: "file"))
  var newPassphraseFile: String?

  func run() async throws {
    try Joining.requireNoVault(at: shared.vaultPath)
    let recovery = try KitInput.recoverySecret(kit)
    let joining = try Joining(shared.vaultPath, from: source, recovery: recovery)
    let passphrase = try SharedOptions.newPassphrase(
      file: newPassphraseFile ?? shared.passphraseFile)
    let (vault, report) = try await CopyProgress.run(say("reprise", "taking in"), shared) {
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
        say("dernière inscription de l'appareil ", "last record of device ")
          + "\(device.description.prefix(6)) : \(moment.shown)")
    }
    shared.tell(
      report.problems.isEmpty
        ? say(
          "Tout ce que la copie contient est là. « memo sync --folder » fera connaître cet appareil aux autres.",
          "All that the copy holds is here. “memo sync --folder” will make this device known to the others."
        )
        : say(
          "Le coffre est là, avec ce que la copie avait d'intact.",
          "The vault is here, with what was whole in the copy."))
  }
}
