// SPDX-License-Identifier: Apache-2.0
public import Remote

extension ServerConnection {
  /// A message of ours, or ``SyncFailure/unexpected``.
  public func ask<Answer: WireMessage>(
    _ endpoint: Endpoint, body: [UInt8] = [], as type: Answer.Type
  ) async throws(SyncFailure) -> Answer {
    let bytes = try await send(endpoint, body: body)
    guard let answer = try? Answer(encoded: bytes) else { throw .unexpected }
    return answer
  }

  /// A blob whose bytes have its name.
  /// - Throws: ``SyncFailure/forged`` for any others.
  public func blob(
    _ vault: VaultID, _ kind: BlobKind, _ id: ChunkID
  ) async throws(SyncFailure) -> [UInt8] {
    let bytes = try await send(.getBlob(vault, kind, id), limit: kind.limit)
    guard ChunkID(ofSealed: bytes) == id else { throw .forged }
    return bytes
  }

  /// A boot record of that name; who signed it is for ``BootRecord`` to say.
  public func boot(_ vault: VaultID, _ name: BootName) async throws(SyncFailure) -> [UInt8] {
    let bytes = try await send(.getBoot(vault, name), limit: RootSigned.encodedLimit)
    guard let signed = try? RootSigned(encoded: bytes), signed.hash == name.hash else {
      throw .forged
    }
    return bytes
  }
}
