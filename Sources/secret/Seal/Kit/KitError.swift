// SPDX-License-Identifier: Apache-2.0

/// Why a text is no recovery kit, or shares do not give one. Groups count from 1.
public enum KitError: Error, Equatable, Sendable {
  /// A kit and a share have 76 characters, spaces and dashes apart.
  case wrongLength(found: Int)
  /// Upper and lower case together.
  case mixedCase
  /// A character that cannot stand in this group.
  case wrongCharacter(group: Int)
  /// Every character is possible, but not all of them are right.
  case wrongChecksum
  /// The checksum is right, but the identifier is not this secret's, or spare bits are set: the text
  /// was made up, or shares of different secrets were combined.
  case wrongIdentifier
  /// A share where a whole kit is wanted.
  case shareInsteadOfKit
  /// A whole kit where a share is wanted.
  case kitInsteadOfShare
  /// A split wants 2...9 shares needed, and from that many to 31 made.
  case impossibleSplit
  case tooFewShares(needed: Int, found: Int)
  /// Shares of different splits or kits.
  case mixedShares
  /// One share twice.
  case duplicateShare
  /// A share too many that contradicts the others: one of them is forged.
  case contradictoryShares
}
