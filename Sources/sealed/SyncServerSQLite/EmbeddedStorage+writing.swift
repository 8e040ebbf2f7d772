// SPDX-License-Identifier: Apache-2.0
internal import GRDB
public import SyncServer

extension EmbeddedStorage {
  public func putIfAbsent(_ key: ObjectKey, _ bytes: [UInt8]) async throws -> ObjectVersion? {
    guard bytes.count <= ObjectKey.objectLimit else { throw StorageError.tooLarge }
    // A large object is not written for nothing where the name is taken already.
    if bytes.count > rowLimit, try await reading({ try ObjectRow.exists($0, key) }) { return nil }
    return try await write(key, bytes) { database, row in
      try row.insert(database, as: key) ? .won(replaced: nil) : .lost
    }
  }

  public func replace(
    _ key: ObjectKey, _ bytes: [UInt8], ifMatch version: ObjectVersion
  ) async throws -> ObjectVersion? {
    guard bytes.count <= ObjectKey.objectLimit else { throw StorageError.tooLarge }
    guard let expected = Checksum(version) else { return nil }
    if bytes.count > rowLimit,
      try await reading({ try ObjectRow.fetch($0, key)?.checksum }) != expected
    {
      return nil
    }
    return try await write(key, bytes) { database, row in
      guard let old = try ObjectRow.fetch(database, key), old.checksum == expected else {
        return .lost
      }
      try row.update(database, as: key)
      return .won(replaced: old.place.file)
    }
  }

  private enum Outcome: Sendable {
    case lost
    /// The file that no row names any more.
    case won(replaced: FileName?)
  }

  /// The file, whole and durable; then the row that names it; then the file that it took the place of.
  private func write(
    _ key: ObjectKey, _ bytes: [UInt8],
    _ change: @escaping @Sendable (Database, ObjectRow) throws -> Outcome
  ) async throws -> ObjectVersion? {
    var file: FileName?
    if bytes.count > rowLimit {
      let name = FileName(random)
      try await lane(for: name).run { [folder] in try folder.create(name, bytes) }
      file = name
    }
    let row = ObjectRow(
      size: bytes.count, checksum: Checksum(of: bytes, key: key),
      place: file.map { .file($0) } ?? .row(bytes))
    do {
      switch try await writing({ try change($0, row) }) {
      case .won(let replaced):
        if let replaced { await remove(replaced) }
        return row.checksum.version
      case .lost:
        if let file { await remove(file) }
        return nil
      }
    } catch {
      await discard(file, of: key)
      throw error
    }
  }

  /// After a failure: a commit that failed may have come through, so the row is asked before its file goes.
  private func discard(_ file: FileName?, of key: ObjectKey) async {
    guard let file else { return }
    do {
      let row = try await reading { try ObjectRow.fetch($0, key) }
      if row?.place.file != file { await remove(file) }
    } catch {
      // Nobody knows: it stays, and the next opening removes it if no row names it.
    }
  }
}
