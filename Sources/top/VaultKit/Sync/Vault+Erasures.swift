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

/// What became of the word that stops an order.
public struct ErasureStop: Sendable {
  public let id: ErasureID
  /// Whether it is logged here, for ever; otherwise the order was carried out, and nothing is left to stop.
  public let isStopped: Bool
  /// Whether the server knows, or was never told of the order.
  public let isKnown: Bool
  /// Why it does not: the next synchronisation tells it. `.refused(.conflict)`: it erased already.
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
      var memory = orderMemory()
      _ = memory.see(order.id, at: environment.now().secondsSinceEpoch)
      try keep(memory, in: &change)
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
  /// - Parameters:
  ///   - reference: the order's id, or an unambiguous beginning of it.
  ///   - exchange: `nil` where there is no server: then others hear of it through a folder.
  /// - Throws: ``VaultError/notFound``, ``VaultError/ambiguous``.
  public func cancelErasure(
    _ reference: String, over exchange: (any Exchange)?
  ) async throws -> ErasureStop {
    let order = try VaultError.mapping {
      let found = try orders().filter { $0.id.description.hasPrefix(reference.lowercased()) }
      guard let order = found.first, !reference.isEmpty else { throw VaultError.notFound }
      guard found.count == 1 else { throw VaultError.ambiguous }
      return order
    }
    // A word that comes too late for everything that is here would only say that something is missing.
    guard try state(of: order, stopped: []) != .done else {
      return ErasureStop(id: order.id, isStopped: false, isKnown: false, failure: nil)
    }
    try VaultError.mapping {
      let draft = StatementDraft(.erasureCancelled, subject: try SubjectID(order.id.bytes))
      try commit([{ _ in draft }])
    }
    guard let exchange else {
      return ErasureStop(id: order.id, isStopped: true, isKnown: false, failure: nil)
    }
    let connection = try linkedConnection(exchange)
    do throws(SyncFailure) {
      _ = try await connection.send(.cancelErasure(id, order.id))
    } catch .refused(.notFound) {
      // It was never told of the order.
    } catch {
      return ErasureStop(id: order.id, isStopped: true, isKnown: false, failure: error)
    }
    return ErasureStop(id: order.id, isStopped: true, isKnown: true, failure: nil)
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
      var memory = orderMemory()
      let known = Set(try orders().map(\.id))
      let now = environment.now().secondsSinceEpoch
      var due: [ErasureOrder] = []
      for item in list.items {
        guard let order = try? item.order.verified(as: ErasureOrder.self, vault: id) else {
          report.found(.serverAnswer, "erasures")
          continue
        }
        if !known.contains(order.id) { change.orders.append((order.id, item.order)) }
        let first = memory.see(order.id, at: now)
        guard item.state == .done, now >= first + order.delaySeconds else { continue }
        if try !memory.carriedOut.contains(order.id) || isPending(order) { due.append(order) }
      }
      let own = try store.orders().filter { signed in !list.items.contains { $0.order == signed } }
      let waiting = list.items.filter { $0.state == .waiting }
      guard !due.isEmpty || !own.isEmpty || !waiting.isEmpty else {
        try keep(memory, in: &change)
        if !change.isEmpty { try store.commit(change) }
        return ([], report)
      }
      let (stopped, isSure) = try stoppedOrders()
      // What was not read might be the word that stops it.
      if isSure, !report.leavesDoubt {
        let orders = due.filter { !stopped.contains($0.id) }
        try erase(orders, in: &change)
        for order in orders { memory.carryOut(order.id) }
      }
      try keep(memory, in: &change)
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
    let carriedOut = orderMemory().carriedOut
    let ordered = own.compactMap { signed -> (Endpoint, [UInt8])? in
      guard let order = try? signed.verified(as: ErasureOrder.self, vault: id),
        !stopped.contains(order.id), !carriedOut.contains(order.id)
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

  private func erase(_ due: [ErasureOrder], in change: inout StoredChange) throws {
    let pending = try due.filter(isPending)
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

  func orderMemory() -> OrderMemory { OrderMemory(store, unlockKey, vault: id) }

  private func keep(_ memory: OrderMemory, in change: inout StoredChange) throws {
    guard memory != orderMemory() else { return }
    change.local[OrderMemory.name] = .some(
      try memory.sealed(unlockKey, vault: id, random: environment.random))
  }
}
