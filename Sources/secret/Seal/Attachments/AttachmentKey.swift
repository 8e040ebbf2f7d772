// SPDX-License-Identifier: Apache-2.0
public import Remote
public import Sodium

/// The key of one attempt at sealing one file; its chunks and its list chunks have keys of their own.
public struct AttachmentKey: Sendable {
  private let secret: SecretBytes
  let data: ChunkKey
  let list: ChunkKey

  public init(random: any RandomSource) throws { try self.init(random.secret(32)) }

  private init(_ secret: SecretBytes) throws {
    guard secret.count == 32 else { throw SealError.damaged }
    self.secret = secret
    data = try ChunkKey(secret: secret.derive(.chunkDataKey))
    list = try ChunkKey(secret: secret.derive(.chunkListKey))
  }

  /// Wrapped for the statement that carries it, so that the key is never text in memory.
  public func wrapped(
    for piece: PieceID, vault: VaultID, log: LogID, sequence: UInt64, keyRing: KeyRing,
    random: any RandomSource
  ) throws -> [UInt8] {
    try Wrap.seal(
      secret, under: keyRing.current().attachmentWrapKey(log: log, sequence: sequence),
      purpose: .wrapAttachmentKey, context: vault.bytes + piece.bytes, random: random)
  }

  /// - Parameter epoch: the epoch of the record that carries the wrap.
  public init(
    wrapped: [UInt8], piece: PieceID, vault: VaultID, log: LogID, sequence: UInt64,
    epoch: EpochID, keyRing: KeyRing
  ) throws {
    try self.init(
      Wrap.open(
        wrapped, under: keyRing.epoch(epoch).attachmentWrapKey(log: log, sequence: sequence),
        purpose: .wrapAttachmentKey, context: vault.bytes + piece.bytes))
  }
}
