// SPDX-License-Identifier: Apache-2.0
import CSodium

/// Streaming SHA-512 (FIPS 180-4), which bags made elsewhere use.
public struct SHA512 {
  public static let count = 64
  private var state = crypto_hash_sha512_state()

  public init() { crypto_hash_sha512_init(&state) }

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    crypto_hash_sha512_update(&state, bytes.bytes, UInt64(bytes.count))
  }

  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The 64-byte digest.
  public consuming func finalize() -> [UInt8] {
    var output = [UInt8](repeating: 0, count: Self.count)
    crypto_hash_sha512_final(&state, &output)
    return output
  }

  /// The digest of `bytes`.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hasher = SHA512()
    hasher.update(bytes)
    return hasher.finalize()
  }
}
