// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote
internal import Sodium

/// What the signature over the tagmanifest says besides (Format.md §8).
struct TrustedComment: Equatable {
  let manifest: DossierManifest
  let manifestDigest: SHA256Digest
  let heads: SHA256Digest

  var text: String {
    "\(prefix)\(Base64.encode(heads.bytes, .urlUnpadded))"
  }

  private var prefix: String {
    """
    memo-dossier v1 id=\(manifest.id) \
    dossier.json=\(Base64.encode(manifestDigest.bytes, .urlUnpadded)) \
    vault=\(manifest.vault.base32) device=\(manifest.device) date=\(manifest.createdAt) heads=
    """
  }

  /// Whether `text` is the comment for this manifest, whatever digest of heads it commits to: that of
  /// logs that are not shown cannot be computed again.
  static func matches(
    _ text: String, manifest: DossierManifest, manifestDigest: SHA256Digest
  ) -> SHA256Digest? {
    let expected = TrustedComment(
      manifest: manifest, manifestDigest: manifestDigest, heads: manifestDigest
    ).prefix
    guard text.utf8.starts(with: expected.utf8),
      let bytes = try? Base64.decode(
        String(text.dropFirst(expected.count)), .urlUnpadded)
    else { return nil }
    return SHA256Digest(bytes)
  }
}
