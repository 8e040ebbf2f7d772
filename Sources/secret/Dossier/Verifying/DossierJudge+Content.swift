// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Hashing
internal import Remote

extension DossierJudge {
  /// The pieces against their statements, and the pages against what the renderer makes of them.
  mutating func judgeContent() {
    guard let manifest else { return }
    guard statements.count == manifest.statements.count else { return judgeKnownPieces(manifest) }
    guard let content = try? DossierContent(statements) else {
      return wrong(.wrongStatement, DossierPaths.dossier)
    }
    let clocks = statements.map(\.header.recordedAt)
    let first = clocks.min { $0.secondsSinceEpoch < $1.secondsSinceEpoch }
    let last = clocks.max { $0.secondsSinceEpoch < $1.secondsSinceEpoch }
    summarize { report in
      report.entries = content.entries.count
      report.pieces = content.pieces.count
      if let first, let last {
        report.recordedBetween = (first.description, last.description)
      }
    }
    if content.entries.count != manifest.shownEntries { wrong(.wrongCount, DossierPaths.dossier) }
    judgeClocks()
    judgePieces(content, manifest)
    judgePages(content, manifest)
  }

  private mutating func judgePieces(_ content: DossierContent, _ manifest: DossierManifest) {
    guard manifest.pieces.count == content.pieces.count else {
      return wrong(.wrongPiece, DossierPaths.dossier)
    }
    // An id names one piece: two under one id could not be told apart.
    if Set(content.pieces.map(\.attachment.id)).count != content.pieces.count {
      wrong(.wrongPiece, DossierPaths.dossier)
    }
    var paths: Set<String> = []
    for (piece, listed) in zip(content.pieces, manifest.pieces) {
      let path = piece.path.description
      if listed.attachment != piece.attachment.id || listed.leaf != piece.leaf
        || listed.path != path
      {
        wrong(.wrongPiece, DossierPaths.dossier)
      }
      if listed.isWithheld {
        found(.notice, .originalWithheld, path)
      } else {
        paths.insert(path)
        judgeFile(path, piece.attachment.sha256, piece.attachment.size)
      }
      guard let copy = listed.copy else { continue }
      if copy.path != piece.copyPath.description { wrong(.wrongPiece, DossierPaths.dossier) }
      paths.insert(copy.path)
      judgeFile(copy.path, copy.sha256, copy.size)
    }
    for path in files.digests.keys.sorted()
    where path.hasPrefix("data/pieces/") && !paths.contains(path) {
      wrong(.unlistedFile, path)
    }
  }

  /// When a statement is of a later version, or false, the pages cannot be made again; the pieces of the others
  /// are still what their statements say, or false.
  private mutating func judgeKnownPieces(_ manifest: DossierManifest) {
    for listed in manifest.pieces where !listed.isWithheld {
      let statement = statements.first { $0.header.leaf == listed.leaf }
      let attachment = (statement?.all(.attachment) ?? []).lazy
        .compactMap { try? Attachment($0.value) }.first { $0.id == listed.attachment }
      guard let attachment else { continue }
      judgeFile(listed.path, attachment.sha256, attachment.size)
    }
  }

  private mutating func judgeFile(_ path: String, _ sha256: SHA256Digest, _ size: UInt64) {
    guard let digest = files.digests[path] else { return wrong(.missingFile, path) }
    if digest != sha256 || files.sizes[path] != size { wrong(.wrongPiece, path) }
  }

  private mutating func judgePages(_ content: DossierContent, _ manifest: DossierManifest) {
    guard let renderer = Renderers.renderer(manifest.renderer),
      let pages = try? renderer.pages(content, manifest: manifest)
    else { return found(.unverifiable, .unknownRenderer, DossierPaths.dossier) }
    for page in pages {
      let path = page.path.description
      guard let bytes = files[path] else {
        wrong(.missingFile, path)
        continue
      }
      if bytes != page.bytes { wrong(.pageDiffers, path) }
    }
    let known = Set(pages.map(\.path.description))
    for path in files.kept.keys.sorted()
    where path.hasPrefix("data/") && !path.hasPrefix("data/integrite/") && !known.contains(path) {
      wrong(.unlistedFile, path)
    }
  }

  /// Below `data/integrite/` stands nothing but what Format.md §8 names.
  mutating func judgeIntegrityFolder() {
    for path in files.kept.keys.sorted() where path.hasPrefix("data/integrite/") {
      let isKnown =
        path == DossierPaths.dossier || path.hasPrefix(DossierPaths.statements)
        || path.hasPrefix(DossierPaths.proofs) || path.hasPrefix(DossierPaths.certificates)
      if path.hasPrefix(DossierPaths.timestamps) {
        found(.unverifiable, .unreadTimestamp, path)
      } else if !isKnown {
        wrong(.unlistedFile, path)
      }
    }
  }

  /// Within one log, time should not run backwards; a clock that was set back is said, not judged.
  private mutating func judgeClocks() {
    var last: [LogID: (sequence: UInt64, seconds: Int64)] = [:]
    for statement in statements.sorted(by: { $0.header.sequence < $1.header.sequence }) {
      let header = statement.header
      if let before = last[header.log], before.seconds > header.recordedAt.secondsSinceEpoch,
        let n = manifest?.statements.firstIndex(of: header.leaf)
      {
        found(.notice, .clockDisorder, DossierPaths.header(n + 1))
      }
      last[header.log] = (header.sequence, header.recordedAt.secondsSinceEpoch)
    }
  }
}
