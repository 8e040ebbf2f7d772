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
        let state: ErasureItem.State =
          try stopped.contains(order.id) ? .cancelled : isPending(order) ? .waiting : .done
        return ErasureItem(
          id: order.id, createdAt: order.createdAt, delayDays: order.delayDays,
          places: order.places.count, state: state)
      }.sorted { ($0.createdAt, $0.id.description) < ($1.createdAt, $1.id.description) }
    }
  }
}
