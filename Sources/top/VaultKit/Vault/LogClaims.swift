// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import TransparencyLog
internal import VaultStore

/// Heads that something signed or sealed says the logs had. A log that is not here, is shorter, or has another
/// history than one of them says was set back or forked: nothing inside the log itself can tell.
struct LogClaims {
  private(set) var heads: Set<LogHead> = []
  /// Logs that their own device gave up, and how they ended there, as the log says that goes on in their place: that
  /// there are two histories of one is known, and no damage. One of the two must be here.
  private var endings: [LogID: [(device: DeviceID, head: LogHead)]] = [:]

  init(heads: Set<LogHead>) { self.heads = heads }

  init(_ revocations: some Collection<DeviceRevocation>) {
    heads = Set(revocations.flatMap(\.logs))
  }

  /// A statement that was opened and is accepted: a revoked device can say what it likes.
  mutating func note(_ statement: Statement) throws {
    heads.formUnion(try Self.heads(named: statement))
    if statement.header.type == .logOpened, let opening = statement[.predecessor] {
      let ending = try HeadReference(opening.value)
      let head = LogHead(log: ending.log, size: ending.size, root: ending.root)
      endings[ending.log, default: []].append((statement.header.device, head))
    }
  }

  /// The heads that a statement says logs had when it was made.
  private static func heads(named statement: Statement) throws -> [LogHead] {
    let lists: [Opening?] =
      switch statement.header.type {
      case .logOpened, .blank: [statement[.headsSeen]]
      case .deviceRevoked: [statement[.logs]]
      default: []
      }
    let heads = try lists.flatMap { opening -> [HeadReference] in
      guard let opening else { return [] }
      guard case .array(let values) = opening.value else { throw EvidenceError.malformed }
      return try values.map(HeadReference.init)
    }
    return heads.map { LogHead(log: $0.log, size: $0.size, root: $0.root) }
  }

  /// Holds the heads against the logs; `found` is called with a rollback or a fork of each that fails.
  func compare(with logs: [StoredLog], in store: VaultStore, found: (Problem) -> Void) {
    for (log, heads) in Dictionary(grouping: heads, by: \.log).sorted(by: { $0.key < $1.key }) {
      let open = heads.filter { $0.size > 0 }
      // What reads the log compares its rows with this head.
      if let stored = logs.first(where: { $0.id == log }),
        open.allSatisfy({ $0.size == stored.size && $0.root == stored.range.root })
      {
        continue
      }
      do {
        if try endsAsSaid(log, logs, store) { continue }
        let roots = try LogRoots(of: log, at: Set(open.map(\.size)), in: store)
        if open.contains(where: { head in roots[head.size].map { $0 != head.root } ?? false }) {
          found(Problem(.fork, "\(log)"))
        }
        if !roots.hasGap && open.contains(where: { roots[$0.size] == nil }) {
          found(Problem(.rollback, "\(log)"))
        }
      } catch {
        found(Problem(.database))
      }
    }
  }

  /// Whether a log was given up by its device, and stands here as it did there.
  private func endsAsSaid(
    _ log: LogID, _ logs: [StoredLog], _ store: VaultStore
  ) throws -> Bool {
    let own = (endings[log] ?? []).filter { ending in
      logs.contains { $0.id == log && $0.device == ending.device }
    }
    let roots = try LogRoots(of: log, at: Set(own.map(\.head.size)), in: store)
    return own.contains { roots[$0.head.size] == $0.head.root }
  }

  /// The logs that were given up.
  var givenUp: Set<LogID> { Set(endings.keys) }
}
