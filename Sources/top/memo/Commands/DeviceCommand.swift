// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Evidence
import Remote
import Seal
import VaultKit

/// `memo device`: the devices of the vault.
struct DeviceCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "device", say("Les appareils du coffre", "The vault's devices"),
      examples: ["memo device list", "memo device revoke k3f9 --kit -"],
      subcommands: [DeviceList.self, DeviceRevoke.self])
  }
}

struct DeviceList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "list", say("Tous les appareils, révoqués compris", "Every device, revoked ones too"),
      examples: ["memo device list"])
  }

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let locked = try await LockedVault(shared.vaultPath)
    let devices = try locked.devices()
    if shared.json {
      return try Output.json(
        devices.map { device -> [String: Any] in
          [
            "device": device.device.description, "created_at": device.createdAt,
            "revoked_at": device.revokedAt ?? JSONNull.value, "this": device.isThis,
          ]
        })
    }
    for device in devices {
      let own = device.isThis ? say("  cet appareil", "  this device") : ""
      let revoked =
        device.revokedAt.map { say("  révoqué ", "  revoked ") + Self.shown($0) } ?? ""
      shared.tell("\(device.device)  \(Self.shown(device.createdAt))\(own)\(revoked)")
    }
    if try locked.hasConcurrentBootRecords() {
      shared.tell(
        say(
          "Deux registres d'appareils ont été faits séparément ; le prochain emploi du kit les réunira.",
          "Two device registers were made apart; the next use of the kit will unite them."))
    }
  }

  private static func shown(_ moment: String) -> String {
    (try? RecordedAt(moment))?.shown ?? moment
  }
}

struct DeviceRevoke: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "revoke",
      say(
        "Révoque un appareil : ce qu'il écrirait ensuite n'est plus cru, et ce qui s'écrira ici lui est fermé",
        "Revokes a device: what it writes from now on is not believed, what is written here is closed to it"
      ),
      examples: ["memo device revoke k3f9 --kit -"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      say("L'appareil, ou le début de son identifiant", "The device, or the beginning of its id")))
  var device: String
  @Option(
    help: ArgumentHelp(
      say(
        "Fichier du kit ; - le demande groupe par groupe",
        "The kit's file; - asks for it group by group"),
      valueName: "file"))
  var kit: String

  func run() async throws {
    let vault = try await shared.open()
    let recovery = try KitInput.recoverySecret(kit)
    guard recovery.vault == vault.id else { throw Failure(vault: .otherVaultsKit) }
    let revoked = try await vault.revoke(device, recovery: recovery)
    if shared.json { return try Output.json(["device": revoked.description]) }
    shared.tell(
      say(
        "Révoqué. « memo sync --folder » le fera savoir aux autres appareils.",
        "Revoked. “memo sync --folder” will tell the other devices."))
  }
}
