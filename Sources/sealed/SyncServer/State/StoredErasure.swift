// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import TransparencyLog

/// What became of an order to erase. The order itself is an object of its own.
struct StoredErasure: Equatable, Sendable {
  enum State: String {
    case waiting, cancelled
    /// Begun: nothing stops it any more, and whoever comes by goes on with it.
    case running
    case done
  }

  let id: ErasureID
  /// Seconds since 1970.
  let notBefore: UInt64
  /// Of the order, in bytes: all of them must fit in one answer.
  let size: UInt64
  var state: State

  /// What a client is told.
  var wireState: ErasureList.State {
    switch state {
    case .waiting, .running: .waiting
    case .cancelled: .cancelled
    case .done: .done
    }
  }

  /// In bytes: what an order takes of an answer that lists it, before base64.
  static func size(of order: [UInt8]) -> UInt64 { UInt64(order.count) + 128 }

  func isDue(at now: UInt64) -> Bool {
    state == .running || (state == .waiting && notBefore <= now)
  }

  func json() throws -> JSONValue {
    .object(
      try JSONObject([
        "id": .string(id.description), "not_before": notBefore.state, "size": size.state,
        "state": .string(state.rawValue),
      ]))
  }

  init(id: ErasureID, notBefore: UInt64, size: UInt64, state: State = .waiting) {
    self.id = id
    self.notBefore = notBefore
    self.size = size
    self.state = state
  }

  init(_ object: JSONObject) throws {
    try object.requireOnly(keys: ["id", "not_before", "size", "state"])
    guard let state = State(rawValue: try object.string("state")) else {
      throw StorageError.damaged
    }
    self.init(
      id: try ErasureID(text: object.string("id")), notBefore: try object.number("not_before"),
      size: try object.number("size"), state: state)
  }
}
