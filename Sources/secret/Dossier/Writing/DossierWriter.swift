// SPDX-License-Identifier: Apache-2.0
internal import Sodium
internal import Evidence
internal import Hashing
internal import Remote
internal import TransparencyLog

/// Writes a dossier's archive: bytes out in order, pieces streamed, nothing held but the small files.
public struct DossierWriter {
  /// Gives the original bytes of a piece, in order; throws unless they are those of its statement.
  public typealias PieceBytes = (
    DossierContent.NumberedPiece, (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Void

  public let content: DossierContent
  public let manifest: DossierManifest
  private let source: DossierSource

  public init(_ source: DossierSource) throws {
    self.source = source
    let statements = source.shown.map(\.statement)
    content = try DossierContent(statements)
    manifest = DossierManifest(
      id: source.id, vault: source.vault, device: source.device, createdAt: source.createdAt,
      renderer: Renderers.current.version, language: source.language, purpose: source.purpose,
      cover: source.cover, selection: source.selection, shownEntries: content.entries.count,
      otherEntries: source.otherEntries, statements: statements.map(\.header.leaf),
      pieces: content.pieces.map { $0.manifest(source.handling[$0.attachment.id]) },
      recipients: Set(source.recipients)
        .map { DossierManifest.recipientDigest($0, dossier: source.id) }
        .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) })
  }

  /// The one folder of the archive.
  public var folder: String { DossierPaths.folder(source.createdAt) }

  /// Writes the archive to `output`.
  /// - Parameter progress: bytes of pieces written so far.
  public func write(
    pieces bytes: PieceBytes, progress: @escaping (UInt64) -> Void = { _ in },
    to output: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let root = try SafePath(folder)
    let tar = TarWriter(modified: source.createdAt.secondsSinceEpoch, output: output)
    var payload: [(SafePath, SHA256Digest)] = []
    let small = try payloadFiles()
    let info = Self.information(createdAt: source.createdAt, oxum: oxum(small))
    try tar.add(SafePath(DossierPaths.bagit).below(root), Bag.declaration)
    try tar.add(SafePath(DossierPaths.bagInfo).below(root), info)
    for (path, contents) in small {
      try tar.add(path.below(root), contents)
      payload.append((path, SHA256.hash(contents)))
    }
    var written: UInt64 = 0
    for piece in content.pieces {
      let handling = source.handling[piece.attachment.id]
      if let copy = handling?.copy {
        try tar.add(piece.copyPath.below(root), copy.bytes())
        payload.append((piece.copyPath, copy.sha256))
      }
      if handling?.isWithheld == true { continue }
      try tar.begin(piece.path.below(root), size: piece.attachment.size)
      try bytes(piece) { part in
        try tar.write(part)
        written += UInt64(part.count)
        progress(written)
      }
      try tar.end()
      payload.append((piece.path, piece.attachment.sha256))
    }
    try writeTags(
      Bag.manifest(payload.map { (path: $0.0, digest: $0.1) }), info: info, tar: tar, root: root)
    try tar.finish()
  }

  private func writeTags(
    _ payloadManifest: [UInt8], info: [UInt8], tar: TarWriter, root: SafePath
  ) throws {
    let key = MinisignPublicKey(vaultKey: source.dossierKey.publicKey)
    let tagManifest = Bag.manifest([
      (path: try SafePath(DossierPaths.bagit), digest: SHA256.hash(Bag.declaration)),
      (path: try SafePath(DossierPaths.bagInfo), digest: SHA256.hash(info)),
      (path: try SafePath(DossierPaths.manifest), digest: SHA256.hash(payloadManifest)),
      (path: try SafePath(DossierPaths.publicKey), digest: SHA256.hash(key.file)),
    ])
    let comment = TrustedComment(
      manifest: manifest, manifestDigest: SHA256.hash(try manifest.encoded()),
      heads: DossierSource.digest(of: source.heads, dossier: source.id))
    let signature = try MinisignSignature.sign(
      message: tagManifest, key: source.dossierKey, keyID: key.keyID,
      trustedComment: comment.text, untrustedComment: RootSigned.untrustedComment)
    for (path, contents) in [
      (DossierPaths.manifest, payloadManifest), (DossierPaths.tagManifest, tagManifest),
      (DossierPaths.signature, signature.encoded), (DossierPaths.publicKey, key.file),
    ] {
      try tar.add(SafePath(path).below(root), contents)
    }
  }

  /// `bag-info.txt`, and no other field.
  static func information(createdAt: RecordedAt, oxum: String) -> [UInt8] {
    Bag.information([
      (label: "Bagging-Date", value: createdAt.localDay.text),
      (label: "Payload-Oxum", value: oxum),
    ])
  }

  /// Octets and files of the payload, as BagIt writes it.
  private func oxum(_ small: [(SafePath, [UInt8])]) -> String {
    let sizes =
      small.map { UInt64($0.1.count) } + originals.map(\.attachment.size)
      + content.pieces.compactMap { source.handling[$0.attachment.id]?.copy?.size }
    return Bag.payloadOxum(bytes: sizes.reduce(0, +), files: sizes.count)
  }

  /// The pieces whose originals go into the dossier.
  public var originals: [DossierContent.NumberedPiece] {
    content.pieces.filter { source.handling[$0.attachment.id]?.isWithheld != true }
  }

  /// Everything below `data/` but the pieces, in the order it is written: pages first.
  private func payloadFiles() throws -> [(SafePath, [UInt8])] {
    var files = try Renderers.current.pages(content, manifest: manifest).map { ($0.path, $0.bytes) }
    func add(_ path: String, _ bytes: [UInt8]) throws { files.append((try SafePath(path), bytes)) }
    try add(DossierPaths.dossier, manifest.encoded())
    for (index, shown) in source.shown.enumerated() {
      try add(DossierPaths.header(index + 1), shown.statement.header.encoded)
      try add(DossierPaths.openings(index + 1), shown.statement.encodedOpenings)
      try add(DossierPaths.proof(index + 1), shown.proof.encoded)
    }
    for device in source.devices.sorted(by: { $0.id < $1.id }) {
      let certificate = DossierPaths.certificate(device.id)
      try add(certificate, device.certificate.body)
      try add(DossierPaths.signature(of: certificate), device.certificate.signature)
      guard let revocation = device.revocation else { continue }
      try add(DossierPaths.revocation(device.id), revocation.body)
      try add(
        DossierPaths.signature(of: DossierPaths.revocation(device.id)), revocation.signature)
    }
    try add(DossierPaths.vaultKey, source.vault.minisign.file)
    return files
  }
}
