// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A private key, written `AGE-SECRET-KEY-1…`.
public struct X25519Identity: AgeIdentity {
  private let scalar: SecretBytes
  /// The public half.
  public let recipient: X25519Recipient

  /// - Parameter scalar: 32 bytes.
  public init(scalar: SecretBytes) throws {
    guard scalar.count == X25519.keyCount else { throw KeyTextError.invalidIdentity }
    self.scalar = scalar
    recipient = try X25519Recipient(publicKey: X25519.publicKey(of: scalar))
  }

  public static func generate(random: some RandomSource) throws -> X25519Identity {
    try X25519Identity(scalar: random.secret(X25519.keyCount))
  }

  /// Parses the text of an identity, in upper case, with nothing around it.
  /// - Throws: ``KeyTextError``.
  public init(parsing text: UnsafeRawBufferPointer) throws {
    do {
      try self.init(scalar: Bech32.decodeSecret(text, hrp: AgeV1.identityPrefix))
    } catch Bech32Error.unexpectedPrefix
      where text.starts(with: "AGE-SECRET-KEY-PQ-1".utf8) || text.starts(with: "AGE-PLUGIN-".utf8)
    {
      throw KeyTextError.unsupported
    } catch is Bech32Error {
      throw KeyTextError.invalidIdentity
    }
  }

  public init(parsing text: SecretBytes) throws {
    self = try text.withUnsafeBytes { try X25519Identity(parsing: $0) }
  }

  /// The caller wipes its own copy of the text.
  public init(parsing text: [UInt8]) throws {
    self = try text.withUnsafeBytes { try X25519Identity(parsing: $0) }
  }

  /// The text to keep, without a line feed; as secret as the key.
  public func text() throws -> SecretBytes {
    try Bech32.encodeSecret(hrp: AgeV1.identityPrefix, data: scalar)
  }

  public func unwrap(_ stanzas: [Stanza]) throws -> SecretBytes? {
    // All of them are checked before any is tried, so that a malformed one is refused wherever it is.
    for stanza in try stanzas.compactMap(X25519Stanza.init) {
      if let fileKey = try unwrap(stanza) { return fileKey }
    }
    return nil
  }

  private func unwrap(_ stanza: X25519Stanza) throws -> SecretBytes? {
    let shared: SecretBytes
    do {
      shared = try X25519.sharedSecret(scalar: scalar, publicKey: stanza.share)
    } catch SodiumError.invalidPublicKey {
      // "If the shared secret is all 0x00 bytes, the identity implementation MUST abort."
      throw AgeError.headerFailure
    }
    return try X25519Stanza.wrapKey(
      sharedSecret: shared, share: stanza.share, recipient: recipient.publicKey
    ).unwrap(stanza.body)
  }
}

extension X25519Identity: CustomStringConvertible, CustomDebugStringConvertible {
  /// Names the public half only.
  public var description: String { "X25519Identity(\(recipient))" }
  public var debugDescription: String { description }
}
