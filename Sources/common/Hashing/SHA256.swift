// SPDX-License-Identifier: Apache-2.0
internal import Crypto

/// A SHA-256 digest: 32 bytes.
public struct SHA256Digest: Hashable, Sendable {
  public static let count = 32
  public let bytes: [UInt8]

  /// `nil` unless there are exactly 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.count else { return nil }
    self.bytes = bytes
  }

  fileprivate init(_ digest: Crypto.SHA256.Digest) { bytes = Array(digest) }
}

/// Streaming SHA-256 (FIPS 180-4) on swift-crypto, which is faster than libsodium 1.0.18's.
public struct SHA256 {
  private var state = Crypto.SHA256()

  public init() {}

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    state.update(bufferPointer: bytes)
  }

  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { state.update(bufferPointer: $0) }
  }

  public consuming func finalize() -> SHA256Digest { SHA256Digest(state.finalize()) }

  /// The digest of `bytes`.
  public static func hash(_ bytes: [UInt8]) -> SHA256Digest {
    var hasher = SHA256()
    hasher.update(bytes)
    return hasher.finalize()
  }
}
