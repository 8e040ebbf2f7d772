// SPDX-License-Identifier: Apache-2.0
internal import Sodium
internal import SyncServer

/// BLAKE2b-256 of an object's name, a zero byte, and its bytes: tells damage, and serves as its version. The name is
/// in it, so that a row that stands under another name is damage too.
struct Checksum: Equatable, Sendable {
  static let count = 32
  let bytes: [UInt8]

  init(of bytes: [UInt8], key: ObjectKey) {
    let hash = BLAKE2b(count: Self.count)
    hash.update(Array(key.description.utf8) + [0])
    hash.update(bytes)
    self.bytes = hash.finalize()
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.count else { return nil }
    self.bytes = bytes
  }

  /// `nil` for what this store never gave out.
  init?(_ version: ObjectVersion) {
    guard let bytes = try? Hex.decode(version.text) else { return nil }
    self.init(bytes)
    guard self.version == version else { return nil }
  }

  var version: ObjectVersion { ObjectVersion(Hex.encode(bytes)) }
}
