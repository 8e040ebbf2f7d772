// SPDX-License-Identifier: Apache-2.0

/// Why a key or a message was refused.
public enum HybridKEMError: Error, Equatable, Sendable {
  /// A seed of another length; a public key of another length, with coefficients that are not reduced,
  /// or with a point of small order.
  case invalidKey
  /// An encapsulated key of another length, or with a point of small order. Any other one decapsulates,
  /// to a secret that nobody knows when it was not made for this key ("implicit rejection").
  case invalidEncapsulation
  /// The ciphertext was not sealed for this key, or not with this information, or was changed.
  case forged
}
