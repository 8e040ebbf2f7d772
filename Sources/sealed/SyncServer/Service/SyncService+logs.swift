// SPDX-License-Identifier: Apache-2.0
internal import Remote

extension SyncService {
  func heads(_ vault: VaultID) async throws -> WireResponse {
    guard let state = try await eraseWhatIsDue(in: vault) else { throw Refused(.unknownDevice) }
    let keys = try await storage.list(
      prefix: Place.logs(vault), after: nil, limit: min(policy.logLimit + 64, 1000))
    var logs: [RemoteHeads.Log] = []
    for key in keys.map(\.key) {
      guard let log = try? LogID(text: key.description.split(separator: "/").last ?? ""),
        let record = try await logRecord(vault, log)?.record
      else { throw StorageError.damaged }
      logs.append(
        RemoteHeads.Log(
          log: log, device: record.device, size: record.size, checkpoint: record.checkpoint))
    }
    return try .json(
      RemoteHeads(
        boots: state.boots, logs: logs, erasures: UInt64(state.erasures.count), time: now()))
  }

  func logState(_ vault: VaultID, _ log: LogID, from: UInt64) async throws -> WireResponse {
    guard try await eraseWhatIsDue(in: vault) != nil else { throw Refused(.unknownDevice) }
    guard let record = try await logRecord(vault, log)?.record else { throw Refused(.notFound) }
    return try .json(
      LogState(
        device: record.device, size: record.size, checkpoint: record.checkpoint,
        segments: record.parts(from: from).prefix(Wire.listLimit).map(\.reference)))
  }
}
