// SPDX-License-Identifier: Apache-2.0

/// Why a dossier could not be made or read at all. What is wrong inside a readable one is a ``Finding``.
public enum DossierError: Error, Equatable, Sendable {
  /// A part is not of its shape.
  case malformed
  /// Written by a later version of the format.
  case unknownVersion
  /// A file inside is larger than any of ours.
  case tooLarge
  /// A piece is not what its statement says: nothing was written.
  case pieceMismatch
}
