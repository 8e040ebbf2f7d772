// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Sodium

extension DossierJudge {
  /// The bag: exactly the files that the manifests list, with exactly these digests.
  mutating func judgeBag() {
    if files[DossierPaths.bagit] != Bag.declaration {
      wrong(
        files[DossierPaths.bagit] == nil ? .missingFile : .malformedFile, DossierPaths.bagit)
    }
    let payload = listed(DossierPaths.manifest)
    let tags = listed(DossierPaths.tagManifest)
    for (path, digest) in payload.merging(tags, uniquingKeysWith: { first, _ in first }) {
      guard let found = files.digests[path] else {
        wrong(.missingFile, path)
        continue
      }
      if found != digest { wrong(.alteredFile, path) }
    }
    for path in payload.keys where !path.hasPrefix("data/") { wrong(.unlistedFile, path) }
    let required = [
      DossierPaths.bagit, DossierPaths.bagInfo, DossierPaths.manifest, DossierPaths.publicKey,
    ]
    if Set(tags.keys) != Set(required) { wrong(.malformedFile, DossierPaths.tagManifest) }
    let alone: Set = [DossierPaths.tagManifest, DossierPaths.signature]
    for path in files.digests.keys.sorted() where !alone.contains(path) {
      if payload[path] == nil && tags[path] == nil { wrong(.unlistedFile, path) }
    }
  }

  /// A manifest, which must be written exactly as we write it.
  private mutating func listed(_ path: String) -> [String: SHA256Digest] {
    guard let bytes = files[path] else {
      wrong(.missingFile, path)
      return [:]
    }
    guard let entries = Self.parse(bytes) else {
      wrong(.malformedFile, path)
      return [:]
    }
    return entries
  }

  private static func parse(_ bytes: [UInt8]) -> [String: SHA256Digest]? {
    var entries: [(path: SafePath, digest: SHA256Digest)] = []
    for line in bytes.split(separator: 0x0A) {
      guard line.count > 66,
        let hex = try? Hex.decode(String(decoding: line.prefix(64), as: UTF8.self)),
        let digest = SHA256Digest(hex), let path = try? SafePath(bytes: Array(line.dropFirst(66)))
      else { return nil }
      entries.append((path, digest))
    }
    guard Bag.manifest(entries) == bytes, Set(entries.map(\.path)).count == entries.count else {
      return nil
    }
    return Dictionary(
      entries.map { ($0.path.description, $0.digest) }, uniquingKeysWith: { first, _ in first })
  }
}
