// SPDX-License-Identifier: Apache-2.0

/// Why a primitive refused its input.
public enum SodiumError: Error, Equatable, Sendable {
  /// `sodium_init` failed, or the process could not forbid core dumps.
  case initialization
  /// Guarded memory could not be had (lock limit or memory exhausted).
  case outOfMemory
  /// An input has a length that the primitive does not take.
  case invalidLength
  /// A public key is not canonical, of small order or outside the main subgroup.
  case invalidPublicKey
  /// A ciphertext, tag or signature does not verify.
  case forged
  /// A key derivation refused its cost or salt.
  case invalidCost
  /// A text is not the canonical encoding of any bytes.
  case invalidEncoding
  /// A primitive gave another result than its known answer: this build must not be used.
  case selfTest(String)
}
