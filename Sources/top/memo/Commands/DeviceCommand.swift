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
      "device", words.vaultsDevices,
      examples: ["memo device list", "memo device revoke k3f9 --kit -"],
      subcommands: [DeviceList.self, DeviceRevoke.self])
  }
}

struct DeviceList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .memo(
      "list", words.everyDeviceRevokedOnes,
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
      let own = device.isThis ? words.deviceDeviceCommand : ""
      let revoked =
        device.revokedAt.map { words.revoked + Self.shown($0) } ?? ""
      shared.tell("\(device.device)  \(Self.shown(device.createdAt))\(own)\(revoked)")
    }
    if try locked.hasConcurrentBootRecords() {
      shared.tell(
        words.twoDeviceRegistersMade)
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
      words.revokesDeviceWhatWrites,
      examples: ["memo device revoke k3f9 --kit -"])
  }

  @OptionGroup var shared: SharedOptions
  @Argument(
    help: ArgumentHelp(
      words.deviceBeginningId))
  var device: String
  @Option(
    help: ArgumentHelp(
      words.kitsFileAsksGroupGroup,
      valueName: "file"))
  var kit: String

  func run() async throws {
    let vault = try await shared.open()
    let recovery = try KitInput.recoverySecret(kit)
    guard recovery.vault == vault.id else { throw Failure(vault: .otherVaultsKit) }
    let revoked = try await vault.revoke(device, recovery: recovery)
    if shared.json { return try Output.json(["device": revoked.description]) }
    shared.tell(
      words.revokedMemoSyncFolder)
  }
}
