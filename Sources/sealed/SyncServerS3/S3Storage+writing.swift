// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Sodium
public import SyncServer

extension S3Storage {
  public func putIfAbsent(_ key: ObjectKey, _ bytes: [UInt8]) async throws -> ObjectVersion? {
    try await write(key, bytes, condition: "if-none-match", "*")
  }

  public func replace(
    _ key: ObjectKey, _ bytes: [UInt8], ifMatch version: ObjectVersion
  ) async throws -> ObjectVersion? {
    // What no store gives out matches nothing. It is still refused when it is too large.
    guard Self.isTag(version.text) || bytes.count > ObjectKey.objectLimit else { return nil }
    return try await write(key, bytes, condition: "if-match", version.text)
  }

  private func write(
    _ key: ObjectKey, _ bytes: [UInt8], condition: String, _ value: String
  ) async throws -> ObjectVersion? {
    guard bytes.count <= ObjectKey.objectLimit else { throw StorageError.tooLarge }
    let request = S3Request(
      method: .put, path: path(key),
      headers: [
        condition: value, Self.digestHeader: Hex.encode(SHA256.hash(bytes).bytes),
        "content-type": "application/octet-stream",
      ], body: bytes)
    return try await send(request) { response, before in
      switch response.status {
      case 200:
        guard let version = Self.version(response) else { throw StorageError.damaged }
        return .some(version)
      // Others write at this moment: the store did nothing and wants to be asked again.
      case 409: throw Doubt.refused
      case 412: return try await outcome(key, bytes, before)
      case 404 where response.code == "NoSuchKey": return try await outcome(key, bytes, before)
      default: return nil
      }
    }
  }

  /// After a refusal: an attempt whose answer was lost may be what stands there now, and is not to be called lost. Two
  /// who write the same bytes may then both be told that it was them.
  private func outcome(
    _ key: ObjectKey, _ bytes: [UInt8], _ before: Before
  ) async throws -> ObjectVersion?? {
    guard case .perhaps = before else { return .some(nil) }
    let there = try await get(key)
    return .some(there?.bytes == bytes ? there?.version : nil)
  }
}
