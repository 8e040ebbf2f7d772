// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// Someone a file can be made for.
public protocol AgeRecipient: Sendable {
  /// Whether the file may have no other recipient.
  var mustBeAlone: Bool { get }

  /// Whether this is a public key that a quantum computer does not break, now or years after the file
  /// was recorded. One key beside it that breaks gives the file key away all the same, so a file is
  /// for such keys only, or for none. A passphrase, which is alone, says `false`.
  var isPostQuantum: Bool { get }

  /// A stanza that gives back the 16-byte file key to this recipient's identity.
  func wrap(fileKey: SecretBytes, random: any RandomSource) throws -> Stanza
}
