// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Evidence
import Foundation
import Hashing
import Remote
import Sodium
import TransparencyLog

extension Forge {
  /// The dossier: every page, list and signature made for what the logs now say. What no renderer can
  /// read keeps the pages of the honest dossier.
  func bundle(pagesLike honest: Bundle? = nil) throws -> Bundle {
    let shown = devices.indices.sorted { devices[$0].log < devices[$1].log }.flatMap { device in
      devices[device].lines.enumerated().filter(\.element.isShown).map { (device, $0.offset) }
    }
    let lines = shown.map { devices[$0.0].lines[$0.1] }
    let content = try? DossierContent(
      lines.map {
        try Statement(
          encodedHeader: Array($0.header.utf8), encodedOpenings: Array($0.file.utf8))
      })
    var files: [(path: String, bytes: [UInt8])] = []
    let manifest = try content.map { try self.manifest($0, leaves: lines.map(\.leaf)) }
    if let content, let manifest, let renderer = Renderers.renderer(renderer) {
      files += try renderer.pages(content, manifest: manifest).map {
        ($0.path.description, $0.bytes)
      }
    } else if let honest {
      files += honest.files.filter { Bundle.isPage($0.path) }
    }
    if let manifest {
      files.append((DossierPaths.dossier, try manifest.encoded()))
    } else if let honest, var json = honest.text(DossierPaths.dossier) {
      for (old, new) in zip(honest.leaves, lines.map(\.leafText)) {
        json = json.replacingOccurrences(of: old, with: new)
      }
      files.append((DossierPaths.dossier, Array(json.utf8)))
    }
    for (index, place) in shown.enumerated() {
      files.append((DossierPaths.header(index + 1), Array(lines[index].header.utf8)))
      files.append((DossierPaths.openings(index + 1), Array(lines[index].file.utf8)))
      files.append(
        (DossierPaths.proof(index + 1), try proof(place.0, place.1).encoded))
    }
    files += try certificates()
    files += content.map(pieces) ?? honest?.files.filter { $0.path.hasPrefix("data/pieces/") } ?? []
    var bundle = Bundle(
      files: files,
      stamp: Bundle.Stamp(
        key: devices[0].dossierKey, dossier: dossier.description, vault: vault.base32,
        device: devices[0].id.description, date: createdAt,
        heads: DossierSource.digest(
          of: devices.indices.map { head(of: $0) }, dossier: dossier)),
      leaves: lines.map(\.leafText))
    try bundle.resign()
    return bundle
  }

  /// The proof of a place, to a head of this size.
  func proof(_ device: Int, _ index: Int, size: Int? = nil, key: Ed25519.SigningKey? = nil) throws
    -> TLogProof
  {
    let leaves = devices[device].lines.prefix(size ?? .max).map(\.leaf)
    let tree = MerkleLevels(leaves: leaves)
    let origin = Origin(vault: vault, device: devices[device].id, log: devices[device].log)
    let head = try Checkpoint(
      origin: origin.description, size: UInt64(leaves.count), root: tree.root)
    let signer = try NoteSigner(name: origin.description, key: key ?? devices[device].logKey)
    let path = try tree.inclusionProof(index: UInt64(index))
    return try TLogProof(
      index: path.index, hashes: path.hashes, checkpoint: .sign(head, by: signer))
  }

  private func manifest(_ content: DossierContent, leaves: [SHA256Digest]) throws
    -> DossierManifest
  {
    DossierManifest(
      id: dossier, vault: vault, device: devices[0].id, createdAt: try RecordedAt(createdAt),
      renderer: renderer, language: "fr", purpose: .avocat, cover: ["parties": "A contre B"],
      selection: .init(), shownEntries: content.entries.count, otherEntries: nil,
      statements: leaves, pieces: content.pieces.map { $0.manifest(nil) },
      recipients: ["age1a", "scrypt"].map {
        DossierManifest.recipientDigest($0, dossier: dossier)
      }.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) })
  }

  private func certificates() throws -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for device in devices.sorted(by: { $0.id < $1.id }) {
      let certificate = try RootSigned(signing: device.certificate, by: root)
      let path = DossierPaths.certificate(device.id)
      files += [(path, certificate.body), (path + ".minisig", certificate.signature)]
      guard let revocation = try device.revocation.map({ try RootSigned(signing: $0, by: root) })
      else { continue }
      let other = DossierPaths.revocation(device.id)
      files += [(other, revocation.body), (other + ".minisig", revocation.signature)]
    }
    return files + [(DossierPaths.vaultKey, vault.minisign.file)]
  }

  private func pieces(_ content: DossierContent) -> [(path: String, bytes: [UInt8])] {
    content.pieces.map { piece in
      let original = originals.first { SHA256.hash($0) == piece.attachment.sha256 }
      return (piece.path.description, original ?? [])
    }
  }
}
