// SPDX-License-Identifier: Apache-2.0

/// Why a file does not open. The cases are the classes of the C2SP test vectors; an error of the
/// byte source itself (a disk, a socket) passes through untouched.
public enum AgeError: Error, Equatable, Sendable {
  /// The header is well formed, and none of its stanzas is for any of the identities.
  case noMatch
  /// A file key was unwrapped, but the header is not the one its sender made.
  case hmacFailure
  /// The header, or a stanza of a recognized type, is malformed or asks for too much work.
  case headerFailure
  /// The text armor is malformed.
  case armorFailure
  /// The payload is damaged, truncated or continued. Every chunk given before this was authentic.
  case payloadFailure
}
