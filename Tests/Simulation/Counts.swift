// SPDX-License-Identifier: Apache-2.0

/// What happened, so that a run in which nothing happens is seen.
struct Counts: Sendable {
  private(set) var values: [Event: Int] = [:]

  enum Event: String, CaseIterable, Sendable {
    case entries, amendments, withdrawals, pieces, syncs, complete, lost, answersLost =
      "answers lost"
    case duplicated, late, crashes, setBacks = "set back", clones, revocations, joins
    case clockJumps = "clock jumps", lies, named, forks, successors, dossiers, destroyed
  }

  subscript(event: Event) -> Int { values[event] ?? 0 }

  mutating func add(_ event: Event, _ count: Int = 1) { values[event, default: 0] += count }

  mutating func add(_ other: Counts) { values.merge(other.values, uniquingKeysWith: +) }

  var line: String {
    Event.allCases.map { "\($0.rawValue) \(self[$0])" }.joined(separator: ", ")
  }
}
