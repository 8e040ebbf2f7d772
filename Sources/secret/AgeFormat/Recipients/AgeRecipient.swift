// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// Someone a file can be made for.
public protocol AgeRecipient: Sendable {
  /// Whether the file may have no other recipient.
  var mustBeAlone: Bool { get }

  /// A stanza that gives back the 16-byte file key to this recipient's identity.
  func wrap(fileKey: SecretBytes, random: any RandomSource) throws -> Stanza
}
