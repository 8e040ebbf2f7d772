// SPDX-License-Identifier: Apache-2.0
internal import Crypto
internal import FoundationEssentials
public import Sodium

/// A public key that something can be sealed for.
public struct HybridPublicKey: Hashable, Sendable {
  /// 1216 bytes.
  public let bytes: [UInt8]

  /// - Throws: ``HybridKEMError/invalidKey``.
  public init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    // swift-crypto looks at the length alone until a key is used.
    _ = try sender(info: [])
  }

  /// For a key that was computed from its seed.
  init(computed bytes: [UInt8]) { self.bytes = bytes }

  /// Seals a secret with a fresh encapsulation, whose randomness is BoringSSL's own.
  public func seal(_ secret: SecretBytes, info: [UInt8]) throws -> HybridMessage {
    var sender = try sender(info: info)
    let ciphertext = try secret.withUnsafeBytes { try sender.seal($0) }
    return HybridMessage(
      encapsulatedKey: Array(sender.encapsulatedKey), ciphertext: Array(ciphertext))
  }

  private func sender(info: [UInt8]) throws -> HPKE.Sender {
    do {
      let key = try XWingMLKEM768X25519.PublicKey(rawRepresentation: bytes)
      return try HPKE.Sender(recipientKey: key, ciphersuite: HybridKEM.suite, info: Data(info))
    } catch {
      throw HybridKEMError.invalidKey
    }
  }
}
