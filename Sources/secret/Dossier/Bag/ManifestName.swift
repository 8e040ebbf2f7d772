// SPDX-License-Identifier: Apache-2.0

/// `manifest-<algorithm>.txt` or `tagmanifest-<algorithm>.txt`.
struct ManifestName {
  let isTagManifest: Bool
  /// In lower case, hyphens dropped, as §2.4 wants algorithm names normalised.
  let algorithmName: String

  var algorithm: BagAlgorithm? { BagAlgorithm(rawValue: algorithmName) }

  init?(_ name: String) {
    guard name.hasSuffix(".txt") else { return nil }
    isTagManifest = name.hasPrefix(BagFormat.tagManifestStart)
    let start = isTagManifest ? BagFormat.tagManifestStart : BagFormat.manifestStart
    guard name.hasPrefix(start) else { return nil }
    let algorithm = name.dropFirst(start.count).dropLast(".txt".count).lowercased()
    guard !algorithm.isEmpty else { return nil }
    algorithmName = algorithm.filter { $0 != "-" }
  }
}
