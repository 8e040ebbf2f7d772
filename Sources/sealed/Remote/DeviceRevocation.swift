// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// Says how far each log of a device is accepted; what stands beyond is quarantined and shown.
public struct DeviceRevocation: RootDocument, Equatable {
  public static let type = "device.revocation"
  public static let limit = 1 << 20

  public let vault: VaultID
  public let createdAt: String
  public let device: DeviceID
  /// Ascending by log.
  public let logs: [LogHead]

  public init(vault: VaultID, createdAt: String, device: DeviceID, logs: [LogHead]) {
    self.vault = vault
    self.createdAt = createdAt
    self.device = device
    self.logs = logs.sorted { $0.log < $1.log }
  }

  public func members() throws -> [String: JSONValue] {
    [
      "created_at": .string(createdAt), "device": .string(device.description),
      "logs": .array(try logs.map { try $0.json() }),
    ]
  }

  public init(vault: VaultID, members: JSONObject) throws {
    try members.requireOnly(keys: ["created_at", "device", "logs", "type", "vault", "version"])
    let logs = try members.array("logs").map(LogHead.init)
    guard zip(logs, logs.dropFirst()).allSatisfy({ $0.log < $1.log }) else {
      throw RemoteError.malformed
    }
    self.init(
      vault: vault, createdAt: try MomentText.check(members.string("created_at")),
      device: try DeviceID(text: members.string("device")), logs: logs)
  }

  /// Of several revocations of one device, one that ends each log at the smallest size; a log that one of them
  /// does not name is not accepted at all.
  public static func strictest(_ all: [DeviceRevocation]) -> DeviceRevocation? {
    guard let first = all.first, all.count > 1 else { return all.first }
    let heads = all.map { Dictionary($0.logs.map { ($0.log, $0) }) { first, _ in first } }
    let logs = first.logs.compactMap { head in
      heads.map { $0[head.log] }.reduce(head as LogHead?) { least, other in
        guard let least, let other else { return nil }
        return other.size < least.size ? other : least
      }
    }
    return DeviceRevocation(
      vault: first.vault, createdAt: all.map(\.createdAt).min() ?? first.createdAt,
      device: first.device, logs: logs)
  }

  /// The accepted size of a log of that device; a log it does not name is not accepted at all.
  public func acceptedSize(of log: LogID) -> UInt64 {
    logs.first { $0.log == log }?.size ?? 0
  }
}
