// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Sodium

/// A secret sealed under a key, with a commitment to that key (Format.md §2.1): a ciphertext that
/// opens under two keys cannot be made.
enum Wrap {
  static let version: UInt8 = 1
  static let commitmentCount = 32
  static let overhead =
    1 + XChaCha20Poly1305.nonceCount + commitmentCount + XChaCha20Poly1305.tagCount

  static func seal(
    _ secret: SecretBytes, under key: SecretBytes, purpose: Label, context: [UInt8],
    random: any RandomSource
  ) throws -> [UInt8] {
    let nonce = random.bytes(XChaCha20Poly1305.nonceCount)
    let parts = try derive(key, purpose, nonce, context)
    let ciphertext = try secret.withUnsafeBytes {
      try XChaCha20Poly1305.seal(
        $0, key: parts.key, nonce: nonce, authenticating: purpose.bytes + context)
    }
    return [version] + nonce + parts.commitment + ciphertext
  }

  /// - Throws: ``SealError/wrongKey`` when the commitment is another key's, ``SealError/damaged``
  ///   when the key is right and the ciphertext is not.
  static func open(
    _ bytes: [UInt8], under key: SecretBytes, purpose: Label, context: [UInt8]
  ) throws -> SecretBytes {
    guard bytes.count >= overhead else { throw SealError.damaged }
    guard bytes[0] == version else { throw SealError.unknownVersion }
    let nonce = Array(bytes[1..<25])
    let parts = try derive(key, purpose, nonce, context)
    guard Memory.equal(parts.commitment, Array(bytes[25..<57])) else { throw SealError.wrongKey }
    do {
      return try XChaCha20Poly1305.openSecret(
        Array(bytes[57...]), key: parts.key, nonce: nonce,
        authenticating: purpose.bytes + context)
    } catch SodiumError.forged {
      throw SealError.damaged
    }
  }

  private static func derive(
    _ key: SecretBytes, _ purpose: Label, _ nonce: [UInt8], _ context: [UInt8]
  ) throws -> (key: SecretBytes, commitment: [UInt8]) {
    let commitment = try key.derive(.wrapCommitment, purpose.bytes + nonce + context)
    return (
      try key.derive(.wrapEncryption, purpose.bytes + nonce),
      commitment.withUnsafeBytes { Array($0) }
    )
  }
}
