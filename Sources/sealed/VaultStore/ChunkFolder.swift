// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import Glibc
public import Remote

/// The chunk files: written once under the hash of their bytes, never altered.
public struct ChunkFolder: Sendable {
  /// A sealed chunk: 1 MiB and its tag.
  public static let limit = (1 << 20) + 16
  /// What ``Files/read(_:limit:followingLinks:)`` says of a larger file.
  private static let tooLarge = EFBIG
  let path: String
  let quarantine: String

  init(path: String, quarantine: String) {
    self.path = path
    self.quarantine = quarantine
  }

  private func folder(of id: ChunkID) -> String { path + "/" + id.description.prefix(2) }
  private func file(of id: ChunkID) -> String { folder(of: id) + "/" + id.description }

  /// Writes a chunk so that its bytes are on the disk; ``synchronize(_:)`` then makes its name so.
  ///
  /// It is written under its own name: until a record refers to it, a torn file is garbage, and
  /// attachment keys are never used twice, so no later chunk can want that name.
  public func write(_ sealed: [UInt8], as id: ChunkID) throws {
    try StoreError.mapping {
      try Files.createFolder(folder(of: id))
      let file = try OpenFile.creating(file(of: id))
      do {
        try file.write(sealed)
        try file.synchronize()
      } catch {
        try? Files.remove(self.file(of: id))
        throw error
      }
    }
  }

  /// Writes a chunk that came from elsewhere and whose id was checked; ``synchronize(_:)`` then makes its
  /// name durable. A torn file that an interruption left under its name is replaced.
  public func take(_ sealed: [UInt8], as id: ChunkID) throws {
    if let there = try? read(id), there == sealed { return }
    if size(of: id) != nil { try quarantine(id) }
    try write(sealed, as: id)
  }

  /// Makes the names of these chunks durable.
  public func synchronize(_ ids: [ChunkID]) throws {
    try StoreError.mapping {
      for folder in Set(ids.map(folder(of:))) { try Files.synchronizeFolder(folder) }
      try Files.synchronizeFolder(path)
    }
  }

  /// The bytes of a chunk, checked against its id.
  /// - Throws: ``StoreError/damaged(_:)`` when it is missing or altered; a file that cannot be read for
  ///   another reason (rights, a failing disk, too many open files) is not called damaged.
  public func read(_ id: ChunkID) throws -> [UInt8] {
    let sealed = try readUnchecked(id)
    guard ChunkID(ofSealed: sealed) == id else { throw StoreError.damaged("chunks/\(id)") }
    return sealed
  }

  /// The bytes under that name, for a caller that authenticates them itself.
  /// - Throws: ``StoreError/damaged(_:)`` when it is missing.
  public func readUnchecked(_ id: ChunkID) throws -> [UInt8] {
    do {
      return try Files.read(file(of: id), limit: Self.limit)
    } catch FileError.notFound, FileError.notRegularFile, FileError.disk(Self.tooLarge) {
      throw StoreError.damaged("chunks/\(id)")
    } catch let error as FileError {
      throw StoreError(error)
    }
  }

  func remove(_ id: ChunkID) throws { try StoreError.mapping { try Files.remove(file(of: id)) } }

  /// Every chunk file that is there.
  public func present() throws -> [ChunkID] {
    try StoreError.mapping {
      try Files.names(in: path).flatMap { prefix in
        guard Files.isFolder(path + "/" + prefix) else { return [ChunkID]() }
        return try Files.names(in: path + "/" + prefix).compactMap { try? ChunkID(text: $0) }
      }
    }
  }

  /// Moves an altered chunk aside, so that a good copy can take its name; nothing is deleted, not even
  /// what was moved aside under that name before.
  public func quarantine(_ id: ChunkID) throws {
    try StoreError.mapping {
      try Files.createFolder(quarantine)
      var (aside, number) = (quarantine + "/" + id.description, 1)
      while Files.exists(aside) {
        number += 1
        aside = "\(quarantine)/\(id).\(number)"
      }
      try Files.rename(file(of: id), to: aside)
      try Files.synchronizeFolder(quarantine)
      try Files.synchronizeFolder(folder(of: id))
    }
  }

  /// The size of a chunk's file; `nil` when there is no such file.
  public func size(of id: ChunkID) -> Int? {
    try? OpenFile.reading(file(of: id)).identity().size
  }
}
