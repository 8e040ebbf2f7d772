// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A public key of either kind, told by its text.
public enum KeyRecipient: AgeRecipient, Hashable, LosslessStringConvertible {
  case x25519(X25519Recipient)
  case hybrid(HybridRecipient)

  /// Parses `age1…` or `age1pq1…`.
  /// - Throws: ``KeyTextError``.
  public init(parsing text: some StringProtocol) throws {
    // No text of the other kind begins so: its data part has no `1`.
    if text.hasPrefix(AgeV1.hybridRecipientPrefix + "1") {
      self = .hybrid(try HybridRecipient(parsing: text))
    } else {
      self = .x25519(try X25519Recipient(parsing: text))
    }
  }

  public init?(_ description: String) {
    guard let recipient = try? KeyRecipient(parsing: description) else { return nil }
    self = recipient
  }

  private var recipient: any AgeRecipient & CustomStringConvertible {
    switch self {
    case .x25519(let recipient): recipient
    case .hybrid(let recipient): recipient
    }
  }

  public var description: String { recipient.description }
  public var mustBeAlone: Bool { recipient.mustBeAlone }
  public var isPostQuantum: Bool { recipient.isPostQuantum }

  public func wrap(fileKey: SecretBytes, random: any RandomSource) throws -> Stanza {
    try recipient.wrap(fileKey: fileKey, random: random)
  }
}
