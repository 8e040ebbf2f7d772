// SPDX-License-Identifier: Apache-2.0

/// Why bytes or values are not a statement or one of its parts. No case carries what the person wrote.
public enum EvidenceError: Error, Equatable, Sendable {
  /// The header or an opening is not of the shape that Format.md §4 gives.
  case malformed
  /// A version of the header that this program does not know.
  case unknownVersion
  /// An opening whose digest the header does not hold, or that appears twice.
  case unlistedOpening
  /// Openings or header beyond their limits.
  case tooLarge
  /// A value cannot be read; the text names the field, in the CLI's spelling.
  case invalidField(String)
}
