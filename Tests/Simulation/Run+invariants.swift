// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Dossier
import Evidence
import Foundation
import Remote
import Seal
import SyncClient
import VaultKit

/// What must be true once everybody has synchronised with an honest server.
extension Run {
  func check() async throws {
    for log in forked where !namedLogs.contains(log) {
      fail("two histories of \(log), and nobody said so")
    }
    for log in try await logsWithTwoHistories() { fail("\(log) has two histories still") }
    var views: [(name: String, entries: [SubjectID: String])] = []
    for device in living {
      let vault = try await device.vault()
      let damage = try await vault.damage()
      if !damage.isEmpty { fail("\(device.name) has damage: \(damage)") }
      let entries = try await view(of: vault)
      let missing = acknowledged.subtracting(withdrawn).subtracting(entries.keys)
      if !missing.isEmpty { fail("\(device.name) lacks \(missing.sorted())") }
      let shown = Set(try await vault.list().compactMap(\.title))
      if !shown.isSubset(of: titles) { fail("\(device.name) shows what nobody wrote") }
      views.append((device.name, entries))
    }
    for view in views.dropFirst() where view.entries != views[0].entries {
      fail(
        "\(view.name) differs from \(views[0].name): \(difference(view.entries, views[0].entries))")
    }
    try await checkAuthors()
    if choices.happens(10) { try await checkDossier() }
  }

  private func difference(_ one: [SubjectID: String], _ other: [SubjectID: String]) -> [String] {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted().map {
      "\($0): \(one[$0] ?? "-") / \(other[$0] ?? "-")"
    }
  }

  /// Every entry, and what its fold comes to.
  private func view(of vault: Vault) async throws -> [SubjectID: String] {
    var view: [SubjectID: String] = [:]
    for summary in try await vault.list() {
      let entry = try await vault.entry("\(summary.id)")
      let current = entry.current.map { $0.entry.title ?? "" }.sorted()
      view[summary.id] = "\(current) \(entry.pieces.map { "\($0.attachment.id)" }.sorted())"
    }
    return view
  }

  /// Nothing that counts is of a device that no boot record certifies.
  private func checkAuthors() async throws {
    for device in living {
      let vault = try await device.vault()
      let logs = Set(try await vault.heads().map(\.log))
      for item in try await vault.history(includingBlanks: true).items
      where !logs.contains(item.log) || item.isUnreadable {
        fail("\(device.name) holds \(item.log)/\(item.sequence), which nobody signed")
      }
    }
  }

  /// Logs of which two devices hold different histories.
  func logsWithTwoHistories() async throws -> [LogID] {
    var leaves: [LogID: [UInt64: Set<String>]] = [:]
    for device in living {
      for item in try await device.vault().history(includingBlanks: true).items {
        leaves[item.log, default: [:]][item.sequence, default: []].insert(item.leaf)
      }
    }
    return leaves.filter { $0.value.values.contains { $0.count > 1 } }.keys.sorted()
  }

  private func checkDossier() async throws {
    guard let device = living.last else { return }
    let vault = try await device.vault()
    let identity = try X25519Identity.generate(random: choices.stream())
    var request = ExportRequest()
    request.recipients = [(identity.recipient, identity.recipient.description)]
    let path = "\(folder)/dossier.tar.age"
    let result = try await vault.export(request, to: path)
    guard result.problems.isEmpty else { return fail("a dossier names \(result.problems)") }
    let sealed = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    let age = try AgeDecryptor(source: ArraySource(sealed), identities: [identity])
    var archive: [UInt8] = []
    while let chunk = try age.nextChunk() { archive += chunk }
    let dossier = try DossierReader.read(archive: ArraySource(archive))
    let report = try await vault.check(against: dossier)
    if !report.ok { fail("the vault and its dossier differ: \(report.problems)") }
    counts.add(.dossiers)
  }
}
