// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import Seal
import SyncClient
import TestSupport
import VaultKit

/// One copy of a device: its folder, its process while it lives, its clock.
final class Device {
  let name: String
  let path: String
  private let unlockKey: UnlockKey?
  private let choices: Choices
  private let network: Network
  private(set) var line: Line
  private(set) var open: Vault?
  /// Seconds that its clock is off.
  let skew: Int64
  /// Of it an earlier state was kept.
  var hasSnapshot = false
  /// Entries that were acknowledged when the snapshot was made.
  var acknowledgedThen: Set<SubjectID> = []
  /// Entries that were acknowledged here, and those of them that the server is known to have.
  var acknowledged: Set<SubjectID> = []
  var pushed: Set<SubjectID> = []
  var isRevoked = false

  init(
    _ name: String, at path: String, unlockKey: UnlockKey?, _ choices: Choices, _ network: Network,
    open: Vault? = nil
  ) {
    self.name = name
    self.path = path
    self.unlockKey = unlockKey
    self.choices = choices
    self.network = network
    self.open = open
    line = Line(network, folder: path)
    let year: Int64 = 31_557_600
    skew =
      choices.happens(30)
      ? Int64(choices.number(below: 60) - 30) * year
      : Int64(
        choices.number(below: 200) - 100)
  }

  /// Whether it can be opened again.
  var canDie: Bool { unlockKey != nil }
  var snapshot: String { path + ".snapshot" }

  func vault() async throws -> Vault {
    if let open { return open }
    guard let unlockKey else { throw Template.Failure.noKit }
    let vault = try await LockedVault(path, environment: environment()).unlock(
      unlockKey: unlockKey)
    open = vault
    return vault
  }

  func environment() -> VaultEnvironment {
    let (network, skew) = (network, skew)
    return Template.environment(choices.stream()) { Int64(network.clock.seconds) + skew }
  }

  /// Its process ends.
  func close() { open = nil }

  /// What was left of it when it died is what there is now.
  func rise() throws {
    close()
    try replace(by: line.remains)
    line = Line(network, folder: path)
  }

  func keepSnapshot() throws {
    try? FileManager.default.removeItem(atPath: snapshot)
    try FileManager.default.copyItem(atPath: path, toPath: snapshot)
    hasSnapshot = true
    acknowledgedThen = acknowledged
  }

  func setBack() throws {
    close()
    hasSnapshot = false
    try replace(by: snapshot)
  }

  private func replace(by other: String) throws {
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: other, toPath: path)
  }

  /// A copy of it that goes on as well.
  func clone(_ name: String, at path: String) throws -> Device {
    try FileManager.default.copyItem(atPath: self.path, toPath: path)
    return Device(name, at: path, unlockKey: unlockKey, choices, network)
  }
}
