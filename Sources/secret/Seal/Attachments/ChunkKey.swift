// SPDX-License-Identifier: Apache-2.0
internal import Remote
internal import Sodium

/// Seals and opens the chunks of one stream (Format.md §6). Chunks are independent of each other, so
/// they may be sealed in parallel.
public struct ChunkKey: Sendable {
  let secret: SecretBytes

  func seal(
    _ plaintext: UnsafeRawBufferPointer, index: UInt64, isLast: Bool, vault: VaultID
  ) throws -> [UInt8] {
    try XChaCha20Poly1305.seal(
      plaintext, key: secret, nonce: Self.nonce(index, isLast),
      authenticating: Label.chunk.bytes + vault.bytes)
  }

  /// - Throws: ``SealError/damaged`` for any other chunk, place or vault.
  func open(_ sealed: [UInt8], index: UInt64, isLast: Bool, vault: VaultID) throws -> [UInt8] {
    do {
      return try XChaCha20Poly1305.open(
        sealed, key: secret, nonce: Self.nonce(index, isLast),
        authenticating: Label.chunk.bytes + vault.bytes)
    } catch SodiumError.forged {
      throw SealError.damaged
    }
  }

  private static func nonce(_ index: UInt64, _ isLast: Bool) -> [UInt8] {
    index.littleEndianBytes + [isLast ? 1 : 0] + [UInt8](repeating: 0, count: 15)
  }
}
