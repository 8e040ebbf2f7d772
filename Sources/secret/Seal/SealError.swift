// SPDX-License-Identifier: Apache-2.0

/// Why sealed bytes were not opened. Damage and a wrong key are told apart where the format allows it.
public enum SealError: Error, Equatable, Sendable {
  /// The bytes are not of the shape that Format.md gives.
  case damaged
  /// A version of the format that this program does not know.
  case unknownVersion
  /// The bytes are whole, but this key does not open them.
  case wrongKey
  /// Costs outside the range that is ever written (a weakened or exhausting slot).
  case costOutOfRange
  /// The epoch key is not in the key ring.
  case unknownEpoch
  /// The statement is too large to be sealed.
  case tooLarge
  /// A kit, certificate or boot record of another vault.
  case otherVault
}
