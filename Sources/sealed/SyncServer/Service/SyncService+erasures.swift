// SPDX-License-Identifier: Apache-2.0
internal import HTTPTypes
internal import Remote

extension SyncService {
  /// In bytes: all orders of a vault together, so that one answer holds them all in base64.
  static let erasuresLimit: UInt64 = 3 * (UInt64(Wire.jsonLimit) / 4) - (64 << 10)
  private static let longestDelayDays: UInt64 = 36_500

  func erasures(_ vault: VaultID) async throws -> WireResponse {
    guard let state = try await eraseWhatIsDue(in: vault) else { throw Refused(.unknownDevice) }
    var items: [ErasureList.Item] = []
    for erasure in state.erasures { items.append(try await item(erasure, vault)) }
    return try .json(ErasureList(items))
  }

  private func item(
    _ erasure: StoredErasure, _ vault: VaultID
  ) async throws -> ErasureList.Item {
    guard let stored = try await storage.get(Place.erasure(vault, erasure.id)) else {
      throw StorageError.damaged
    }
    return ErasureList.Item(
      order: try RootSigned(encoded: stored.bytes), notBefore: erasure.notBefore,
      state: erasure.wireState)
  }

  func orderErasure(_ vault: VaultID, _ body: [UInt8]) async throws -> WireResponse {
    let signed = try RootSigned(encoded: body)
    let order = try signed.verified(as: ErasureOrder.self, vault: vault)
    guard let state = try await vaultState(vault)?.state else { throw Refused(.unknownDevice) }
    if let known = state.erasures.first(where: { $0.id == order.id }) {
      return try await answer(known, sameAs: signed, vault, isNew: false)
    }
    guard StoredErasure.size(of: body) <= Self.erasuresLimit else {
      throw Refused(.tooLarge)
    }
    try await requireLeaves(order)
    guard try await usage.hasRoom(for: body.count, in: vault, isOfRoot: true) else {
      throw Refused(.quota)
    }
    if try await storage.putIfAbsent(Place.erasure(vault, order.id), body) != nil {
      await usage.add(body.count, to: vault)
    }
    let days = max(policy.erasureDelayDays, order.delayDays)
    let erasure = StoredErasure(
      id: order.id, notBefore: now() + min(days, Self.longestDelayDays) * 86_400,
      size: StoredErasure.size(of: body))
    let (stored, isNew) = try await updateVault(vault) { state in
      if let known = state.erasures.first(where: { $0.id == order.id }) { return (known, false) }
      let total = state.erasures.reduce(erasure.size) { $0 + $1.size }
      guard total <= Self.erasuresLimit, state.erasures.count < Wire.listLimit else {
        throw Refused(.quota)
      }
      state.erasures.append(erasure)
      return (erasure, true)
    }.outcome
    return try await answer(stored, sameAs: signed, vault, isNew: isNew)
  }

  private func answer(
    _ erasure: StoredErasure, sameAs signed: RootSigned, _ vault: VaultID, isNew: Bool
  ) async throws -> WireResponse {
    let item = try await item(erasure, vault)
    guard item.order == signed else { throw Refused(.exists) }
    return try .json(ErasureList([item]), status: isNew ? .created : .ok)
  }

  func cancelErasure(_ vault: VaultID, _ id: ErasureID) async throws -> WireResponse {
    let time = now()
    let erasure = try await updateVault(vault) { state in
      guard let index = state.erasures.firstIndex(where: { $0.id == id }) else {
        throw Refused(.notFound)
      }
      if state.erasures[index].state != .cancelled {
        // Whether the sweep came by yet must not decide: what is due is due.
        guard !state.erasures[index].isDue(at: time), state.erasures[index].state == .waiting
        else { throw Refused(.conflict) }
        state.erasures[index].state = .cancelled
      }
      return state.erasures[index]
    }.outcome
    return try .json(ErasureList([await item(erasure, vault)]))
  }

  /// Each place must have that leaf: what is not here cannot be ordered to go.
  private func requireLeaves(_ order: ErasureOrder) async throws {
    for (log, places) in Dictionary(grouping: order.places, by: \.log) {
      guard let record = try await logRecord(order.vault, log)?.record else {
        throw Refused(.refused)
      }
      var open: (reference: SegmentReference, segment: Segment)?
      for place in places {
        guard place.sequence < record.size,
          let part = record.parts(from: place.sequence).first
        else { throw Refused(.refused) }
        if open?.reference != part.reference {
          guard let read = try await segment(part.reference, of: log, in: order.vault) else {
            throw Refused(.conflict)
          }
          open = (part.reference, read.segment)
        }
        guard let segment = open?.segment,
          segment.frames[Int(place.sequence - segment.first)].leaf == place.leaf
        else { throw Refused(.refused) }
      }
    }
  }
}
