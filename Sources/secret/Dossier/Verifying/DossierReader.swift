// SPDX-License-Identifier: Apache-2.0
public import AgeFormat
internal import DurableFiles
internal import Hashing

/// Reads a dossier, from an archive or from a folder, into something that can be judged.
///
/// Reading never trusts: it bounds, hashes and keeps. ``UnverifiedDossier/verify(vault:openedAs:)`` judges.
public enum DossierReader {
  /// From an archive, as it comes out of an `AgeDecryptor`.
  /// - Parameter unpack: receives each file while it is read; `nil` to read only.
  /// - Throws: `TarError`, `AgeError`, ``DossierError``.
  public static func read(
    archive source: any ByteSource, unpack: Unpacker? = nil, progress: (UInt64) -> Void = { _ in }
  ) throws -> UnverifiedDossier {
    let tar = TarReader(source)
    var files = DossierFiles()
    var total: UInt64 = 0
    var last = 0
    while let entry = try tar.next() {
      let parts = entry.path.description.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2, files.root == nil || files.root == parts[0],
        case let place = DossierPaths.place(of: parts[1]), place >= last
      else { throw DossierError.malformed }
      (files.root, last) = (parts[0], place)
      let file = try unpack?.begin(entry.path)
      try files.add(parts[1], size: entry.size) { body in
        try tar.withChunks { part in
          try body(part)
          try file?.write(part)
          total += UInt64(part.count)
          progress(total)
        }
      }
    }
    guard files.root != nil else { throw DossierError.malformed }
    files.modified = tar.modified
    return UnverifiedDossier(files: files)
  }

  /// From an unpacked folder, or the folder that holds it.
  /// - Throws: `FileError`, `TarError` for a name that is none of ours, ``DossierError``.
  public static func read(folder path: String) throws -> UnverifiedDossier {
    var root = path
    if !Files.exists(path + "/" + DossierPaths.bagit),
      let only = try? Files.names(in: path), only.count == 1, Files.isFolder(path + "/" + only[0])
    {
      root += "/" + only[0]
    }
    var files = DossierFiles()
    for name in try names(below: root, prefix: "", depth: 0) {
      _ = try SafePath(name)
      let file = try OpenFile.reading(root + "/" + name)
      let size = try file.identity().size
      try files.add(name, size: UInt64(size)) { body in
        var offset = 0
        while offset < size {
          let part = try file.read(count: min(1 << 20, size - offset), at: offset)
          guard !part.isEmpty else { throw FileError.changedWhileReading }
          try part.withUnsafeBytes(body)
          offset += part.count
        }
      }
    }
    return UnverifiedDossier(files: files)
  }

  private static func names(below path: String, prefix: String, depth: Int) throws -> [String] {
    guard depth < 8 else { throw DossierError.malformed }
    return try Files.names(in: path).flatMap { name -> [String] in
      let child = path + "/" + name
      guard !Files.isLink(child) else { throw FileError.notRegularFile }
      return Files.isFolder(child)
        ? try names(below: child, prefix: prefix + name + "/", depth: depth + 1)
        : [prefix + name]
    }
  }
}

/// Writes the files of an archive below a folder while they are read.
public final class Unpacker {
  private let folder: String

  /// - Parameter folder: exists and is empty.
  public init(folder: String) { self.folder = folder }

  func begin(_ path: SafePath) throws -> OpenFile {
    let target = folder + "/" + path.description
    try Files.createFolder(Files.parent(of: target), parents: true)
    return try OpenFile.creating(target)
  }
}
