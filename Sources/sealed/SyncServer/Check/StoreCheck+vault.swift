// SPDX-License-Identifier: Apache-2.0
internal import Remote

extension StoreCheck {
  /// The state must be what its boot records say together; each one it names must be there.
  /// - Returns: the state as it is stored.
  func checkState(_ vault: VaultID, _ report: inout CheckReport) async -> VaultState? {
    guard let key = try? Place.state(vault) else { return nil }
    guard let bytes = await bytes(of: key, &report) else {
      report.add(.missing, key)
      return nil
    }
    guard let state = try? VaultState(encoded: bytes, vault: vault) else {
      report.add(.malformed, key)
      return nil
    }
    var made = VaultState(vault: vault)
    made.erasures = state.erasures
    made.logs = state.logs
    for name in state.boots {
      guard let record = await bootRecord(name, vault, &report) else { continue }
      try? made.add(record, as: name)
    }
    if !made.saysTheSame(as: state) { report.add(.stateDiffers, key) }
    for erasure in state.erasures {
      guard let key = try? Place.erasure(vault, erasure.id) else { continue }
      guard let order = await self.bytes(of: key, &report) else {
        report.add(.missing, key)
        continue
      }
      if erasure.size != StoredErasure.size(of: order) { report.add(.stateDiffers, key) }
    }
    for log in state.logs {
      guard let key = try? Place.log(vault, log) else { continue }
      if await self.bytes(of: key, &report) == nil { report.add(.missing, key) }
    }
    return state
  }

  private func bootRecord(
    _ name: BootName, _ vault: VaultID, _ report: inout CheckReport
  ) async -> BootRecord? {
    guard let key = try? Place.boot(vault, name) else { return nil }
    guard let bytes = await bytes(of: key, &report) else {
      report.add(.missing, key)
      return nil
    }
    return Self.bootRecord(bytes, name, vault)
  }

  private static func bootRecord(
    _ bytes: [UInt8], _ name: BootName, _ vault: VaultID
  ) -> BootRecord? {
    guard let signed = try? RootSigned(encoded: bytes),
      let record = try? signed.verified(as: BootRecord.self, vault: vault),
      BootName(counter: record.counter, hash: signed.hash) == name
    else { return nil }
    return record
  }

  func checkBoot(
    _ text: String, _ key: ObjectKey, _ vault: VaultID, _ report: inout CheckReport
  ) async {
    guard let name = BootName(text: text) else { return report.add(.unknownName, key) }
    guard let bytes = await bytes(of: key, &report) else { return }
    if Self.bootRecord(bytes, name, vault) == nil { report.add(.malformed, key) }
  }

  func checkErasure(
    _ text: String, _ key: ObjectKey, _ vault: VaultID, _ report: inout CheckReport
  ) async {
    guard let id = try? ErasureID(text: text) else { return report.add(.unknownName, key) }
    guard let bytes = await bytes(of: key, &report) else { return }
    let order = try? RootSigned(encoded: bytes).verified(as: ErasureOrder.self, vault: vault)
    if order?.id != id { report.add(.malformed, key) }
  }
}

extension VaultState {
  /// Dates of revocations apart: of several, any may stand.
  fileprivate func saysTheSame(as other: VaultState) -> Bool {
    boots == other.boots && replaced == other.replaced
      && devices.mapValues(\.certificate) == other.devices.mapValues(\.certificate)
      && devices.mapValues { $0.revocation?.logs }
        == other.devices.mapValues { $0.revocation?.logs }
  }
}
