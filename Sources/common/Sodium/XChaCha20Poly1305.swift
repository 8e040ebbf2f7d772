// SPDX-License-Identifier: Apache-2.0
import CSodium

/// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha): 32-byte key, 24-byte nonce, 16-byte tag appended.
public enum XChaCha20Poly1305 {
  public static let keyCount = 32
  public static let nonceCount = 24
  public static let tagCount = 16

  /// Ciphertext followed by its tag.
  /// - Throws: ``SodiumError/invalidLength`` for a key or nonce of another length.
  public static func seal(
    _ plaintext: [UInt8], key: SecretBytes, nonce: [UInt8], authenticating data: [UInt8]
  ) throws -> [UInt8] {
    try plaintext.withUnsafeBytes {
      try seal($0, key: key, nonce: nonce, authenticating: data)
    }
  }

  /// Ciphertext followed by its tag, of a plaintext in any memory.
  public static func seal(
    _ plaintext: UnsafeRawBufferPointer, key: SecretBytes, nonce: [UInt8],
    authenticating data: [UInt8]
  ) throws -> [UInt8] {
    guard key.count == keyCount, nonce.count == nonceCount else { throw SodiumError.invalidLength }
    let count = plaintext.count + tagCount
    return [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      key.withUnsafeBytes { key in
        _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
          UnsafeMutableRawBufferPointer(output).bytes, nil, plaintext.bytes,
          UInt64(plaintext.count), data,
          UInt64(data.count), nil, nonce, key.bytes)
      }
      initialized = count
    }
  }

  /// The plaintext, in ordinary memory (records and chunks).
  /// - Throws: ``SodiumError/forged``.
  public static func open(
    _ ciphertext: [UInt8], key: SecretBytes, nonce: [UInt8], authenticating data: [UInt8]
  ) throws -> [UInt8] {
    guard ciphertext.count >= tagCount else { throw SodiumError.forged }
    let count = ciphertext.count - tagCount
    var failed = false
    let plaintext = try [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      try openInto(
        UnsafeMutableRawBufferPointer(output), ciphertext, key, nonce, data, failed: &failed)
      initialized = failed ? 0 : count
    }
    if failed { throw SodiumError.forged }
    return plaintext
  }

  /// The plaintext, in guarded memory (keys).
  /// - Throws: ``SodiumError/forged``.
  public static func openSecret(
    _ ciphertext: [UInt8], key: SecretBytes, nonce: [UInt8], authenticating data: [UInt8]
  ) throws -> SecretBytes {
    guard ciphertext.count >= tagCount else { throw SodiumError.forged }
    var failed = false
    let secret = try SecretBytes(count: ciphertext.count - tagCount) { output in
      try openInto(output, ciphertext, key, nonce, data, failed: &failed)
    }
    if failed { throw SodiumError.forged }
    return secret
  }

  private static func openInto(
    _ output: UnsafeMutableRawBufferPointer, _ ciphertext: [UInt8], _ key: SecretBytes,
    _ nonce: [UInt8], _ data: [UInt8], failed: inout Bool
  ) throws {
    guard key.count == keyCount, nonce.count == nonceCount else { throw SodiumError.invalidLength }
    let status = key.withUnsafeBytes { key in
      crypto_aead_xchacha20poly1305_ietf_decrypt(
        output.bytes, nil, nil, ciphertext,
        UInt64(ciphertext.count), data, UInt64(data.count), nonce, key.bytes)
    }
    failed = status != 0
  }
}
