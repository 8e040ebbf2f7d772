// SPDX-License-Identifier: Apache-2.0

/// Why a text is no codex32 string, or shares do not combine.
public enum Codex32Error: Error, Equatable, Sendable {
  /// Not this flavour's prefix and separator.
  case wrongPrefix
  /// Upper and lower case together.
  case mixedCase
  /// No string has this many characters, or its payload would end in more than four spare bits.
  case wrongLength
  /// A character outside the alphabet, counted from the start of the text.
  case wrongCharacter(at: Int)
  case wrongChecksum
  /// Neither 0 nor 2...9.
  case wrongThreshold
  /// Threshold 0 with another index than `s`, or no such symbol.
  case wrongShareIndex
  /// A share where the secret itself is wanted.
  case notTheSecret
  /// Shares of different thresholds, identifiers, lengths or flavours.
  case mixedShares
  /// Two shares of one index.
  case duplicateShare
  /// Not as many shares as the threshold says.
  case wrongShareCount
}
