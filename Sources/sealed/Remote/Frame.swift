// SPDX-License-Identifier: Apache-2.0
public import Hashing

/// One place of a log as it leaves a device: a leaf, and its sealed record unless it is a hole (Sync.md §2).
public struct Frame: Equatable, Sendable {
  static let version: UInt8 = 1
  static let prefixCount = 1 + SHA256Digest.count + 4
  /// No sealed record is shorter or longer.
  public static let sealedCounts = 1081...(2 << 20)

  public let leaf: SHA256Digest
  public let sealed: [UInt8]?

  /// - Throws: ``RemoteError/tooLarge``, ``RemoteError/malformed`` for a record of an impossible size.
  public init(leaf: SHA256Digest, sealed: [UInt8]?) throws {
    if let sealed {
      guard sealed.count <= Self.sealedCounts.upperBound else { throw RemoteError.tooLarge }
      guard sealed.count >= Self.sealedCounts.lowerBound else { throw RemoteError.malformed }
    }
    self.leaf = leaf
    self.sealed = sealed
  }

  /// In bytes.
  public var encodedCount: Int { Self.prefixCount + (sealed?.count ?? 0) }

  func append(to bytes: inout [UInt8]) {
    bytes.append(Self.version)
    bytes += leaf.bytes
    bytes += UInt32(sealed?.count ?? 0).littleEndianBytes
    bytes += sealed ?? []
  }

  /// Takes one frame off the front.
  init(parsing rest: inout ArraySlice<UInt8>) throws {
    guard rest.count >= Self.prefixCount, let first = rest.first else {
      throw RemoteError.malformed
    }
    guard first == Self.version else { throw RemoteError.unknownVersion }
    let prefix = Array(rest.prefix(Self.prefixCount))
    guard let leaf = SHA256Digest(Array(prefix[1..<33])),
      let length = UInt32(littleEndianBytes: prefix[33...])
    else { throw RemoteError.malformed }
    rest = rest.dropFirst(Self.prefixCount)
    guard length <= Self.sealedCounts.upperBound else { throw RemoteError.tooLarge }
    guard rest.count >= Int(length) else { throw RemoteError.malformed }
    try self.init(leaf: leaf, sealed: length == 0 ? nil : Array(rest.prefix(Int(length))))
    rest = rest.dropFirst(Int(length))
  }
}
