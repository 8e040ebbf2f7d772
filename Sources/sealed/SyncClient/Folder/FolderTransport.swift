// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import Glibc
internal import Hashing
public import Remote

/// The sealed objects of one vault in a folder, such as a USB stick kept by someone who cannot read it.
///
/// Nothing that the folder holds is believed here; names alone are checked, and links refused.
public final class FolderTransport {
  /// Where the vault's objects stand.
  private let root: String
  /// The folder that the person named.
  private let base: String
  private let vault: VaultID
  /// Folders with names that are not durable yet.
  private var unsynchronized: Set<String> = []
  /// Folders that were made or seen.
  private var known: Set<String> = []
  private static let top = "memo"
  private static let namesLimit = 1_000_000

  /// - Throws: ``FolderError/notFound``: it is never made, because where a stick is not mounted it would be
  ///   a folder of this machine.
  public init(_ path: String, vault: VaultID) throws {
    guard Files.isFolder(path) else { throw FolderError.notFound }
    base = path
    root = "\(path)/\(Self.top)/\(vault.base32)"
    self.vault = vault
  }

  /// Whether there is anything of this vault.
  public var holdsVault: Bool { Files.isFolder(root) && !Files.isLink(root) }

  /// Whether there is anything of some other vault.
  public var holdsOthers: Bool {
    ((try? Files.names(in: "\(base)/\(Self.top)")) ?? []).contains { $0 != vault.base32 }
  }

  // MARK: Reading

  /// The bytes of an object; `nil` when there is none, or one that is too large or no file to be one.
  /// - Throws: ``FolderError``.
  public func read(_ name: ObjectName, limit: Int) throws -> [UInt8]? {
    guard try hasFolders(name) else { return nil }
    do {
      return try Files.read("\(root)/\(name.path)", limit: limit)
    } catch FileError.notFound {
      // The object is not there, or nothing is any more.
      guard Files.isFolder(base), holdsVault else { throw FolderError.unavailable }
      return nil
    } catch FileError.notRegularFile, FileError.disk(EFBIG) {
      return nil
    } catch let error as FileError {
      throw FolderError(error)
    }
  }

  /// The size of an object's file; `nil` when there is none.
  public func size(of name: ObjectName) throws -> Int? {
    guard try hasFolders(name) else { return nil }
    do {
      return try OpenFile.reading("\(root)/\(name.path)").identity().size
    } catch FileError.notFound, FileError.notRegularFile {
      return nil
    } catch let error as FileError {
      throw FolderError(error)
    }
  }

  /// The names in one folder below the vault's; none when there is no such folder.
  func names(in folders: [String]) throws -> [String] {
    guard try hasFolders(folders) else { return [] }
    let names = try FolderError.mapping {
      try Files.names(in: ([root] + folders).joined(separator: "/"))
    }
    guard names.count <= Self.namesLimit else { throw FolderError.refused }
    return names
  }

  private func hasFolders(_ name: ObjectName) throws -> Bool { try hasFolders(name.folders) }

  private func hasFolders(_ folders: [String]) throws -> Bool {
    var path = "\(base)/\(Self.top)"
    for name in ["", vault.base32] + folders {
      if !name.isEmpty { path += "/" + name }
      if known.contains(path) { continue }
      guard Files.exists(path) else {
        guard Files.isFolder(base) else { throw FolderError.unavailable }
        return false
      }
      guard Files.isFolder(path), !Files.isLink(path) else { throw FolderError.refused }
      known.insert(path)
    }
    return true
  }

  // MARK: Writing

  /// Writes an object whole: temporary, fsync, rename. ``synchronize()`` then makes its name durable.
  /// - Throws: ``FolderError``.
  public func put(_ bytes: [UInt8], as name: ObjectName) throws {
    try makeFolders(name.folders)
    let folder = ([root] + name.folders).joined(separator: "/")
    let path = folder + "/" + name.file
    let temporary = path + ".tmp"
    try FolderError.mapping {
      do {
        try Files.remove(temporary)
        let file = try OpenFile.creating(temporary)
        try file.write(bytes)
        try file.synchronize()
        try Files.rename(temporary, to: path)
      } catch {
        try? Files.remove(temporary)
        throw error
      }
    }
    unsynchronized.insert(folder)
  }

  /// Makes every name written so far durable.
  public func synchronize() throws {
    for folder in unsynchronized.sorted() { try Self.synchronize(folder) }
    unsynchronized = []
  }

  private func makeFolders(_ folders: [String]) throws {
    // The stick may have gone: what it was mounted on must not be filled instead.
    guard Files.isFolder(base) else { throw FolderError.unavailable }
    var path = base
    for name in [Self.top, vault.base32] + folders {
      let above = path
      path += "/" + name
      if known.contains(path) { continue }
      if !Files.exists(path) {
        try FolderError.mapping { try Files.createFolder(path) }
        unsynchronized.insert(above)
      }
      guard Files.isFolder(path), !Files.isLink(path) else { throw FolderError.refused }
      known.insert(path)
    }
  }

  /// Some file systems have nothing to do here and say so.
  private static func synchronize(_ folder: String) throws {
    do {
      try Files.synchronizeFolder(folder)
    } catch FileError.disk(EINVAL), FileError.disk(ENOTSUP), FileError.disk(ENOSYS) {
    } catch let error as FileError {
      throw FolderError(error)
    }
  }
}
