// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A public key, written `age1…`.
public struct X25519Recipient: AgeRecipient, Hashable, LosslessStringConvertible {
  /// 32 bytes.
  public let publicKey: [UInt8]

  /// - Throws: ``KeyTextError/invalidRecipient`` for another length, or for a point of small order,
  ///   which would give everybody the same shared secret.
  public init(publicKey: [UInt8]) throws {
    do {
      let anyScalar = try SecretBytes(copying: [UInt8](repeating: 1, count: X25519.keyCount))
      _ = try X25519.sharedSecret(scalar: anyScalar, publicKey: publicKey)
    } catch SodiumError.invalidLength, SodiumError.invalidPublicKey {
      throw KeyTextError.invalidRecipient
    }
    self.publicKey = publicKey
  }

  /// Parses `age1…`, in lower case.
  /// - Throws: ``KeyTextError``.
  public init(parsing text: some StringProtocol) throws {
    guard let (prefix, data) = try? Bech32.decode(text) else {
      throw KeyTextError.invalidRecipient
    }
    guard prefix == AgeV1.recipientPrefix else {
      throw prefix.hasPrefix("age1") ? KeyTextError.unsupported : KeyTextError.invalidRecipient
    }
    try self.init(publicKey: data)
  }

  public init?(_ description: String) {
    guard let recipient = try? X25519Recipient(parsing: description) else { return nil }
    self = recipient
  }

  public var description: String {
    // Cannot fail: the prefix is a constant that Bech32 takes.
    (try? Bech32.encode(hrp: AgeV1.recipientPrefix, data: publicKey)) ?? ""
  }

  public var mustBeAlone: Bool { false }
  public var isPostQuantum: Bool { false }

  public func wrap(fileKey: SecretBytes, random: any RandomSource) throws -> Stanza {
    let ephemeral = try random.secret(X25519.keyCount)
    let share = try X25519.publicKey(of: ephemeral)
    let shared = try X25519.sharedSecret(scalar: ephemeral, publicKey: publicKey)
    let key = try X25519Stanza.wrapKey(sharedSecret: shared, share: share, recipient: publicKey)
    return X25519Stanza(share: share, body: try key.wrap(fileKey)).stanza
  }
}
