// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Sodium

/// A digest that a bag may be checked by. MD5 and SHA-1 prove nothing against a forger.
public enum BagAlgorithm: String, CaseIterable, Hashable, Sendable {
  case sha256, sha512

  var digestCount: Int {
    switch self {
    case .sha256: SHA256Digest.count
    case .sha512: SHA512.count
    }
  }
}
