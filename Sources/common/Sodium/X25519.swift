// SPDX-License-Identifier: Apache-2.0
import CSodium

/// X25519 (RFC 7748).
public enum X25519 {
  public static let keyCount = 32

  /// scalar · basepoint.
  public static func publicKey(of scalar: SecretBytes) throws -> [UInt8] {
    guard scalar.count == keyCount else { throw SodiumError.invalidLength }
    var output = [UInt8](repeating: 0, count: keyCount)
    let status = scalar.withUnsafeBytes {
      crypto_scalarmult_curve25519_base(&output, $0.bytes)
    }
    guard status == 0 else { throw SodiumError.invalidPublicKey }
    return output
  }

  /// The shared secret.
  /// - Throws: ``SodiumError/invalidPublicKey`` when it is all zero (a small-order point).
  public static func sharedSecret(
    scalar: SecretBytes, publicKey: [UInt8]
  ) throws -> SecretBytes {
    guard scalar.count == keyCount, publicKey.count == keyCount else {
      throw SodiumError.invalidLength
    }
    return try SecretBytes(count: keyCount) { output in
      let status = scalar.withUnsafeBytes { scalar in
        crypto_scalarmult_curve25519(
          output.bytes, scalar.bytes, publicKey)
      }
      guard status == 0 else { throw SodiumError.invalidPublicKey }
    }
  }
}
