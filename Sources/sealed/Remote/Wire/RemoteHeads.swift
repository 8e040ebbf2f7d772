// SPDX-License-Identifier: Apache-2.0
internal import Sodium
public import TransparencyLog

/// All that a server holds of a vault, in one answer: enough to know that there is nothing new.
public struct RemoteHeads: WireMessage {
  public struct Log: Equatable, Sendable {
    public let log: LogID
    public let device: DeviceID
    public let size: UInt64
    /// The signed note, with the server's cosignature.
    public let checkpoint: [UInt8]

    public init(log: LogID, device: DeviceID, size: UInt64, checkpoint: [UInt8]) {
      self.log = log
      self.device = device
      self.size = size
      self.checkpoint = checkpoint
    }
  }

  /// Ascending.
  public let boots: [BootName]
  /// Ascending by id.
  public let logs: [Log]
  /// How many orders to erase there are, whatever their state.
  public let erasures: UInt64
  /// Seconds since 1970, by the server's clock.
  public let time: UInt64

  public init(boots: [BootName], logs: [Log], erasures: UInt64, time: UInt64) {
    self.boots = boots.sorted { $0.description < $1.description }
    self.logs = logs.sorted { $0.log < $1.log }
    self.erasures = erasures
    self.time = time
  }

  public func members() throws -> [String: JSONValue] {
    [
      "boots": .array(boots.map { .string($0.description) }), "erasures": erasures.json,
      "logs": .array(try logs.map { try $0.json() }), "time": time.json,
    ]
  }

  public init(members: JSONObject) throws {
    try members.requireOnly(keys: ["boots", "erasures", "logs", "time"])
    boots = try members.strings("boots", limit: Wire.listLimit).map { text in
      guard let name = BootName(text: text) else { throw RemoteError.malformed }
      return name
    }
    logs = try members.objects("logs", limit: Wire.listLimit).map(Log.init)
    erasures = try members.count("erasures")
    time = try members.count("time")
    guard Set(boots).count == boots.count, Set(logs.map(\.log)).count == logs.count else {
      throw RemoteError.malformed
    }
  }
}

extension RemoteHeads.Log {
  func json() throws -> JSONValue {
    .object(
      try JSONObject([
        "checkpoint": .string(String(decoding: checkpoint, as: UTF8.self)),
        "device": .string(device.description), "log": .string(log.description), "size": size.json,
      ]))
  }

  init(_ object: JSONObject) throws {
    try object.requireOnly(keys: ["checkpoint", "device", "log", "size"])
    self.init(
      log: try LogID(text: object.string("log")),
      device: try DeviceID(text: object.string("device")), size: try object.count("size"),
      checkpoint: Array(try object.string("checkpoint").utf8))
  }
}

/// The names of the boot records that a server holds: also for a device that was revoked, so that it can see for
/// itself that the root said so.
public struct BootList: WireMessage {
  public let boots: [BootName]

  public init(_ boots: [BootName]) {
    self.boots = boots.sorted { $0.description < $1.description }
  }

  public func members() throws -> [String: JSONValue] {
    ["boots": .array(boots.map { .string($0.description) })]
  }

  public init(members: JSONObject) throws {
    try members.requireOnly(keys: ["boots"])
    boots = try members.strings("boots", limit: Wire.listLimit).map { text in
      guard let name = BootName(text: text) else { throw RemoteError.malformed }
      return name
    }
  }
}
