// SPDX-License-Identifier: Apache-2.0

/// Where a server keeps what it is given: five verbs, atomic for one object, nothing across several. The server
/// holds no state of its own, so that any number of them can work over one store.
///
/// An object is at most ``ObjectKey/objectLimit`` bytes and is handed over whole. What a verb has answered for is
/// durable, and every later call, of this process or another one, sees it.
public protocol ObjectStorage: Sendable {
  /// Writes an object under a name that nothing has.
  /// - Returns: `nil` when the name is taken, whatever its bytes.
  /// - Throws: ``StorageError``.
  func putIfAbsent(_ key: ObjectKey, _ bytes: [UInt8]) async throws -> ObjectVersion?

  /// Replaces the bytes of an object that is still as it was read.
  /// - Returns: `nil` when it was replaced or deleted meanwhile.
  /// - Throws: ``StorageError``.
  func replace(
    _ key: ObjectKey, _ bytes: [UInt8], ifMatch version: ObjectVersion
  ) async throws -> ObjectVersion?

  /// - Returns: `nil` when there is none.
  /// - Throws: ``StorageError``.
  func get(_ key: ObjectKey) async throws -> StoredObject?

  /// Names that begin with `prefix`, ascending as bytes, those above `after` only.
  ///
  /// Some stores keep a tree. Names of which one is a folder of another (`a`, `a/b`), or of which one has a slash where
  /// another has a hyphen (`a/b`, `a-b`, which a tree lists in this order), are not to be made; a listing that comes in
  /// another order than this is ``StorageError/damaged``.
  /// - Parameter limit: at most so many, 1 to 1000; fewer than asked for are the last.
  /// - Throws: ``StorageError``.
  func list(prefix: String, after: ObjectKey?, limit: Int) async throws -> [ListedObject]

  /// Removes an object; one that is not there is no error.
  /// - Throws: ``StorageError``.
  func delete(_ key: ObjectKey) async throws
}

/// An object and the version that ``ObjectStorage/replace(_:_:ifMatch:)`` compares with.
public struct StoredObject: Equatable, Sendable {
  public let bytes: [UInt8]
  public let version: ObjectVersion

  public init(bytes: [UInt8], version: ObjectVersion) {
    self.bytes = bytes
    self.version = version
  }
}

/// An entity tag: changes whenever the bytes do.
public struct ObjectVersion: Hashable, Sendable {
  public let text: String
  public init(_ text: String) { self.text = text }
}

/// A name, and how many bytes it has.
public struct ListedObject: Hashable, Sendable {
  public let key: ObjectKey
  public let size: Int

  public init(key: ObjectKey, size: Int) {
    self.key = key
    self.size = size
  }
}
