// SPDX-License-Identifier: Apache-2.0

/// Why a text is not Bech32 (BIP-173).
public enum Bech32Error: Error, Equatable, Sendable {
  /// Upper and lower case in one text.
  case mixedCase
  /// A character outside the printable ones, or outside the alphabet in the data part.
  case invalidCharacter
  /// No separator, or nothing before it, or no room for a checksum after it.
  case malformed
  /// The checksum does not match.
  case checksum
  /// The symbols do not make whole bytes, or the bits left over are not zero.
  case padding
  /// Another prefix than the one asked for.
  case unexpectedPrefix
}
