// SPDX-License-Identifier: Apache-2.0

/// Why a note, a key, a checkpoint or a proof file was refused.
public enum NoteError: Error, Equatable, Sendable {
  /// Not a signed note: its bytes break the format.
  case malformed
  /// More bytes or signatures than a reader takes.
  case tooLarge
  /// A key name is empty or has a space, a plus sign or a control character.
  case invalidName
  /// Not a verifier key of the type asked for.
  case malformedKey
  /// A verifier key's id is not the one of its name and key.
  case keyIDMismatch
  /// A well-formed verifier key of another signature type.
  case unknownAlgorithm
  /// No signature is by a known key.
  case unknownKey
  /// A signature that bears a known key's name and id does not verify.
  case badSignature
  /// Two of the known keys have the name and id of one signature.
  case ambiguousKey
  /// The text of a note is no checkpoint.
  case malformedCheckpoint
  /// A checkpoint's origin is not the name of the key.
  case originMismatch
  /// The bytes are no tlog-proof.
  case malformedProof
  /// A cosignature's time is beyond 2^63 − 1.
  case invalidTime
}
