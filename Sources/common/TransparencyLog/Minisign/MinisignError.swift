// SPDX-License-Identifier: Apache-2.0

/// Why a minisign key or signature was refused.
public enum MinisignError: Error, Equatable, Sendable {
  /// Not the lines that minisign writes.
  case malformed
  /// Another algorithm than Ed25519, plain or prehashed.
  case unknownAlgorithm
  /// A comment is too long for minisign or has a control character.
  case invalidComment
  /// A key id is not 8 bytes.
  case invalidKeyID
  /// The signature names another key.
  case otherKey
  /// The message is not what was signed.
  case badSignature
  /// The trusted comment is not what was signed.
  case badTrustedComment
}
