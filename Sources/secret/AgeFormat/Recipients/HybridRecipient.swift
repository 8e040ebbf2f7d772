// SPDX-License-Identifier: Apache-2.0
internal import HybridKEM
public import Sodium

/// A post-quantum public key, written `age1pq1…` in some 1,960 characters.
public struct HybridRecipient: AgeRecipient, Hashable, LosslessStringConvertible {
  private let key: HybridPublicKey

  /// 1216 bytes.
  public var publicKey: [UInt8] { key.bytes }

  init(key: HybridPublicKey) { self.key = key }

  /// - Throws: ``KeyTextError/invalidRecipient`` for a key that nothing can be sealed for.
  public init(publicKey: [UInt8]) throws {
    do { key = try HybridPublicKey(publicKey) } catch is HybridKEMError {
      throw KeyTextError.invalidRecipient
    }
  }

  /// Parses `age1pq1…`, in lower case.
  /// - Throws: ``KeyTextError/invalidRecipient``.
  public init(parsing text: some StringProtocol) throws {
    guard let (prefix, data) = try? Bech32.decode(text), prefix == AgeV1.hybridRecipientPrefix
    else { throw KeyTextError.invalidRecipient }
    try self.init(publicKey: data)
  }

  public init?(_ description: String) {
    guard let recipient = try? HybridRecipient(parsing: description) else { return nil }
    self = recipient
  }

  public var description: String {
    // Cannot fail: the prefix is a constant that Bech32 takes.
    (try? Bech32.encode(hrp: AgeV1.hybridRecipientPrefix, data: publicKey)) ?? ""
  }

  public var mustBeAlone: Bool { false }
  public var isPostQuantum: Bool { true }

  /// The encapsulation's randomness is the library's own: `random` is not asked, and no two stanzas
  /// are the same.
  public func wrap(fileKey: SecretBytes, random: any RandomSource) throws -> Stanza {
    HybridStanza(message: try key.seal(fileKey, info: AgeV1.hybridInfo)).stanza
  }
}
