// SPDX-License-Identifier: Apache-2.0
public import Hashing
internal import Sodium

/// What is known of one file of a bag, once its bytes have gone by.
public struct BagFile: Equatable, Sendable {
  public var size: UInt64
  public var digests: [BagAlgorithm: [UInt8]]

  public init(size: UInt64, digests: [BagAlgorithm: [UInt8]]) {
    self.size = size
    self.digests = digests
  }

  public init(size: UInt64, sha256: SHA256Digest) {
    self.init(size: size, digests: [.sha256: sha256.bytes])
  }

  /// The file that has these bytes.
  public init(_ bytes: [UInt8]) {
    self.init(
      size: UInt64(bytes.count),
      digests: [.sha256: SHA256.hash(bytes).bytes, .sha512: SHA512.hash(bytes)])
  }
}
