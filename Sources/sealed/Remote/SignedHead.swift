// SPDX-License-Identifier: Apache-2.0
public import Hashing
public import Sodium
internal import TransparencyLog

/// A head that its device signed, for its own log of its own vault (Format.md §4.4).
public struct SignedHead: Equatable, Sendable {
  public static let limit = 1 << 20
  public let size: UInt64
  public let root: SHA256Digest
  /// The signed note.
  public let encoded: [UInt8]

  /// - Parameter key: the log key of the origin's device.
  /// - Throws: `NoteError`: not a checkpoint of that origin, or not signed by that key.
  public init(_ encoded: [UInt8], of origin: Origin, key: Ed25519.PublicKey) throws {
    let signed = try SignedCheckpoint(parsing: encoded)
    try signed.verify(by: NoteVerifier(name: origin.description, publicKey: key))
    size = signed.checkpoint.size
    root = signed.checkpoint.root
    self.encoded = encoded
  }
}
