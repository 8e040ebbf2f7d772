// SPDX-License-Identifier: Apache-2.0
public import Hashing
internal import Sodium
internal import TransparencyLog

/// How far a log went: `{log, root, size}`.
public struct LogHead: Hashable, Sendable {
  public let log: LogID
  public let size: UInt64
  public let root: SHA256Digest

  public init(log: LogID, size: UInt64, root: SHA256Digest) {
    self.log = log
    self.size = size
    self.root = root
  }

  func json() throws -> JSONValue {
    .object(
      try JSONObject([
        "log": .string(log.description),
        "root": .string(Base64.encode(root.bytes, .urlUnpadded)),
        "size": .integer(Int64(clamping: size)),
      ]))
  }

  init(_ value: JSONValue) throws {
    guard case .object(let object) = value,
      let root = SHA256Digest(try Base64.decode(object.string("root"), .urlUnpadded)),
      let size = UInt64(exactly: try object.integer("size"))
    else { throw RemoteError.malformed }
    try object.requireOnly(keys: ["log", "root", "size"])
    self.init(log: try LogID(text: object.string("log")), size: size, root: root)
  }
}
