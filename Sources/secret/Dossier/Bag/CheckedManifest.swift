// SPDX-License-Identifier: Apache-2.0

/// A manifest held against the files: what it lists, found or not.
struct CheckedManifest {
  let path: BagPath
  private(set) var listed: Set<BagPath> = []

  private let name: ManifestName
  private var digests: [BagPath: [UInt8]] = [:]

  init(
    _ manifest: BagManifest, path: BagPath, name: ManifestName, listing: BagListing,
    report: inout BagReport
  ) {
    self.path = path
    self.name = name
    for entry in manifest.entries { check(entry, listing, &report) }
  }

  private mutating func check(
    _ entry: BagManifest.Entry, _ listing: BagListing, _ report: inout BagReport
  ) {
    let target = entry.path.resolved(in: listing) ?? entry.path.decoded
    let shown = target.description
    if isMisplaced(target) { report.add(.misplacedPath, shown) }
    listed.insert(target)
    if let earlier = digests.updateValue(entry.digest, forKey: target) {
      report.add(earlier == entry.digest ? .repeatedEntry : .conflictingDigests, shown)
    }
    guard let file = listing.files[target] else { return report.add(.missingFile, shown) }
    checkDigest(entry.digest, of: file, shown, &report)
  }

  private func checkDigest(
    _ digest: [UInt8], of file: BagFile, _ shown: String, _ report: inout BagReport
  ) {
    guard let algorithm = name.algorithm else { return }
    guard digest.count == algorithm.digestCount else {
      return report.add(.malformedManifest, path.description)
    }
    // Nobody computed it: that must never look like a check that passed.
    guard let actual = file.digests[algorithm] else {
      return report.add(.unsupportedAlgorithm, path.description)
    }
    if actual != digest { report.add(.digestMismatch, shown) }
  }

  /// §2.1.3, §2.2.1: payload in payload manifests only, and no tag manifest in any.
  private func isMisplaced(_ target: BagPath) -> Bool {
    if !name.isTagManifest { return !target.isPayload }
    let isTagManifest = ManifestName(target.description)?.isTagManifest == true
    return target.isPayload || (target.isAtTop && isTagManifest)
  }
}
