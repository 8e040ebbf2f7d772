// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// Seeds, shared among as many threads as there are processors: each run is a thread's own.
final class Work: Sendable {
  private let template: Template
  private let folder: String
  /// Whether all that happened is printed.
  private let tells: Bool
  private let twice: Bool
  private let seeds: Mutex<Range<UInt64>>
  private let total = Mutex((counts: Counts(), failed: [UInt64]()))

  init(
    _ template: Template, _ seeds: Range<UInt64>, _ folder: String, tells: Bool, twice: Bool
  ) {
    self.template = template
    self.seeds = Mutex(seeds)
    self.folder = folder
    self.tells = tells
    self.twice = twice
  }

  var outcome: (counts: Counts, failed: [UInt64]) { total.withLock { $0 } }

  func run() async {
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<ProcessInfo.processInfo.activeProcessorCount {
        group.addTask(executorPreference: OneAtATime("worker \(worker)")) {
          while let seed = self.next() { await self.run(seed) }
        }
      }
    }
  }

  private func next() -> UInt64? { seeds.withLock { $0.popFirst() } }

  private func run(_ seed: UInt64) async {
    var (counts, failures, trace) = await Self.result(template, seed, folder)
    if twice, await Self.result(template, seed, folder).trace != trace {
      failures.append("not the same twice")
    }
    if tells { print(trace.joined(separator: "\n")) }
    if let first = failures.first { print("seed \(seed): \(first)") }
    fflush(nil)
    total.withLock { total in
      total.counts.add(counts)
      if !failures.isEmpty { total.failed.append(seed) }
    }
  }

  private static func result(
    _ template: Template, _ seed: UInt64, _ folder: String
  ) async -> (Counts, failures: [String], trace: [String]) {
    do {
      let run = try await Run(template, seed: seed, under: folder)
      let failures = try await run.run()
      return (run.counts, failures, run.trace)
    } catch {
      return (Counts(), ["\(error)"], ["\(error)"])
    }
  }
}
