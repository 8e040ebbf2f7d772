// SPDX-License-Identifier: Apache-2.0
import CSodium

/// Argon2id version 0x13 (RFC 9106), one lane.
public enum Argon2id {
  public static let saltCount = 16

  /// - Parameters:
  ///   - iterations: passes, 1 or more (libsodium wants 1; our callers clamp to 3 and 4).
  ///   - memoryKiB: KiB, 8 or more.
  ///   - count: bytes wanted, 16...512.
  /// - Throws: ``SodiumError/invalidCost``, ``SodiumError/invalidLength``,
  ///   ``SodiumError/outOfMemory``.
  public static func derive(
    passphrase: SecretBytes, salt: [UInt8], iterations: Int, memoryKiB: Int, count: Int = 32
  ) throws -> SecretBytes {
    guard salt.count == saltCount, (1...4_294_967_295).contains(iterations),
      (8...4_194_304).contains(memoryKiB)
    else { throw SodiumError.invalidCost }
    guard (16...512).contains(count) else { throw SodiumError.invalidLength }
    return try SecretBytes(count: count) { output in
      let status = passphrase.withUnsafeBytes { passphrase in
        crypto_pwhash(
          output.bytes, UInt64(count),
          UnsafeRawPointer(passphrase.bytes).assumingMemoryBound(to: CChar.self),
          UInt64(passphrase.count),
          salt, UInt64(iterations), memoryKiB * 1024, crypto_pwhash_ALG_ARGON2ID13)
      }
      guard status == 0 else { throw SodiumError.outOfMemory }
    }
  }
}

/// scrypt (RFC 7914). For age's passphrase stanza only.
public enum Scrypt {
  /// - Parameter cost: N, a power of two below 2³². It takes 128 · N · blockSize bytes of memory: the
  ///   caller bounds what comes from a file.
  /// - Throws: ``SodiumError/invalidCost``, ``SodiumError/outOfMemory``.
  public static func derive(
    passphrase: SecretBytes, salt: [UInt8], cost: UInt64, blockSize: UInt32 = 8,
    parallelism: UInt32 = 1, count: Int = 32
  ) throws -> SecretBytes {
    guard cost >= 2, cost & (cost - 1) == 0, cost <= UInt64(UInt32.max), blockSize >= 1,
      parallelism >= 1, UInt64(blockSize) * UInt64(parallelism) < 1 << 30
    else { throw SodiumError.invalidCost }
    return try SecretBytes(count: count) { output in
      let status = passphrase.withUnsafeBytes { passphrase in
        crypto_pwhash_scryptsalsa208sha256_ll(
          passphrase.bytes, passphrase.count, salt, salt.count, cost, blockSize, parallelism,
          output.bytes, count)
      }
      guard status == 0 else { throw SodiumError.outOfMemory }
    }
  }
}
