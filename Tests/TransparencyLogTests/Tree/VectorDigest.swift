// SPDX-License-Identifier: Apache-2.0
import Hashing
import Sodium
import TransparencyLog

/// A hash in a vector. Some vectors spoil a proof with one of another length, which our types refuse.
enum VectorDigest {
  static func parse(_ base64: String) throws -> SHA256Digest {
    guard let digest = SHA256Digest(try Base64.decode(base64, .standard)) else {
      throw MerkleError.rootMismatch
    }
    return digest
  }
}
