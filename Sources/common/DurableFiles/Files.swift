// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Whole files and folders, and the order in which they become durable.
public enum Files {
  /// The bytes of a regular file, at most `limit` of them.
  /// - Throws: ``FileError``; ``FileError/disk(_:)`` with `EFBIG` beyond the limit.
  public static func read(
    _ path: String, limit: Int, followingLinks: Bool = false
  ) throws -> [UInt8] {
    let file = try OpenFile.reading(path, followingLinks: followingLinks)
    let bytes = try file.read(count: min(limit + 1, file.identity().size), at: 0)
    guard bytes.count <= limit else { throw FileError.disk(EFBIG) }
    return bytes
  }

  /// Writes a new file: on the disk once this returns, nothing at `path` when it throws, and never in the
  /// place of what was there.
  /// - Throws: ``FileError/alreadyExists``.
  public static func create(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o600) throws {
    let file = try OpenFile.creating(path, mode: mode)
    do {
      try file.write(bytes)
      try file.synchronize()
      try synchronizeFolder(parent(of: path))
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Writes a file so that after a crash there is either the old one or the whole new one:
  /// temporary, fsync, rename, fsync of the folder. For folders that are ours alone: it takes the name
  /// with `.tmp` for itself, so that what a crash left there is not left for ever.
  public static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o600) throws {
    let temporary = path + ".tmp"
    unlink(temporary)
    do {
      let file = try OpenFile.creating(temporary, mode: mode)
      try file.write(bytes)
      try file.synchronize()
    } catch {
      unlink(temporary)
      throw error
    }
    guard Glibc.rename(temporary, path) == 0 else {
      let failure = FileError.current
      unlink(temporary)
      throw failure
    }
    try synchronizeFolder(parent(of: path))
  }

  /// Renames within a file system, over whatever was there.
  public static func rename(_ source: String, to path: String) throws {
    guard Glibc.rename(source, path) == 0 else { throw FileError.current }
  }

  /// Creates a folder (and its parents when asked). An existing folder is fine.
  public static func createFolder(
    _ path: String, mode: UInt32 = 0o700, parents: Bool = false
  ) throws {
    if parents, path != "/", !path.isEmpty {
      let above = parent(of: path)
      if !exists(above) { try createFolder(above, mode: mode, parents: true) }
    }
    guard mkdir(path, mode) == 0 || (Glibc.errno == EEXIST && isFolder(path)) else {
      throw FileError.current
    }
  }

  /// Keeps a folder to its owner.
  public static func restrictFolder(_ path: String) throws {
    guard chmod(path, 0o700) == 0 else { throw FileError.current }
  }

  public static func synchronizeFolder(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.current }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError.current }
  }

  /// Removes a file; one that is not there is fine.
  public static func remove(_ path: String) throws {
    guard unlink(path) == 0 || Glibc.errno == ENOENT else { throw FileError.current }
  }

  /// Removes an empty folder; one that is not there is fine.
  public static func removeFolder(_ path: String) throws {
    guard rmdir(path) == 0 || Glibc.errno == ENOENT else { throw FileError.current }
  }

  /// Removes a folder and what is in it, `depth` folders deep; links are removed, never followed.
  public static func removeTree(_ path: String, depth: Int = 16) throws {
    for name in try names(in: path) {
      let child = path + "/" + name
      if isFolder(child) && !isLink(child) && depth > 0 {
        try removeTree(child, depth: depth - 1)
      } else {
        try remove(child)
      }
    }
    try removeFolder(path)
  }

  /// Whether anything, of whatever kind, has this name.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the name itself is a symbolic link.
  public static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a folder, `.` and `..` apart, in byte order.
  public static func names(in path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw FileError.current }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The folder that holds `path`.
  public static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component of `path`.
  public static func name(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? path
  }
}
