// SPDX-License-Identifier: Apache-2.0
internal import DurableFiles
internal import Hashing
internal import Sodium

/// Gathers the listing of a bag on disk: walks the folder, hashes regular files, follows no link.
struct BagFolder {
  private let root: String
  private let algorithms: Set<BagAlgorithm>
  private var listing = BagListing()
  /// Folders still to walk, relative to the root, with their depth.
  private var pending: [(path: String, depth: Int)] = [("", 0)]

  static func list(_ root: String) -> BagListing {
    var folder = BagFolder(root)
    folder.walk()
    return folder.listing
  }

  private init(_ root: String) {
    self.root = root
    let names = (try? Files.names(in: root)) ?? []
    algorithms = Set(names.compactMap { ManifestName($0)?.algorithm })
  }

  private mutating func walk() {
    while let (folder, depth) = pending.popLast() {
      let absolute = folder.isEmpty ? root : root + "/" + folder
      guard let names = try? Files.names(in: absolute) else {
        add(.unreadable, folder)
        continue
      }
      for name in names { visit(folder.isEmpty ? name : folder + "/" + name, depth) }
    }
  }

  private mutating func visit(_ path: String, _ depth: Int) {
    let absolute = root + "/" + path
    guard let bagPath = BagPath(path) else { return add(.unsafePath, path) }
    if Files.isLink(absolute) { return add(.notRegularFile, path) }
    if Files.isFolder(absolute) {
      if path == BagFormat.payloadFolder { listing.hasPayloadFolder = true }
      guard depth < BagFormat.deepestFolder else { return add(.tooLarge, path) }
      return pending.append((path, depth + 1))
    }
    guard listing.files.count < BagFormat.mostFiles else { return add(.tooLarge, "") }
    do { try read(bagPath, absolute) } catch FileError.notRegularFile {
      add(.notRegularFile, path)
    } catch { add(.unreadable, path) }
  }

  private mutating func read(_ path: BagPath, _ absolute: String) throws {
    let file = try OpenFile.reading(absolute)
    let before = try file.identity()
    if BagListing.isTagFileRead(path) {
      guard before.size <= BagFormat.largestTagFile else {
        return add(.tooLarge, path.description)
      }
      listing.add(path, bytes: try file.read(count: before.size, at: 0))
    } else {
      listing.add(path, try hash(file))
    }
    guard try file.identity() == before else { throw FileError.changedWhileReading }
  }

  private func hash(_ file: OpenFile) throws -> BagFile {
    var sha256 = SHA256()
    var sha512 = SHA512()
    var offset = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    try chunk.withUnsafeMutableBytes { chunk in
      while case let count = try file.read(into: chunk, at: offset), count > 0 {
        let bytes = UnsafeRawBufferPointer(rebasing: chunk[0..<count])
        if algorithms.contains(.sha256) { sha256.update(bytes) }
        if algorithms.contains(.sha512) { sha512.update(bytes) }
        offset += count
      }
    }
    var digests: [BagAlgorithm: [UInt8]] = [:]
    if algorithms.contains(.sha256) { digests[.sha256] = sha256.finalize().bytes }
    if algorithms.contains(.sha512) { digests[.sha512] = sha512.finalize() }
    return BagFile(size: UInt64(offset), digests: digests)
  }

  private mutating func add(_ kind: BagFinding.Kind, _ path: String) {
    listing.findings.append(BagFinding(kind, path))
  }
}
