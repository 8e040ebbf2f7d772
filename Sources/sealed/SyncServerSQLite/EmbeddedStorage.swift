// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import GRDB
internal import Sodium
public import SyncServer

/// A store in one folder of this machine: small objects in SQLite, large ones in files of their own
/// (`Documentation/Storage.md`).
///
/// A row never names a file that is not whole and on the disk; a file that no row names is left of an interruption
/// and is removed at the next opening. One process at a time: the folder is locked for as long as this exists.
public final class EmbeddedStorage: ObjectStorage {
  let folder: StorageFolder
  let database: DatabaseQueue
  /// SQLite is one connection; files are written and read beside it.
  private let databaseLane = Lane()
  private let committer: Committer
  private let fileLanes = (0..<4).map { _ in Lane() }
  private let lock: FileLock
  let random: any RandomSource
  /// Above so many bytes an object is a file.
  let rowLimit: Int

  init(
    folder: StorageFolder, lock: FileLock, database: DatabaseQueue, rowLimit: Int,
    random: any RandomSource
  ) {
    self.random = random
    self.folder = folder
    self.lock = lock
    self.database = database
    committer = Committer(database: database, lane: databaseLane)
    self.rowLimit = rowLimit
  }

  public func get(_ key: ObjectKey) async throws -> StoredObject? {
    // A file goes away under a reader when its object is replaced: then the row has changed as well.
    var missing: FileName?
    while true {
      guard let row = try await reading({ try ObjectRow.fetch($0, key) }) else { return nil }
      guard case .file(let name) = row.place else { return try row.object(for: key, bytes: nil) }
      guard name != missing else { throw StorageError.damaged }
      let bytes = try await lane(for: name).run { [folder] in try folder.read(name) }
      if let bytes { return try row.object(for: key, bytes: bytes) }
      missing = name
    }
  }

  public func list(prefix: String, after: ObjectKey?, limit: Int) async throws -> [ListedObject] {
    try await reading { try ObjectRow.list($0, prefix: prefix, after: after, limit: limit) }
  }

  public func delete(_ key: ObjectKey) async throws {
    let file = try await writing { try ObjectRow.delete($0, key) }
    if let file { await remove(file) }
  }

  // MARK: Blocking work

  /// One answer of the database, read away from the threads that every task shares.
  func reading<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await databaseLane.run { [database] in
      try StorageError.mapping { try database.read(body) }
    }
  }

  /// One change, on the disk when this returns. Not GRDB's own `async` methods: a task that is cancelled while it
  /// commits would not know what became of it.
  func writing<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value { try await committer.commit(body) }

  func lane(for file: FileName) -> Lane { fileLanes[file.lane % fileLanes.count] }

  /// Best effort: what stays is removed at the next opening.
  func remove(_ file: FileName) async {
    try? await lane(for: file).run { [folder] in try folder.remove(file) }
  }
}
