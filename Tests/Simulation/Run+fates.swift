// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import Seal
import SyncClient
import SyncTestSupport
import VaultKit

/// What befalls devices as a whole.
extension Run {
  func setBack() async throws {
    guard let device = choices.pick(living.filter { $0.hasSnapshot && $0.canDie }) else { return }
    // What was only here, and later than the snapshot, is destroyed: that is no fault of ours.
    let destroyed = device.acknowledged.subtracting(device.acknowledgedThen)
      .subtracting(device.pushed)
    acknowledged.subtract(destroyed)
    device.acknowledged = device.acknowledgedThen
    try device.setBack()
    counts.add(.setBacks)
    counts.add(.destroyed, destroyed.count)
    note("\(device.name) is set back")
  }

  func clone(_ device: Device) async throws {
    guard device.canDie, devices.count < 5 else { return }
    names += 1
    let twin = try device.clone("\(device.name)-twin\(names)", at: "\(folder)/twin\(names)")
    devices.append(twin)
    counts.add(.clones)
    note("\(device.name) is cloned")
  }

  func revoke(by device: Device) async throws {
    guard counts[.revocations] == 0 else { return }
    let vault = try await device.vault()
    guard let other = choices.pick(living.filter { $0.name.prefix(1) != device.name.prefix(1) })
    else { return }
    let revoked = try await other.vault().device
    do { _ = try await vault.revoke("\(revoked)", recovery: template.recovery) } catch VaultError
      .notFound
    { return }
    let kept = Set(try await vault.list().map(\.id))
    for copy in devices where try await copy.vault().device == revoked {
      copy.isRevoked = true
      acknowledged.subtract(copy.acknowledged.subtracting(kept))
    }
    counts.add(.revocations)
    note("\(device.name) revokes \(other.name)")
  }

  /// From the server, with the kit.
  func join(isCalm: Bool = false) async throws {
    guard isCalm || counts[.joins] == 0 else { return }
    names += 1
    let path = "\(folder)/joined\(names)"
    let line = Line(network, folder: path)
    let environment = Template.environment(choices.stream()) { [network] in
      Int64(network.clock.seconds)
    }
    do {
      let (vault, report) = try await Joining(
        path, from: ServerAddress(Template.address), over: line, recovery: template.recovery,
        environment: environment
      ).join(passphrase: Template.passphrase())
      devices.append(
        Device("joined\(names)", at: path, unlockKey: nil, choices, network, open: vault))
      counts.add(.joins)
      note("joins \(report.problems.map { "\($0.code) \($0.place ?? "")" }.sorted())")
    } catch VaultError.server {
      guard !isCalm else { throw VaultError.server(.unreachable) }
      note("does not join")
    }
  }

  /// An honest server and a network that loses nothing: everybody finds out.
  func settle() async throws {
    await network.calm()
    network.server.tell(nil)
    forked = try await logsWithTwoHistories()
    counts.add(.forks, forked.count)
    for _ in 0..<2 { for device in living { try await sync(device, isCalm: true) } }
    // The kit unites boot records that were made apart, and opens the last epoch to all.
    let lacksKeys = try await needsKit()
    if lacksKeys || choices.happens(10) { try await join(isCalm: true) }
    for _ in 0..<Self.rounds {
      var isQuiet = true
      for device in living where try await sync(device, isCalm: true) { isQuiet = false }
      if isQuiet { return }
    }
    fail("there is always something new")
  }

  /// After which everybody must know everything.
  private static var rounds: Int { 6 }

  private func needsKit() async throws -> Bool {
    for device in living {
      if try await device.vault().damage().contains(where: { $0.code == .keyMissing }) {
        return true
      }
    }
    return false
  }
}
