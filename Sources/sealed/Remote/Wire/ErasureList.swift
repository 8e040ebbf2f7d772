// SPDX-License-Identifier: Apache-2.0
internal import Sodium
public import TransparencyLog

/// Every order to erase that a server was given of a vault, and what became of it.
public struct ErasureList: WireMessage {
  public enum State: String, Sendable {
    case waiting, cancelled, done
  }

  public struct Item: Equatable, Sendable {
    public let order: RootSigned
    /// Seconds since 1970 by the server's clock; nothing goes before.
    public let notBefore: UInt64
    public let state: State

    public init(order: RootSigned, notBefore: UInt64, state: State) {
      self.order = order
      self.notBefore = notBefore
      self.state = state
    }
  }

  public let items: [Item]

  public init(_ items: [Item]) { self.items = items }

  public func members() throws -> [String: JSONValue] {
    ["erasures": .array(try items.map { try $0.json() })]
  }

  public init(members: JSONObject) throws {
    try members.requireOnly(keys: ["erasures"])
    items = try members.objects("erasures", limit: Wire.listLimit).map(Item.init)
  }
}

extension ErasureList.Item {
  func json() throws -> JSONValue {
    .object(
      try JSONObject([
        "not_before": notBefore.json, "order": .string(Base64.encode(order.encoded, .urlUnpadded)),
        "state": .string(state.rawValue),
      ]))
  }

  init(_ object: JSONObject) throws {
    try object.requireOnly(keys: ["not_before", "order", "state"])
    guard let state = ErasureList.State(rawValue: try object.string("state")) else {
      throw RemoteError.malformed
    }
    self.init(
      order: try RootSigned(encoded: Base64.decode(object.string("order"), .urlUnpadded)),
      notBefore: try object.count("not_before"), state: state)
  }
}
