// SPDX-License-Identifier: Apache-2.0
internal import Crypto
internal import FoundationEssentials
public import Sodium

/// A private key, kept as its seed alone.
///
/// swift-crypto takes the expanded key into ordinary memory and does not wipe it, so it exists only
/// while something is opened or the public key is computed.
public struct HybridPrivateKey: Sendable {
  /// 32 bytes.
  public let seed: SecretBytes
  public let publicKey: HybridPublicKey

  /// - Throws: ``HybridKEMError/invalidKey``.
  public init(seed: SecretBytes) throws {
    self.seed = seed
    publicKey = HybridPublicKey(
      computed: Array(try Self.expand(seed).publicKey.rawRepresentation))
  }

  /// - Throws: ``HybridKEMError/invalidEncapsulation``, ``HybridKEMError/forged``.
  public func open(_ message: HybridMessage, info: [UInt8]) throws -> SecretBytes {
    var recipient = try recipient(message.encapsulatedKey, info: info)
    guard message.ciphertext.count >= HybridKEM.tagCount else { throw HybridKEMError.forged }
    var opened: Data
    do { opened = try recipient.open(message.ciphertext) } catch { throw HybridKEMError.forged }
    // Not shared with anything, hence wiped in place.
    defer { opened.withUnsafeMutableBytes { Memory.wipe($0) } }
    return try SecretBytes(copying: opened)
  }

  private func recipient(_ encapsulatedKey: [UInt8], info: [UInt8]) throws -> HPKE.Recipient {
    let key = try Self.expand(seed)
    do {
      return try HPKE.Recipient(
        privateKey: key, ciphersuite: HybridKEM.suite, info: Data(info),
        encapsulatedKey: Data(encapsulatedKey))
    } catch {
      throw HybridKEMError.invalidEncapsulation
    }
  }

  private static func expand(_ seed: SecretBytes) throws -> XWingMLKEM768X25519.PrivateKey {
    guard seed.count == HybridKEM.seedCount else { throw HybridKEMError.invalidKey }
    // Lent where it is: the seed itself is not copied into ordinary memory on its way.
    return try seed.withUnsafeBytes {
      try XWingMLKEM768X25519.PrivateKey(seedRepresentation: $0, publicKey: nil)
    }
  }
}
