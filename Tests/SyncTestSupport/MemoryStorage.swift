// SPDX-License-Identifier: Apache-2.0
public import SyncServer

/// A store in memory: what the contract says and nothing more.
public actor MemoryStorage: ObjectStorage {
  private var objects: [ObjectKey: StoredObject] = [:]
  private var count = 0

  public init() {}

  private init(_ objects: [ObjectKey: StoredObject], _ count: Int) {
    self.objects = objects
    self.count = count
  }

  public func putIfAbsent(_ key: ObjectKey, _ bytes: [UInt8]) throws -> ObjectVersion? {
    guard objects[key] == nil else { return nil }
    return try store(bytes, as: key)
  }

  public func replace(
    _ key: ObjectKey, _ bytes: [UInt8], ifMatch version: ObjectVersion
  ) throws -> ObjectVersion? {
    guard objects[key]?.version == version else { return nil }
    return try store(bytes, as: key)
  }

  public func get(_ key: ObjectKey) -> StoredObject? { objects[key] }

  public func list(prefix: String, after: ObjectKey?, limit: Int) -> [ListedObject] {
    let names = objects.keys.filter { key in
      key.description.utf8.starts(with: prefix.utf8) && after.map { $0 < key } ?? true
    }
    return names.sorted().prefix(limit).compactMap { key in
      objects[key].map { ListedObject(key: key, size: $0.bytes.count) }
    }
  }

  /// The same objects, for a server that goes two ways.
  public func copy() -> MemoryStorage {
    let copy = MemoryStorage(objects, count)
    return copy
  }

  public func delete(_ key: ObjectKey) { objects[key] = nil }

  private func store(_ bytes: [UInt8], as key: ObjectKey) throws -> ObjectVersion {
    guard bytes.count <= ObjectKey.objectLimit else { throw StorageError.tooLarge }
    count += 1
    let version = ObjectVersion("\(count)")
    objects[key] = StoredObject(bytes: bytes, version: version)
    return version
  }
}
