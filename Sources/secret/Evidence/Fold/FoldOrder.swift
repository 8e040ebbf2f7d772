// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote

/// The order in which the statements about one subject are taken (Format.md §4.3): a log's own order
/// first, then what replaces what, and only between statements that neither decides, their clocks. A
/// clock that was set back must not make a correction look like the first version.
enum FoldOrder {
  static func sorted(_ statements: [Statement]) -> [Statement] {
    var lanes = Dictionary(grouping: statements, by: \.header.log)
      .sorted { $0.key < $1.key }
      .map { Lane($0.value) }
    guard lanes.count > 1 else { return lanes.first?.statements ?? [] }
    var waiting = Set(statements.map { LeafReference($0.header) })
    var sorted: [Statement] = []
    sorted.reserveCapacity(statements.count)
    while true {
      let candidates = lanes.indices.filter { lanes[$0].next != nil }
      // A made-up history can wait for itself: then the clocks alone decide, and it still ends.
      let free = candidates.filter { lanes[$0].replaced.isDisjoint(with: waiting) }
      let lane = (free.isEmpty ? candidates : free)
        .min { lanes[$0].clock < lanes[$1].clock }
      guard let lane, let statement = lanes[lane].take() else { return sorted }
      waiting.remove(LeafReference(statement.header))
      sorted.append(statement)
    }
  }

  /// The statements of one log that were not taken yet.
  private struct Lane {
    let statements: [Statement]
    private var index = 0
    /// What the next statement says it replaces, itself apart.
    private(set) var replaced: Set<LeafReference> = []

    init(_ statements: [Statement]) {
      self.statements = statements.sorted(by: Self.precedes)
      prepare()
    }

    var next: Statement? { index < statements.count ? statements[index] : nil }
    var clock: Int64 { next?.header.recordedAt.secondsSinceEpoch ?? .max }

    mutating func take() -> Statement? {
      guard let next else { return nil }
      index += 1
      prepare()
      return next
    }

    private mutating func prepare() {
      guard let next else { return replaced = [] }
      // References that cannot be read order nothing; the fold itself refuses them.
      replaced = Set((try? LeafReference.list(next[.replaces])) ?? [])
      replaced.remove(LeafReference(next.header))
    }

    private static func precedes(_ left: Statement, _ right: Statement) -> Bool {
      let (a, b) = (left.header, right.header)
      guard a.sequence == b.sequence else { return a.sequence < b.sequence }
      // A cloned device's two statements in one place: still one order, whatever they came in.
      return a.leaf.bytes.lexicographicallyPrecedes(b.leaf.bytes)
    }
  }
}
