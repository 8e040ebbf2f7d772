// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote
internal import TransparencyLog
internal import VaultStore

/// How far each log counts: all of it, unless its device was revoked; then up to the head that the revocation
/// names, and only if that is the log's own history.
struct Acceptance {
  private var sizes: [LogID: UInt64] = [:]
  let revocations: [DeviceID: DeviceRevocation]

  /// - Parameter trusted: `nil` when something that the root key signed is damaged. A revocation must not be
  ///   undone by that: those that still verify alone count, and those that this device's own log tells.
  init(_ state: StoredState, trusted: TrustedState?, reading: LogReading) throws {
    revocations = try trusted?.revocations ?? Self.remaining(state, reading)
    // What this device wrote stays readable here, whatever became of the device; only others set it apart.
    for log in state.logs where log.device != state.device {
      guard let revocation = revocations[log.device] else { continue }
      guard let head = revocation.logs.first(where: { $0.log == log.id }) else {
        sizes[log.id] = 0
        continue
      }
      sizes[log.id] = head.size
      guard head.size > 0, head.size <= log.size else { continue }
      let roots = try LogRoots(of: log.id, at: [head.size], in: reading.store)
      if let root = roots[head.size], root != head.root {
        // Someone who has the revoked device's keys wrote another history.
        sizes[log.id] = 0
        reading.found(Problem(.fork, "\(log.id)"))
      }
    }
  }

  func size(of log: StoredLog) -> UInt64 { sizes[log.id] ?? log.size }

  private static func remaining(
    _ state: StoredState, _ reading: LogReading
  ) throws -> [DeviceID: DeviceRevocation] {
    var found: [DeviceRevocation] = state.bootRecords.flatMap { row in
      let record = try? row.record.verified(as: BootRecord.self, vault: state.vault)
      return (record?.devices ?? []).compactMap {
        try? $0.revocation?.verified(as: DeviceRevocation.self, vault: state.vault)
      }
    }
    for log in state.logs where log.device == state.device {
      try reading.read(log, accepted: log.size) { place in
        guard let statement = place.statement, statement.header.type == .deviceRevoked,
          case .array(let values)? = statement[.logs]?.value
        else { return }
        let heads = try values.map(HeadReference.init)
        found.append(
          DeviceRevocation(
            vault: state.vault, createdAt: statement.header.recordedAt.description,
            device: try DeviceID(statement.header.subject.bytes),
            logs: heads.map { LogHead(log: $0.log, size: $0.size, root: $0.root) }))
      }
    }
    return Dictionary(grouping: found, by: \.device).compactMapValues(DeviceRevocation.strictest)
  }
}
