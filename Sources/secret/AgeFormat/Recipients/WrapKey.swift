// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// A key that wraps one file key in one stanza; used once, hence the zero nonce.
struct WrapKey {
  private static let nonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceCount)
  let secret: SecretBytes

  func wrap(_ fileKey: SecretBytes) throws -> [UInt8] {
    try ChaCha20Poly1305.seal(fileKey, key: secret, nonce: Self.nonce)
  }

  /// `nil` when the body was not wrapped with this key. Its length was checked before, against
  /// partitioning oracles.
  func unwrap(_ body: [UInt8]) throws -> SecretBytes? {
    do {
      return try ChaCha20Poly1305.openSecret(body, key: secret, nonce: Self.nonce)
    } catch SodiumError.forged {
      return nil
    }
  }
}
