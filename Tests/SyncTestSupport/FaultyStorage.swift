// SPDX-License-Identifier: Apache-2.0
public import SyncServer

/// A store whose server is killed after so many writes: from then on nothing is answered. What was written stays.
public actor FaultyStorage: ObjectStorage {
  private let inner: any ObjectStorage
  private let failure: StorageError
  private var left: Int?
  /// How many writes there were.
  public private(set) var writes = 0

  public init(
    _ inner: any ObjectStorage, writes: Int? = nil, failure: StorageError = .unavailable
  ) {
    self.inner = inner
    self.failure = failure
    left = writes
  }

  private func write() throws {
    if let left {
      guard left > 0 else { throw failure }
      self.left = left - 1
    }
    writes += 1
  }

  public func putIfAbsent(_ key: ObjectKey, _ bytes: [UInt8]) async throws -> ObjectVersion? {
    try write()
    return try await inner.putIfAbsent(key, bytes)
  }

  public func replace(
    _ key: ObjectKey, _ bytes: [UInt8], ifMatch version: ObjectVersion
  ) async throws -> ObjectVersion? {
    try write()
    return try await inner.replace(key, bytes, ifMatch: version)
  }

  public func get(_ key: ObjectKey) async throws -> StoredObject? {
    if failure == .unavailable, left == 0 { throw failure }
    return try await inner.get(key)
  }

  public func list(
    prefix: String, after: ObjectKey?, limit: Int
  ) async throws -> [ListedObject] {
    if failure == .unavailable, left == 0 { throw failure }
    return try await inner.list(prefix: prefix, after: after, limit: limit)
  }

  public func delete(_ key: ObjectKey) async throws {
    try write()
    try await inner.delete(key)
  }
}
