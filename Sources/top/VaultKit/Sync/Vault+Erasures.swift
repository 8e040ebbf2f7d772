// SPDX-License-Identifier: Apache-2.0
internal import Evidence
public import Remote
public import Seal
internal import Sodium
public import SyncClient
internal import TransparencyLog
internal import VaultStore

/// An order to erase that a server took.
public struct ErasureReceipt: Sendable {
  public let id: ErasureID
  /// Seconds since 1970, by the server's clock; `nil` when it does not have the order yet.
  public let notBefore: UInt64?
  /// Why it does not: the next synchronisation gives it.
  public let failure: SyncFailure?
}

/// Erasure where copies are: the server and the other devices (Sync.md §11). Needs the kit; comes late; can be stopped.
extension Vault {
  /// Days that every device waits for by itself, whatever a server says.
  static let erasureDelayDays: UInt64 = 30

  /// Asks the server, after making sure that it has what is to go. Once the order is noted here, it stands.
  /// - Throws: ``VaultError/noServer``, ``VaultError/server(_:)``, ``VaultError/otherVaultsKit``; then nothing is ordered.
  public func orderErasure(
    of references: [String], recovery: RecoverySecret, over exchange: any Exchange
  ) async throws -> ErasureReceipt {
    guard recovery.vault == id else { throw VaultError.otherVaultsKit }
    let (order, signed) = try erasure(of: references, recovery)
    let connection = try linkedConnection(exchange)
    if let surrender = try await sync(over: exchange).surrender {
      throw VaultError.server(surrender)
    }
    // First here, where it can be seen and stopped, whatever becomes of the request.
    try note(order, signed)
    do throws(SyncFailure) {
      let list = try await connection.ask(
        .orderErasure(order.vault), body: signed.encoded, as: ErasureList.self)
      guard let item = list.items.first, item.order == signed else { throw .unexpected }
      return ErasureReceipt(id: order.id, notBefore: item.notBefore, failure: nil)
    } catch {
      return ErasureReceipt(id: order.id, notBefore: nil, failure: error)
    }
  }

  private func note(_ order: ErasureOrder, _ signed: RootSigned) throws {
    try VaultError.mapping {
      var change = StoredChange()
      change.orders = [(order.id, signed)]
      var seen = try ordersSeen()
      seen[order.id] = environment.now().secondsSinceEpoch
      change.local[Self.ordersSeenName] = try sealed(seen)
      let places = try order.places.map {
        try LeafReference(log: $0.log, sequence: $0.sequence, leaf: $0.leaf).json()
      }
      let draft = StatementDraft(
        .erasureOrdered, subject: try SubjectID(order.id.bytes),
        fields: [(.removes, .array(places))])
      try commit([{ _ in draft }], adding: change)
    }
  }

  private func erasure(
    of references: [String], _ recovery: RecoverySecret
  ) throws -> (ErasureOrder, RootSigned) {
    try VaultError.mapping {
      try requireWhole()
      let entries = try references.map { try entry($0) }
      let statements = entries.flatMap(\.statements)
      let order = ErasureOrder(
        vault: id, id: try ErasureID(random: environment.random),
        createdAt: environment.now().description, delayDays: Self.erasureDelayDays,
        places: Set(statements.map { LeafReference($0.header) }).map {
          ErasureOrder.Place(log: $0.log, sequence: $0.sequence, leaf: $0.leaf)
        },
        chunks: Array(Set(try chunks(of: entries.flatMap(\.pieces)))))
      return (order, try recovery.sign(order))
    }
  }

  /// Stops it: first here, where every device will read it, then at the server.
  /// - Parameter reference: the order's id, or an unambiguous beginning of it.
  /// - Returns: which one, and why the server does not know, if so: the next synchronisation tells it.
  ///   `.refused(.conflict)`: it erased already, and what is here stays.
  /// - Throws: ``VaultError/notFound``, ``VaultError/ambiguous``.
  public func cancelErasure(
    _ reference: String, over exchange: any Exchange
  ) async throws -> (id: ErasureID, failure: SyncFailure?) {
    let connection = try linkedConnection(exchange)
    let order = try VaultError.mapping {
      let ids = try orders().map(\.id).filter { $0.description.hasPrefix(reference.lowercased()) }
      guard let order = ids.first, !reference.isEmpty else { throw VaultError.notFound }
      guard ids.count == 1 else { throw VaultError.ambiguous }
      let draft = StatementDraft(.erasureCancelled, subject: try SubjectID(order.bytes))
      try commit([{ _ in draft }])
      return order
    }
    do throws(SyncFailure) {
      _ = try await connection.send(.cancelErasure(id, order))
      return (order, nil)
    } catch {
      return (order, error)
    }
  }

  private func linkedConnection(_ exchange: any Exchange) throws -> ServerConnection {
    guard let link = try server() else { throw VaultError.noServer }
    guard let address = try? ServerAddress(link.address) else { throw VaultError.damaged("local") }
    return try connection(address, exchange)
  }

  // MARK: Orders that came

  /// Those that the root signed, whatever became of them.
  func orders() throws -> [ErasureOrder] {
    try store.orders().compactMap { try? $0.verified(as: ErasureOrder.self, vault: id) }
  }

  /// Keeps the orders that a server shows, and does what is due here as well.
  /// - Returns: what the server is to be told: orders that it does not have, and that others were stopped.
  func take(
    _ list: ErasureList, _ report: SyncReport
  ) throws -> (words: [(Endpoint, [UInt8])], report: SyncReport) {
    try VaultError.mapping {
      var report = report
      var change = StoredChange()
      var seen = try ordersSeen()
      let known = Set(try orders().map(\.id))
      let now = environment.now().secondsSinceEpoch
      var due: [ErasureOrder] = []
      for item in list.items {
        guard let order = try? item.order.verified(as: ErasureOrder.self, vault: id) else {
          report.found(.serverAnswer, "erasures")
          continue
        }
        if !known.contains(order.id) { change.orders.append((order.id, item.order)) }
        let first = seen[order.id] ?? now
        seen[order.id] = first
        let wait = Int64(clamping: min(order.delayDays, 36_500)) * 86_400
        if item.state == .done, now >= first + wait { due.append(order) }
      }
      if try seen != ordersSeen() { try change.local[Self.ordersSeenName] = sealed(seen) }
      let own = try store.orders().filter { signed in !list.items.contains { $0.order == signed } }
      let waiting = list.items.filter { $0.state == .waiting }
      guard !due.isEmpty || !own.isEmpty || !waiting.isEmpty else {
        if !change.isEmpty { try store.commit(change) }
        return ([], report)
      }
      let (stopped, isSure) = try stoppedOrders()
      // What was not read might be the word that stops it.
      if isSure, !report.leavesDoubt { try erase(due, except: stopped, in: &change) }
      if !change.isEmpty { try store.commit(change) }
      return (try words(for: waiting, own, stopped), report)
    }
  }

  /// Orders that some device stopped, and whether every log could be read for it.
  func stoppedOrders() throws -> (stopped: Set<ErasureID>, isSure: Bool) {
    var stopped: Set<ErasureID> = []
    let problems = try forEachStatement { statement in
      if statement.header.type == .erasureCancelled {
        stopped.insert(try ErasureID(statement.header.subject.bytes))
      }
    }
    return (stopped, problems.isEmpty)
  }

  private func words(
    for waiting: [ErasureList.Item], _ own: [RootSigned], _ stopped: Set<ErasureID>
  ) throws -> [(Endpoint, [UInt8])] {
    let cancelled = waiting.compactMap { try? $0.order.verified(as: ErasureOrder.self, vault: id) }
      .filter { stopped.contains($0.id) }
      .map { (Endpoint.cancelErasure(id, $0.id), [UInt8]()) }
    let ordered = try own.compactMap { signed -> (Endpoint, [UInt8])? in
      guard let order = try? signed.verified(as: ErasureOrder.self, vault: id),
        !stopped.contains(order.id), try isPending(order)
      else { return nil }
      return (.orderErasure(id), signed.encoded)
    }
    return cancelled + ordered
  }

  /// Whether anything of it is still here.
  func isPending(_ order: ErasureOrder) throws -> Bool {
    try order.places.contains { place in
      let record = try store.record(place.log, place.sequence)
      return record?.leaf == place.leaf && record?.sealed != nil
    }
  }

  private func erase(
    _ due: [ErasureOrder], except stopped: Set<ErasureID>, in change: inout StoredChange
  ) throws {
    let pending = try due.filter { try !stopped.contains($0.id) && isPending($0) }
    guard !pending.isEmpty else { return }
    let mayDrop = mayDropChunks()
    for order in pending {
      for place in order.places {
        guard let record = try store.record(place.log, place.sequence), record.leaf == place.leaf
        else { continue }
        change.holes.append((place.log, place.sequence))
      }
      if mayDrop { change.droppedChunks += order.chunks }
    }
    projection = nil
  }

  // MARK: When they were seen first

  private static let ordersSeenName = "erasures"

  private func ordersSeen() throws -> [ErasureID: Int64] {
    guard let bytes = try? local(Self.ordersSeenName),
      case .array(let list)? = try? CanonicalJSON.decode(bytes, limit: bytes.count)
    else { return [:] }
    var seen: [ErasureID: Int64] = [:]
    for case .array(let pair) in list {
      guard pair.count == 2, case .string(let text) = pair[0], case .integer(let time) = pair[1],
        let id = try? ErasureID(text: text)
      else { continue }
      seen[id] = time
    }
    return seen
  }

  private func sealed(_ seen: [ErasureID: Int64]) throws -> [UInt8]? {
    let list = seen.sorted { $0.key < $1.key }.map {
      JSONValue.array([.string($0.key.description), .integer($0.value)])
    }
    return try unlockKey.seal(
      local: CanonicalJSON.encode(.array(list)), as: Self.ordersSeenName, vault: id,
      random: environment.random)
  }
}
