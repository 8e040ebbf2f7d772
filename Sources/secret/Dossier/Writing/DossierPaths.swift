// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Remote

/// The names inside a dossier (Format.md §8).
enum DossierPaths {
  static let bagit = "bagit.txt"
  static let bagInfo = "bag-info.txt"
  static let manifest = "manifest-sha256.txt"
  static let tagManifest = "tagmanifest-sha256.txt"
  static let signature = "tagmanifest-sha256.txt.minisig"
  static let publicKey = "minisign.pub"
  static let dossier = "data/integrite/dossier.json"
  static let vaultKey = "data/integrite/certificats/coffre.pub"
  static let statements = "data/integrite/inscriptions/"
  static let proofs = "data/integrite/inclusion/"
  /// Of later versions.
  static let timestamps = "data/integrite/horodatage/"
  static let certificates = "data/integrite/certificats/"

  /// Where a file stands in an archive, among those before and after it (Format.md §8); what is none of
  /// these may stand anywhere, and is refused later.
  static func place(of path: String) -> Int {
    let order = [bagit, bagInfo, "data/", manifest, tagManifest, signature, publicKey]
    return order.firstIndex { $0 == path || ($0 == "data/" && path.hasPrefix($0)) } ?? order.count
  }

  /// The one folder of an archive.
  static func folder(_ createdAt: RecordedAt) -> String {
    "memo-dossier-" + createdAt.localDay.text
  }

  static func number(_ n: Int) -> String {
    let digits = String(n)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func header(_ n: Int) -> String { statements + number(n) + ".json" }
  static func openings(_ n: Int) -> String { statements + number(n) + ".valeurs" }
  static func proof(_ n: Int) -> String { proofs + number(n) + ".tlog-proof" }
  static func certificate(_ device: DeviceID) -> String { certificates + "\(device).json" }
  static func revocation(_ device: DeviceID) -> String {
    certificates + "\(device)-revocation.json"
  }
  static func signature(of path: String) -> String { path + ".minisig" }
}
