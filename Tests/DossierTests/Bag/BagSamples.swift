// SPDX-License-Identifier: Apache-2.0
import Dossier
import Foundation
import Hashing
import Sodium

/// Bags for the tests: files by name, in memory or on disk.
struct BagSamples {
  var files: [String: [UInt8]] = [:]

  /// A sound bag as Mémo writes it.
  static func sound() throws -> BagSamples {
    var bag = BagSamples()
    bag.files["data/a.txt"] = Array("a\n".utf8)
    bag.files["data/sub/b"] = [0, 1, 2]
    bag.files["bagit.txt"] = Bag.declaration
    bag.files["bag-info.txt"] = Bag.information([
      ("Bagging-Date", "2025-01-31"), ("Payload-Oxum", Bag.payloadOxum(bytes: 5, files: 2)),
    ])
    try bag.list()
    return bag
  }

  /// Writes the manifests over what is there.
  mutating func list() throws {
    files["manifest-sha256.txt"] = try manifest { $0.hasPrefix("data/") }
    try listTags()
  }

  mutating func listTags() throws {
    files["tagmanifest-sha256.txt"] = try manifest {
      !$0.hasPrefix("data/") && !$0.hasPrefix("tagmanifest-")
    }
  }

  private func manifest(_ isListed: (String) -> Bool) throws -> [UInt8] {
    try Bag.manifest(
      files.filter { isListed($0.key) }.map { (try SafePath($0.key), SHA256.hash($0.value)) })
  }

  var listing: BagListing {
    var listing = BagListing()
    for (name, bytes) in files {
      guard let path = BagPath(name) else { continue }
      if BagListing.isTagFileRead(path) {
        listing.add(path, bytes: bytes)
      } else {
        listing.add(path, BagFile(bytes))
      }
    }
    return listing
  }

  var report: BagReport { BagValidator.validate(listing) }

  func write(to folder: URL) throws {
    for (name, bytes) in files {
      let url = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
  }
}
