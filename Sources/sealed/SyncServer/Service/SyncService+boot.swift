// SPDX-License-Identifier: Apache-2.0
internal import Remote

extension SyncService {
  func bootNames(_ vault: VaultID) async throws -> WireResponse {
    guard let state = try await vaultState(vault)?.state else { throw Refused(.unknownDevice) }
    return try .json(BootList(state.boots))
  }

  func getBoot(_ vault: VaultID, _ name: BootName) async throws -> WireResponse {
    guard let stored = try await storage.get(Place.boot(vault, name)) else {
      throw Refused(.notFound)
    }
    return .bytes(stored.bytes)
  }

  func putBoot(
    _ vault: VaultID, _ name: BootName, _ admission: Admission, _ body: [UInt8]
  ) async throws -> WireResponse {
    let signed = try RootSigned(encoded: body)
    let record = try signed.verified(as: BootRecord.self, vault: vault)
    guard name == BootName(counter: record.counter, hash: signed.hash) else {
      throw Refused(.refused)
    }
    // One that does not name the newcomer is its past: two recoveries in a row, of which the server saw neither.
    if case .newcomer(let device) = admission.asker,
      record.devices.contains(where: { $0.id == device && $0.revocation != nil })
    {
      throw Refused(.notYours)
    }
    guard let state = try await vaultState(vault)?.state else { throw Refused(.unknownDevice) }
    if state.boots.contains(name) { return .stored(isNew: false) }
    try Self.check(record, name, against: state)
    try await storeBoot(body, vault, name)
    let isNew = try await updateVault(vault) { state in
      if state.boots.contains(name) { return false }
      try Self.check(record, name, against: state)
      try state.add(record, as: name)
      return true
    }.outcome
    return .stored(isNew: isNew)
  }

  /// The record itself is there before the state names it.
  func storeBoot(_ bytes: [UInt8], _ vault: VaultID, _ name: BootName) async throws {
    guard try await usage.hasRoom(for: bytes.count, in: vault, isOfRoot: true) else {
      throw Refused(.quota)
    }
    if try await storage.putIfAbsent(Place.boot(vault, name), bytes) != nil {
      await usage.add(bytes.count, to: vault)
    }
  }

  /// A record with the newest counter was made apart from those that are here: what it replaced may never have been
  /// on this server. A newer one goes on from what is here, and so does an older one that was made apart by a device
  /// that came late: what it adds (an epoch, a revocation) nobody else has, and it takes nothing away. One that a
  /// record here names is its past, where the vault came to this server later.
  private static func check(
    _ record: BootRecord, _ name: BootName, against state: VaultState
  ) throws {
    guard record.counter != state.counter, !state.replaced.contains(name.hash) else { return }
    let isLate = record.counter < state.counter
    let known = Dictionary(state.boots.map { ($0.hash, $0.counter) }) { first, _ in first }
    guard record.previous.allSatisfy({ known[$0] != nil || state.replaced.contains($0) }),
      !isLate || !record.previous.isEmpty
    else { throw Refused(isLate ? .rollback : .conflict) }
    let newest = record.previous.compactMap { known[$0] }.max()
    guard newest.map({ $0 + 1 == record.counter }) ?? true else { throw Refused(.refused) }
  }
}
