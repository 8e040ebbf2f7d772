// SPDX-License-Identifier: Apache-2.0
import Sodium
import TransparencyLog

/// Names, keys and texts that several suites sign.
enum Notes {
  static let text = "Ognuno sta solo sul cuor della terra\n\ned è subito sera.\n"

  static func signer(_ name: String = "exemple.fr/journal") throws -> NoteSigner {
    try NoteSigner(name: name, key: Keys.make(name))
  }

  static func cosigner(_ name: String = "exemple.fr/serveur") throws -> CosignatureSigner {
    try CosignatureSigner(name: name, key: Keys.make(name))
  }

  static func checkpoint(
    leaves count: Int = 11, extensions: [String] = []
  ) throws -> Checkpoint {
    try Checkpoint(
      origin: "exemple.fr/journal", size: UInt64(count),
      root: MerkleTree.root(ofLeaves: Leaves.make(count)), extensions: extensions)
  }

  static func signedCheckpoint(leaves count: Int = 11) throws -> SignedCheckpoint {
    try .sign(checkpoint(leaves: count), by: signer())
  }
}
