// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Remote
import Seal
import SyncClient
import SyncTestSupport
import TestSupport
import VaultKit

/// One seed: what the devices do, what is done to them, and what must be true at the end.
final class Run {
  let template: Template
  let choices: Choices
  let folder: String
  let network: Network
  var devices: [Device] = []
  var counts = Counts()
  /// What happened, line by line: two runs of one seed have the same.
  var trace: [String] = []
  /// What must not be and was.
  var failures: [String] = []
  /// Whether the server lies in this run.
  let lies: Bool

  /// Entries that must be everywhere, and those that were taken back.
  var acknowledged: Set<SubjectID> = []
  var withdrawn: Set<SubjectID> = []
  /// Every title that was ever given.
  var titles: Set<String> = ["first"]
  /// Logs of which a report named two histories, or another copy that writes.
  var namedLogs: Set<LogID> = []
  /// Logs that had two histories when everybody began to find out.
  var forked: [LogID] = []
  var names = 0

  static let steps = 40

  init(_ template: Template, seed: UInt64, under folder: String) async throws {
    self.template = template
    choices = Choices(seed: seed)
    self.folder = "\(folder)/\(seed)"
    lies = choices.happens(50)
    let storage = await template.storage.copy()
    network = try Network(choices) { now in
      LyingExchange(try ServiceExchange(storage, now: now), over: storage)
    }
    try FileManager.default.createDirectory(
      atPath: self.folder, withIntermediateDirectories: true)
    for name in Template.names {
      let path = "\(self.folder)/\(name)"
      try FileManager.default.copyItem(atPath: template.folder.file(name), toPath: path)
      devices.append(
        Device(name, at: path, unlockKey: template.unlockKeys[name], choices, network))
    }
  }

  /// - Returns: what must not be.
  func run() async throws -> [String] {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for _ in 0..<Self.steps {
      do { try await step() } catch {
        fail("an operation threw: \(error)")
        return failures
      }
      network.clock.advance(milliseconds: UInt64(choices.number(below: 600_000)))
    }
    do { try await settle() } catch {
      fail("settling threw: \(error)")
      return failures
    }
    do { try await check() } catch { fail("checking threw: \(error)") }
    for device in devices { device.close() }
    counts.add(network.counts)
    return failures
  }

  func note(_ line: String) { trace.append(line) }
  func fail(_ line: String) {
    failures.append(line)
    note("FAILED " + line)
  }

  var living: [Device] { devices.filter { !$0.isRevoked } }
}
