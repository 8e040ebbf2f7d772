// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import SyncServer

/// The names in a store's folder, and its files.
struct StorageFolder: Sendable {
  let path: String

  var database: String { path + "/storage.sqlite" }
  var objects: String { path + "/objects" }
  var lock: String { path + "/lock" }

  private func shard(_ name: String) -> String { objects + "/" + name }
  private func file(_ name: FileName) -> String { shard(name.shard) + "/" + name.description }

  private static let shards = (0..<256).map { number in
    String(number >> 4, radix: 16) + String(number & 15, radix: 16)
  }

  /// Every folder that a file may stand in: made once, so that no write needs to make one durable.
  func createShards() throws {
    guard Self.shards.contains(where: { !Files.exists(shard($0)) }) else { return }
    try Files.createFolder(objects)
    for name in Self.shards { try Files.createFolder(shard(name)) }
    try Files.synchronizeFolder(objects)
    try Files.synchronizeFolder(path)
  }

  /// Writes a file: whole and on the disk when this returns. It stands under its own name from the first byte on,
  /// because nothing names it yet, and no other write has its name.
  func create(_ name: FileName, _ bytes: [UInt8]) throws {
    try StorageError.mapping { try Files.create(file(name), with: bytes) }
  }

  /// `nil` when there is none.
  func read(_ name: FileName) throws -> [UInt8]? {
    do {
      return try Files.read(file(name), limit: ObjectKey.objectLimit)
    } catch FileError.notFound {
      return nil
    } catch FileError.permissionDenied {
      throw StorageError.denied
    } catch is FileError {
      // A folder or a link where the file was, more bytes than any object has, a disk that cannot read it.
      throw StorageError.damaged
    }
  }

  func remove(_ name: FileName) throws {
    try StorageError.mapping { try Files.remove(file(name)) }
  }

  /// Every file of ours; what has another name is left alone.
  func present() throws -> Set<FileName> {
    var found: Set<FileName> = []
    for name in Self.shards where Files.isFolder(shard(name)) && !Files.isLink(shard(name)) {
      for text in try Files.names(in: shard(name)) {
        if let file = FileName(text: text), file.shard == name { found.insert(file) }
      }
    }
    return found
  }
}
