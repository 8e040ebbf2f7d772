// SPDX-License-Identifier: Apache-2.0
import CSodium

/// ChaCha20-Poly1305 (RFC 8439): 32-byte key, 12-byte nonce, 16-byte tag appended. For age only.
public enum ChaCha20Poly1305 {
  public static let keyCount = 32
  public static let nonceCount = 12
  public static let tagCount = 16

  /// Writes ciphertext and tag (`plaintext.count + 16` bytes) to `output`.
  /// - Throws: ``SodiumError/invalidLength`` for a key, nonce or output of another length.
  public static func seal(
    _ plaintext: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer,
    key: SecretBytes, nonce: [UInt8], authenticating data: [UInt8] = []
  ) throws {
    guard key.count == keyCount, nonce.count == nonceCount,
      output.count == plaintext.count + tagCount
    else { throw SodiumError.invalidLength }
    key.withUnsafeBytes { key in
      _ = crypto_aead_chacha20poly1305_ietf_encrypt(
        output.bytes, nil, plaintext.bytes,
        UInt64(plaintext.count), data, UInt64(data.count), nil, nonce, key.bytes)
    }
  }

  /// Writes the plaintext (`ciphertext.count - 16` bytes) to `output`; nothing useful is there when
  /// it throws.
  /// - Throws: ``SodiumError/forged``, ``SodiumError/invalidLength``.
  public static func open(
    _ ciphertext: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer,
    key: SecretBytes, nonce: [UInt8], authenticating data: [UInt8] = []
  ) throws {
    guard key.count == keyCount, nonce.count == nonceCount else { throw SodiumError.invalidLength }
    guard ciphertext.count >= tagCount else { throw SodiumError.forged }
    guard output.count == ciphertext.count - tagCount else { throw SodiumError.invalidLength }
    let status = key.withUnsafeBytes { key in
      crypto_aead_chacha20poly1305_ietf_decrypt(
        output.bytes, nil, nil, ciphertext.bytes,
        UInt64(ciphertext.count), data, UInt64(data.count), nonce, key.bytes)
    }
    guard status == 0 else { throw SodiumError.forged }
  }

  /// Ciphertext followed by its tag, of a secret.
  public static func seal(
    _ plaintext: SecretBytes, key: SecretBytes, nonce: [UInt8], authenticating data: [UInt8] = []
  ) throws -> [UInt8] {
    var output = [UInt8](repeating: 0, count: plaintext.count + tagCount)
    try plaintext.withUnsafeBytes { plaintext in
      try output.withUnsafeMutableBytes {
        try seal(plaintext, into: $0, key: key, nonce: nonce, authenticating: data)
      }
    }
    return output
  }

  /// The plaintext in guarded memory.
  public static func openSecret(
    _ ciphertext: [UInt8], key: SecretBytes, nonce: [UInt8], authenticating data: [UInt8] = []
  ) throws -> SecretBytes {
    guard ciphertext.count >= tagCount else { throw SodiumError.forged }
    return try SecretBytes(count: ciphertext.count - tagCount) { output in
      try ciphertext.withUnsafeBytes {
        try open($0, into: output, key: key, nonce: nonce, authenticating: data)
      }
    }
  }
}
