// SPDX-License-Identifier: Apache-2.0
import CSodium

/// Ed25519 (RFC 8032), libsodium's strict verification.
public enum Ed25519 {
  public static let publicKeyCount = 32
  public static let signatureCount = 64
  public static let seedCount = 32

  /// Whether `signature` is `publicKey`'s over `message`. Never throws: a malformed input is `false`.
  public static func isValid(
    signature: [UInt8], of message: [UInt8], publicKey: [UInt8]
  ) -> Bool {
    guard signature.count == signatureCount, publicKey.count == publicKeyCount else { return false }
    return crypto_sign_ed25519_verify_detached(
      signature, message, UInt64(message.count), publicKey) == 0
  }

  /// A public key on the curve, in the main subgroup, canonical.
  public struct PublicKey: Hashable, Sendable {
    /// 32 bytes, RFC 8032 encoding.
    public let bytes: [UInt8]

    /// - Throws: ``SodiumError/invalidPublicKey`` for a small-order, mixed-order or non-canonical
    ///   point, or another length.
    public init(_ bytes: [UInt8]) throws {
      guard bytes.count == publicKeyCount,
        Self.points.holds(bytes, check: { crypto_core_ed25519_is_valid_point(bytes) == 1 })
      else {
        throw SodiumError.invalidPublicKey
      }
      self.bytes = bytes
    }

    public func isValid(signature: [UInt8], of message: [UInt8]) -> Bool {
      guard signature.count == signatureCount else { return false }
      let hasher = BLAKE2b()
      hasher.update(bytes)
      hasher.update(signature)
      hasher.update(message)
      return Self.signatures.holds(hasher.finalize()) {
        Ed25519.isValid(signature: signature, of: message, publicKey: bytes)
      }
    }

    private static let points = ValidOnce(limit: 1024)
    private static let signatures = ValidOnce(limit: 4096)
  }

  /// A signing key, its 64-byte expanded form in guarded memory.
  public struct SigningKey: Sendable {
    private let expanded: SecretBytes
    public let publicKey: PublicKey

    /// - Parameter seed: 32 bytes.
    public init(seed: SecretBytes) throws {
      guard seed.count == seedCount else { throw SodiumError.invalidLength }
      var key = [UInt8](repeating: 0, count: publicKeyCount)
      expanded = try SecretBytes(count: 64) { output in
        seed.withUnsafeBytes { seed in
          _ = crypto_sign_ed25519_seed_keypair(
            &key, output.bytes, seed.bytes)
        }
      }
      publicKey = try PublicKey(key)
    }

    /// 64 bytes.
    public func sign(_ message: [UInt8]) -> [UInt8] {
      var signature = [UInt8](repeating: 0, count: signatureCount)
      expanded.withUnsafeBytes { key in
        _ = crypto_sign_ed25519_detached(
          &signature, nil, message, UInt64(message.count), key.bytes)
      }
      return signature
    }
  }
}
