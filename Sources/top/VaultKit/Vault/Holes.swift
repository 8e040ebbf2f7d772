// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import VaultStore

/// The places without a record, and the withdrawals and orders that say why (Format.md §4.4).
struct Holes {
  private var found: Set<LeafReference> = []
  private var authorised: Set<LeafReference> = []
  /// The same beyond the cut-off of a revocation: there a revoked device excuses what is gone there, and nothing else.
  private var foundApart: Set<LeafReference> = []
  private var authorisedApart: Set<LeafReference> = []
  private let orders: [ErasureOrder]
  private let carriedOut: Set<ErasureID>
  /// When each was stopped first, by the clock of who did.
  private var cancelled: [ErasureID: Int64] = [:]

  /// - Parameters:
  ///   - orders: those that the root signed; until its days have gone by, one excuses nothing.
  ///   - carriedOut: those that this device carried out, before it heard that one was stopped.
  ///   - now: seconds since 1970.
  init(orders: [ErasureOrder], carriedOut: Set<ErasureID>, now: Int64) {
    self.orders = orders.filter { order in order.dueAt.map { now >= $0 } ?? false }
    self.carriedOut = carriedOut
  }

  /// A place whose record is gone.
  mutating func note(_ record: StoredRecord, of log: LogID, isAccepted: Bool) {
    let place = LeafReference(log: log, sequence: record.sequence, leaf: record.leaf)
    if isAccepted { found.insert(place) } else { foundApart.insert(place) }
  }

  /// A statement that was opened.
  mutating func note(_ statement: Statement, isAccepted: Bool) throws {
    switch statement.header.type {
    case .entryWithdrawn, .contactRemoved:
      let removed = try LeafReference.list(statement[.removes])
      if isAccepted { authorised.formUnion(removed) } else { authorisedApart.formUnion(removed) }
    case .erasureCancelled where isAccepted:
      let id = try ErasureID(statement.header.subject.bytes)
      cancelled[id] = min(cancelled[id] ?? .max, statement.header.recordedAt.secondsSinceEpoch)
    default: break
    }
  }

  /// Those that no withdrawal names, nor an order to erase that stands: damage.
  var unauthorised: Set<LeafReference> {
    let ordered = orders.filter(stands).flatMap(\.places).map {
      LeafReference(log: $0.log, sequence: $0.sequence, leaf: $0.leaf)
    }
    return found.union(foundApart.subtracting(authorisedApart)).subtracting(authorised)
      .subtracting(ordered)
  }

  /// One that was stopped in time excuses nothing. Stopped later, what is gone went rightly.
  private func stands(_ order: ErasureOrder) -> Bool {
    guard let moment = cancelled[order.id], !carriedOut.contains(order.id) else { return true }
    return order.dueAt.map { moment >= $0 } ?? false
  }
}
