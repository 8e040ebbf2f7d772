// SPDX-License-Identifier: Apache-2.0
internal import Sodium
internal import SyncServer

/// Why a bucket is not fit to be a server's store.
public enum S3UnfitError: Error, Equatable, Sendable {
  /// It writes over what is there in spite of `If-None-Match: *`.
  case ignoresIfNoneMatch
  /// It writes over what has changed in spite of `If-Match`.
  case ignoresIfMatch
}

extension S3Storage {
  /// Tries out, under a name of its own, that the store keeps conditions. To be called before it is served from: on one
  /// that ignores them every race loses an acknowledged write, in silence.
  /// - Throws: ``S3UnfitError``, ``SyncServer/StorageError``.
  public func confirmConditions() async throws {
    let name = "probe/" + Hex.encode(environment.random.bytes(16))
    guard let key = ObjectKey(name) else { throw StorageError.damaged }
    let outcome = await Result { try await confirmConditions(key) }
    try? await delete(key)
    try outcome.get()
  }

  private func confirmConditions(_ key: ObjectKey) async throws {
    guard let first = try await putIfAbsent(key, [1]) else { throw StorageError.unavailable }
    guard try await putIfAbsent(key, [2]) == nil else { throw S3UnfitError.ignoresIfNoneMatch }
    guard try await replace(key, [3], ifMatch: first) != nil else { throw StorageError.unavailable }
    guard try await replace(key, [4], ifMatch: first) == nil,
      try await get(key)?.bytes == [3]
    else { throw S3UnfitError.ignoresIfMatch }
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
