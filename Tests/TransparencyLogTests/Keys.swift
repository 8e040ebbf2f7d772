// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport

/// Signing keys that are the same in every run.
enum Keys {
  static func make(_ seed: String) throws -> Ed25519.SigningKey {
    try Ed25519.SigningKey(seed: SeededRandom(seed: seed).secret(Ed25519.seedCount))
  }
}
