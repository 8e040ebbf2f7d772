// SPDX-License-Identifier: Apache-2.0

/// Why a public document of a vault was refused.
public enum RemoteError: Error, Equatable, Sendable {
  /// Not canonical, or not of the shape of its type.
  case malformed
  /// Of a later version of the format.
  case unknownVersion
  /// The signature is missing, of another key or wrong.
  case badSignature
  /// Of another vault.
  case otherVault
  /// The device id is not the hash of the keys.
  case wrongDevice
  case tooLarge
}
