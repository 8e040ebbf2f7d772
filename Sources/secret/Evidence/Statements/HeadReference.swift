// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Remote
internal import Sodium
public import TransparencyLog

/// The head of a log, named from a statement: `{device, log, root, size}`, `device` where it is not the
/// statement's own.
public struct HeadReference: Hashable, Sendable {
  public let device: DeviceID?
  public let log: LogID
  public let size: UInt64
  public let root: SHA256Digest

  public init(device: DeviceID?, log: LogID, size: UInt64, root: SHA256Digest) {
    self.device = device
    self.log = log
    self.size = size
    self.root = root
  }

  public func json() throws -> JSONValue {
    var object = try JSONObject([
      "log": .string(log.description),
      "root": .string(Base64.encode(root.bytes, .urlUnpadded)),
      "size": .integer(Int64(clamping: size)),
    ])
    if let device { object["device"] = .string(device.description) }
    return .object(object)
  }

  public init(_ value: JSONValue) throws {
    guard case .object(let object) = value,
      let root = SHA256Digest(try Base64.decode(object.string("root"), .urlUnpadded)),
      let size = UInt64(exactly: try object.integer("size"))
    else { throw EvidenceError.malformed }
    self.init(
      device: try object.optionalString("device").map { try DeviceID(text: $0) },
      log: try LogID(text: object.string("log")), size: size, root: root)
  }
}
