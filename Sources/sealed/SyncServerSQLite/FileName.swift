// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// The name of a large object's file: 16 random bytes in hexadecimal, new for every attempt to write, so that two
/// writers never share one.
struct FileName: Hashable, Sendable, CustomStringConvertible {
  static let count = 16
  let bytes: [UInt8]

  init(_ random: any RandomSource) { bytes = random.bytes(Self.count) }

  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.count else { return nil }
    self.bytes = bytes
  }

  /// `nil` for a name that is none of ours.
  init?(text: String) {
    guard let bytes = try? Hex.decode(text) else { return nil }
    self.init(bytes)
    guard description == text else { return nil }
  }

  var description: String { Hex.encode(bytes) }
  /// The folder that it stands in.
  var shard: String { String(description.prefix(2)) }
  var lane: Int { Int(bytes[0]) }
}
