// SPDX-License-Identifier: Apache-2.0
internal import HybridKEM
public import Sodium

/// A post-quantum private key, written `AGE-SECRET-KEY-PQ-1…`.
public struct HybridIdentity: AgeIdentity {
  private let key: HybridPrivateKey

  /// The public half.
  public var recipient: HybridRecipient { HybridRecipient(key: key.publicKey) }

  /// - Parameter seed: 32 bytes.
  public init(seed: SecretBytes) throws {
    do { key = try HybridPrivateKey(seed: seed) } catch is HybridKEMError {
      throw KeyTextError.invalidIdentity
    }
  }

  public static func generate(random: some RandomSource) throws -> HybridIdentity {
    try HybridIdentity(seed: random.secret(HybridKEM.seedCount))
  }

  /// Parses the text of an identity, in upper case, with nothing around it.
  /// - Throws: ``KeyTextError/invalidIdentity``.
  public init(parsing text: UnsafeRawBufferPointer) throws {
    do {
      try self.init(seed: Bech32.decodeSecret(text, hrp: AgeV1.hybridIdentityPrefix))
    } catch is Bech32Error {
      throw KeyTextError.invalidIdentity
    }
  }

  public init(parsing text: SecretBytes) throws {
    self = try text.withUnsafeBytes { try HybridIdentity(parsing: $0) }
  }

  /// The caller wipes its own copy of the text.
  public init(parsing text: [UInt8]) throws {
    self = try text.withUnsafeBytes { try HybridIdentity(parsing: $0) }
  }

  /// The text to keep, without a line feed; as secret as the key.
  public func text() throws -> SecretBytes {
    try Bech32.encodeSecret(hrp: AgeV1.hybridIdentityPrefix, data: key.seed)
  }

  public func unwrap(_ stanzas: [Stanza]) throws -> SecretBytes? {
    // All of them are checked before any is tried, so that a malformed one is refused wherever it is.
    for stanza in try stanzas.compactMap(HybridStanza.init) {
      if let fileKey = try unwrap(stanza) { return fileKey }
    }
    return nil
  }

  private func unwrap(_ stanza: HybridStanza) throws -> SecretBytes? {
    do {
      return try key.open(stanza.message, info: AgeV1.hybridInfo)
    } catch HybridKEMError.invalidEncapsulation {
      throw AgeError.headerFailure
    } catch HybridKEMError.forged {
      // Somebody else's: an encapsulation for another key is not told apart before.
      return nil
    }
  }
}

extension HybridIdentity: CustomStringConvertible, CustomDebugStringConvertible {
  /// Names the public half only.
  public var description: String { "HybridIdentity(\(recipient))" }
  public var debugDescription: String { description }
}
