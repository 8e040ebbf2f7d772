// SPDX-License-Identifier: Apache-2.0

/// Why a proof, note or signature was refused.
public enum ProofError: Error, Equatable, Sendable {
  /// Not of the shape of its specification.
  case malformed
  /// Larger than anything we take.
  case tooLarge
  /// Hashes do not lead to the root.
  case wrongRoot
  /// No signature by a known key.
  case unknownKey
  /// A signature by a known key that does not verify.
  case badSignature
}
