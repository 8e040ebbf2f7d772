// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// What opens the files of a recipient.
public protocol AgeIdentity: Sendable {
  /// The file key of the first stanza that is for this identity; `nil` when none is. Stanzas of
  /// other types are ignored.
  /// - Throws: ``AgeError/headerFailure`` for a malformed stanza of this identity's own type.
  func unwrap(_ stanzas: [Stanza]) throws -> SecretBytes?
}
