// SPDX-License-Identifier: Apache-2.0
import CSodium

/// HMAC-SHA-256 (RFC 2104) and HKDF-SHA-256 (RFC 5869) with keys in guarded memory.
///
/// libsodium 1.0.18 has no HKDF; its HMAC gives one whose input and output never leave guarded
/// memory, which a hashing library working on ordinary arrays would not.
public enum HMACSHA256 {
  public static let tagCount = 32

  /// The 32-byte tag of `message`.
  public static func tag(of message: [UInt8], key: SecretBytes) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: tagCount)
    key.withUnsafeBytes { key in
      message.withUnsafeBytes { message in
        output.withUnsafeMutableBytes { authenticate(key, message, $0) }
      }
    }
    return output
  }

  /// HKDF: `count` bytes (at most 8160) from `inputKey`, `salt` and `info`.
  public static func hkdf(
    inputKey: SecretBytes, salt: [UInt8], info: [UInt8], count: Int
  ) throws -> SecretBytes {
    guard (0...255 * tagCount).contains(count) else { throw SodiumError.invalidLength }
    let pseudoRandomKey = try SecretBytes(count: tagCount) { output in
      salt.withUnsafeBytes { salt in
        inputKey.withUnsafeBytes { authenticate(salt, $0, output) }
      }
    }
    return try SecretBytes(count: count) { output in
      try expand(pseudoRandomKey, info, output)
    }
  }

  private static func expand(
    _ key: SecretBytes, _ info: [UInt8], _ output: UnsafeMutableRawBufferPointer
  ) throws {
    var previous = try SecretBytes(count: 0) { _ in }
    var written = 0
    var counter: UInt8 = 1
    while written < output.count {
      let block = try SecretBytes(count: tagCount) { block in
        var state = crypto_auth_hmacsha256_state()
        key.withUnsafeBytes { _ = crypto_auth_hmacsha256_init(&state, $0.bytes, $0.count) }
        previous.withUnsafeBytes {
          _ = crypto_auth_hmacsha256_update(&state, $0.bytes, UInt64($0.count))
        }
        crypto_auth_hmacsha256_update(&state, info, UInt64(info.count))
        crypto_auth_hmacsha256_update(&state, [counter], 1)
        crypto_auth_hmacsha256_final(&state, block.bytes)
        sodium_memzero(&state, MemoryLayout.size(ofValue: state))
      }
      let count = min(tagCount, output.count - written)
      block.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: output[written..<written + count])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[0..<count]))
      }
      previous = block
      written += count
      counter &+= 1
    }
  }

  private static func authenticate(
    _ key: UnsafeRawBufferPointer, _ message: UnsafeRawBufferPointer,
    _ output: UnsafeMutableRawBufferPointer
  ) {
    var state = crypto_auth_hmacsha256_state()
    crypto_auth_hmacsha256_init(&state, key.bytes, key.count)
    crypto_auth_hmacsha256_update(&state, message.bytes, UInt64(message.count))
    crypto_auth_hmacsha256_final(&state, output.bytes)
    sodium_memzero(&state, MemoryLayout.size(ofValue: state))
  }
}
