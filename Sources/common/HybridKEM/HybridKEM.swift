// SPDX-License-Identifier: Apache-2.0
internal import Crypto

/// X-Wing (ML-KEM-768 with X25519) in HPKE (RFC 9180), base mode, for one message: what age's
/// post-quantum recipient is made of. Whoever breaks only one of the two learns nothing.
public enum HybridKEM {
  /// A private key is the seed that both halves are derived from.
  public static let seedCount = 32
  public static let publicKeyCount = 1216
  public static let encapsulatedKeyCount = 1120
  public static let tagCount = 16

  /// KEM 0x647a, HKDF-SHA256, ChaCha20-Poly1305. The suite that swift-crypto predefines has AES-GCM.
  static let suite = HPKE.Ciphersuite(
    kem: .XWingMLKEM768X25519, kdf: .HKDF_SHA256, aead: .chaChaPoly)
}
