// SPDX-License-Identifier: Apache-2.0
internal import Evidence
public import Remote

/// An order to erase that the root signed, as this device knows it, whether or not a statement of a log says so.
public struct ErasureItem: Sendable {
  public enum State: String, Sendable {
    /// Nothing of it is done here.
    case waiting
    /// Some device stopped it, for ever.
    case cancelled
    /// Nothing of what it names is here any more.
    case done
  }

  public let id: ErasureID
  /// As its author's clock had it.
  public let createdAt: String
  /// Days that every device and the server wait at least.
  public let delayDays: UInt64
  /// How many statements it names.
  public let places: Int
  public let state: State
}

extension Vault {
  /// Every order that is known here, oldest first.
  public func erasures() throws -> [ErasureItem] {
    try VaultError.mapping {
      let orders = try orders()
      guard !orders.isEmpty else { return [] }
      let stopped = try stoppedOrders().stopped
      return try orders.map { order in
        ErasureItem(
          id: order.id, createdAt: order.createdAt, delayDays: order.delayDays,
          places: order.places.count, state: try state(of: order, stopped: stopped))
      }.sorted { ($0.createdAt, $0.id.description) < ($1.createdAt, $1.id.description) }
    }
  }

  /// Before its days have gone by nothing was carried out, whatever is missing here: the entry may have been withdrawn.
  func state(of order: ErasureOrder, stopped: Set<ErasureID>) throws -> ErasureItem.State {
    if stopped.contains(order.id) { return .cancelled }
    if orderMemory().carriedOut.contains(order.id) { return .done }
    let isDue = order.dueAt.map { environment.now().secondsSinceEpoch >= $0 } ?? false
    return try isDue && !isPending(order) ? .done : .waiting
  }
}
