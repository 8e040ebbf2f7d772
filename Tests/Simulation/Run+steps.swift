// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import Seal
import SyncClient
import SyncTestSupport
import TestSupport
import VaultKit

/// What people and machines do.
extension Run {
  func step() async throws {
    guard let device = choices.pick(living) else { return }
    switch choices.number(below: 100) {
    case 0..<24: try await add(device)
    case 24..<33: try await amend(device)
    case 33..<38: try await withdraw(device)
    case 38..<78: try await sync(device)
    case 78..<84:
      if device.canDie {
        try device.keepSnapshot()
        note("\(device.name) snapshot")
      }
    case 84..<89: try await setBack()
    case 89..<92: try await clone(device)
    case 92..<94:
      network.clock.advance(milliseconds: UInt64(choices.number(below: 30)) * 86_400_000)
      counts.add(.clockJumps)
    case 94..<96: try await revoke(by: device)
    case 96: try await join()
    default:
      device.canDie ? device.close() : ()
    }
  }

  func add(_ device: Device) async throws {
    let vault = try await device.vault()
    let title = "entry \(titles.count)"
    titles.insert(title)
    var entry = Entry()
    entry.title = title
    let id: SubjectID
    if choices.happens(15) {
      let path = "\(folder)/piece"
      try Data(choices.stream().bytes(20_000)).write(to: URL(fileURLWithPath: path))
      id = try await vault.add([NewEntry(entry, pieces: [AttachRequest(path: path)])])[0]
      counts.add(.pieces)
    } else {
      id = try await vault.add(entry)
    }
    acknowledged.insert(id)
    device.acknowledged.insert(id)
    counts.add(.entries)
    note("\(device.name) adds \(id)")
  }

  private func entry(on device: Device) async throws -> SubjectID? {
    try await choices.pick(device.vault().list().map(\.id).sorted())
  }

  func amend(_ device: Device) async throws {
    guard let id = try await entry(on: device) else { return }
    let title = "entry \(titles.count)"
    titles.insert(title)
    _ = try await wholly(device) { try await $0.amend("\(id)", reason: nil) { $0.title = title } }
    counts.add(.amendments)
    note("\(device.name) amends \(id)")
  }

  func withdraw(_ device: Device) async throws {
    guard let id = try await entry(on: device) else { return }
    guard try await wholly(device, { try await $0.withdraw("\(id)", reason: nil) }) != nil else {
      return
    }
    withdrawn.insert(id)
    counts.add(.withdrawals)
    note("\(device.name) withdraws \(id)")
  }

  /// What a vault refuses while something is missing from it, it refuses rightly.
  private func wholly<Result: Sendable>(
    _ device: Device, _ body: (Vault) async throws -> Result
  ) async throws -> Result? {
    let vault = try await device.vault()
    do { return try await body(vault) } catch VaultError.damaged {
      guard try await vault.damage() != [] else { throw VaultError.damaged("without damage") }
      return nil
    }
  }

  /// Synchronises; the device may die meanwhile.
  /// - Returns: whether anything came or went.
  @discardableResult
  func sync(_ device: Device, isCalm: Bool = false) async throws -> Bool {
    let vault = try await device.vault()
    let lie = isCalm ? nil : try await lie(to: vault)
    network.server.tell(lie?.lie)
    if !isCalm, device.canDie, choices.happens(15) {
      device.line.die(after: choices.number(below: 8), reaches: choices.happens(50))
    }
    let known = device.acknowledged
    let report = try await vault.sync(
      over: device.line, wantsPieces: isCalm || choices.happens(30))
    network.server.tell(nil)
    let told = network.server.takeTold()
    counts.add(.syncs)
    if device.line.isDead {
      try device.rise()
      counts.add(.crashes)
      note("\(device.name) dies")
      return true
    }
    device.line.die(after: .max, reaches: true)
    note(
      "\(device.name) syncs \(report.pulled) \(report.pushed) \(report.surrender.map { "\($0)" } ?? "") \(report.problems.map { "\($0.code) \($0.place ?? "")" }.sorted())\(told > 0 ? " lie: \(lie?.lie.name ?? "")" : "")"
    )
    judge(report, of: device, told: told, lie)
    if report.surrender == nil, report.problems.isEmpty {
      counts.add(.complete)
      if told == 0 { device.pushed.formUnion(known) }
    }
    return report.pulled + report.pushed > 0 || !report.problems.isEmpty
  }

  private func judge(
    _ report: SyncReport, of device: Device, told: Int, _ lie: (lie: Lie, isBlatant: Bool)?
  ) {
    let isNamed = !report.problems.isEmpty || report.surrender != nil
    if told > 0, let lie {
      counts.add(.lies)
      if isNamed { counts.add(.named) }
      if lie.isBlatant, !isNamed {
        fail("\(device.name) was told and did not name: \(lie.lie.name)")
      }
    }
    for problem in report.problems {
      switch problem.code {
      case .twin, .copyFork, .copyAhead:
        if let log = problem.place.flatMap({ try? LogID(text: $0[...]) }) { namedLogs.insert(log) }
        if problem.code == .twin { counts.add(.successors) }
      default: break
      }
    }
  }

  private func lie(to vault: Vault) async throws -> (lie: Lie, isBlatant: Bool)? {
    guard lies, choices.happens(35),
      let log = try await choices.pick(vault.heads().map(\.log).sorted())
    else { return nil }
    let number = choices.number(below: 1000)
    return choices.happens(50)
      ? (try .blatant(number, about: log, in: vault.id), true)
      : (.subtle(number, about: log), false)
  }
}
