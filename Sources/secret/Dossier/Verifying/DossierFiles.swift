// SPDX-License-Identifier: Apache-2.0
internal import Hashing

/// The files of a dossier as they were read: the digest of each, and the bytes of all but the pieces.
struct DossierFiles {
  /// Small files are kept; more than this in one is none of ours.
  static let keptLimit: UInt64 = 256 << 20
  static let totalLimit: UInt64 = 1 << 30

  private(set) var digests: [String: SHA256Digest] = [:]
  private(set) var sizes: [String: UInt64] = [:]
  private(set) var kept: [String: [UInt8]] = [:]
  /// The one folder of an archive; unknown for a folder that was read.
  var root: String?
  /// The one time of its entries.
  var modified: UInt64?
  private var total: UInt64 = 0

  static func isKept(_ path: String) -> Bool { !path.hasPrefix("data/pieces/") }

  /// Reads one file: `read` calls back with its bytes.
  mutating func add(
    _ path: String, size: UInt64,
    read: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    guard digests[path] == nil else { throw DossierError.malformed }
    let keeps = Self.isKept(path)
    if keeps {
      total += size
      guard size <= Self.keptLimit, total <= Self.totalLimit else { throw DossierError.tooLarge }
    }
    var hasher = SHA256()
    var bytes: [UInt8] = []
    try read { part in
      hasher.update(part)
      if keeps { bytes += part }
    }
    digests[path] = hasher.finalize()
    sizes[path] = size
    if keeps { kept[path] = bytes }
  }

  subscript(path: String) -> [UInt8]? { kept[path] }
}
