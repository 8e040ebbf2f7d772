// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Sodium
internal import TransparencyLog

extension SyncService {
  /// The vault and the key of who asks stand in the body.
  func createVault(_ admission: Admission, _ body: [UInt8]) async throws -> WireResponse {
    guard case .unverified(let signature) = admission.asker else { throw Refused(.broken) }
    let signed = try RootSigned(encoded: body)
    let vault = try Self.vaultNamed(in: signed.body)
    let record = try signed.verified(as: BootRecord.self, vault: vault)
    let name = BootName(counter: record.counter, hash: signed.hash)
    var state = VaultState(vault: vault)
    try state.add(record, as: name)
    guard let device = state.devices[signature.device] else { throw Refused(.unknownDevice) }
    try verify(signature, by: device.certificate, orElse: .badSignature)
    try await limits.take(vault: vault)
    guard device.revocation == nil else { throw Refused(.revoked) }
    if let answer = try await existing(vault, name, signature.device) { return answer }
    if policy.needsInvitation {
      try await StoredInvitations(storage: storage).claim(admission.invitation, for: vault)
    }
    try await storeBoot(body, vault, name)
    let bytes = try state.encoded()
    if try await storage.putIfAbsent(Place.state(vault), bytes) != nil {
      await usage.add(bytes.count, to: vault)
      return .stored(isNew: true)
    }
    guard let answer = try await existing(vault, name, signature.device) else {
      throw StorageError.unavailable
    }
    return answer
  }

  private static func vaultNamed(in body: [UInt8]) throws -> VaultID {
    guard let json = try? CanonicalJSON.decode(body, limit: BootRecord.limit),
      case .object(let object) = json, let text = try? object.string("vault"),
      let vault = try? VaultID(document: text)
    else { throw RemoteError.malformed }
    return vault
  }

  private func existing(
    _ vault: VaultID, _ name: BootName, _ device: DeviceID
  ) async throws -> WireResponse? {
    guard let state = try await vaultState(vault)?.state else { return nil }
    guard state.devices[device]?.revocation == nil else { throw Refused(.revoked) }
    guard state.boots.contains(name) else { throw Refused(.exists) }
    return .stored(isNew: false)
  }
}
