// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A private key of either kind, told by its text.
public enum KeyIdentity: AgeIdentity {
  case x25519(X25519Identity)
  case hybrid(HybridIdentity)

  /// Parses `AGE-SECRET-KEY-1…` or `AGE-SECRET-KEY-PQ-1…`.
  /// - Throws: ``KeyTextError``.
  public init(parsing text: UnsafeRawBufferPointer) throws {
    if text.starts(with: (AgeV1.hybridIdentityPrefix + "1").utf8) {
      self = .hybrid(try HybridIdentity(parsing: text))
    } else {
      self = .x25519(try X25519Identity(parsing: text))
    }
  }

  /// The caller wipes its own copy of the text.
  public init(parsing text: [UInt8]) throws {
    self = try text.withUnsafeBytes { try KeyIdentity(parsing: $0) }
  }

  /// The public half, whose description is its text.
  public var recipient: KeyRecipient {
    switch self {
    case .x25519(let identity): .x25519(identity.recipient)
    case .hybrid(let identity): .hybrid(identity.recipient)
    }
  }

  /// The text to keep, without a line feed; as secret as the key.
  public func text() throws -> SecretBytes {
    switch self {
    case .x25519(let identity): try identity.text()
    case .hybrid(let identity): try identity.text()
    }
  }

  public func unwrap(_ stanzas: [Stanza]) throws -> SecretBytes? {
    switch self {
    case .x25519(let identity): try identity.unwrap(stanzas)
    case .hybrid(let identity): try identity.unwrap(stanzas)
    }
  }
}

extension KeyIdentity: CustomStringConvertible, CustomDebugStringConvertible {
  /// Names the public half only.
  public var description: String { "KeyIdentity(\(recipient))" }
  public var debugDescription: String { description }
}
