// SPDX-License-Identifier: Apache-2.0
import CSodium

/// BLAKE2b (RFC 7693) with a 1 to 64 byte output and an optional 16 to 64 byte key.
public struct BLAKE2b: ~Copyable {
  private let state: OpaquePointer
  private let outputCount: Int

  /// A streaming hash of `count` bytes.
  public init(count: Int = 32) {
    precondition((1...64).contains(count), "BLAKE2b gives 1 to 64 bytes")
    outputCount = count
    state = OpaquePointer(
      UnsafeMutableRawPointer.allocate(
        byteCount: crypto_generichash_blake2b_statebytes(), alignment: 64))
    crypto_generichash_blake2b_init(state, nil, 0, count)
  }

  deinit {
    // The state holds the last block hashed, which may be plaintext.
    sodium_memzero(UnsafeMutableRawPointer(state), crypto_generichash_blake2b_statebytes())
    UnsafeMutableRawPointer(state).deallocate()
  }

  public func update(_ bytes: UnsafeRawBufferPointer) {
    crypto_generichash_blake2b_update(state, bytes.bytes, UInt64(bytes.count))
  }

  public func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The digest. A hash is finished once.
  public func finalize() -> [UInt8] {
    var output = [UInt8](repeating: 0, count: outputCount)
    let status = crypto_generichash_blake2b_final(state, &output, outputCount)
    // A second call would otherwise give zeros that look like a digest.
    precondition(status == 0, "this hash was finished before")
    return output
  }

  /// Unkeyed hash of `bytes`.
  public static func hash(_ bytes: [UInt8], count: Int = 32) -> [UInt8] {
    bytes.withUnsafeBytes { hash($0, count: count) }
  }

  /// Unkeyed hash of a buffer.
  public static func hash(_ bytes: UnsafeRawBufferPointer, count: Int = 32) -> [UInt8] {
    let hasher = BLAKE2b(count: count)
    hasher.update(bytes)
    return hasher.finalize()
  }

  /// Keyed hash into guarded memory: BLAKE2b(key, message), `count` bytes.
  /// - Throws: ``SodiumError/invalidLength`` for a key outside 16...64 bytes.
  public static func derive(
    key: SecretBytes, message: [UInt8], count: Int = 32
  ) throws -> SecretBytes {
    guard (16...64).contains(key.count), (16...64).contains(count) else {
      throw SodiumError.invalidLength
    }
    return try SecretBytes(count: count) { output in
      key.withUnsafeBytes { key in
        _ = crypto_generichash_blake2b(
          output.bytes, count, message, UInt64(message.count), key.bytes, key.count)
      }
    }
  }
}
