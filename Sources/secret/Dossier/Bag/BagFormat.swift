// SPDX-License-Identifier: Apache-2.0

/// Names and spellings of RFC 8493 (BagIt 1.0), and our limits.
enum BagFormat {
  static let declaration = "bagit.txt"
  static let information = "bag-info.txt"
  static let fetch = "fetch.txt"
  static let manifestStart = "manifest-"
  static let tagManifestStart = "tagmanifest-"
  static let payloadPrefix = Array("data/".utf8)
  static let payloadFolder = "data"
  static let payloadOxum = "Payload-Oxum"

  static let mostFiles = 200_000
  static let deepestFolder = 64
  /// A manifest of 200,000 files with SHA-512 and long names.
  static let largestTagFile = 64 << 20
}
