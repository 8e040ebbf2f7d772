// SPDX-License-Identifier: Apache-2.0

/// All that a check of a bag needs, gathered from a folder or from a streamed archive: every file's
/// size and digests, and the bytes of the tag files that are read.
public struct BagListing: Sendable {
  public private(set) var files: [BagPath: BagFile] = [:]
  public private(set) var tagBytes: [BagPath: [UInt8]] = [:]
  /// A folder may hold an empty `data/`; an archive without folders has payload when it has files.
  public var hasPayloadFolder = false
  /// What the gathering itself found: links, unreadable files.
  public var findings: [BagFinding] = []

  public init() {}

  /// A file that only its digests are needed of.
  public mutating func add(_ path: BagPath, _ file: BagFile) {
    files[path] = file
    if path.isPayload { hasPayloadFolder = true }
  }

  /// A file with its bytes, wanted when ``isTagFileRead(_:)`` says so.
  public mutating func add(_ path: BagPath, bytes: [UInt8]) {
    add(path, BagFile(bytes))
    tagBytes[path] = bytes
  }

  /// Whether the check reads this file's bytes: `bagit.txt`, `bag-info.txt`, `fetch.txt`, manifests.
  public static func isTagFileRead(_ path: BagPath) -> Bool {
    let name = path.description
    guard path.isAtTop else { return false }
    return [BagFormat.declaration, BagFormat.information, BagFormat.fetch].contains(name)
      || ManifestName(name) != nil
  }
}
