// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Foundation
import Hashing
import Remote
import Sodium
import TestSupport
import TransparencyLog

/// The files of a dossier, to be altered, listed and signed again.
struct Bundle {
  /// What the signature says besides, and who signs.
  struct Stamp {
    var key: Ed25519.SigningKey
    var dossier: String
    var vault: String
    var device: String
    var date: String
    var heads: SHA256Digest
    var start = "memo-dossier v1"
  }

  var files: [(path: String, bytes: [UInt8])]
  var stamp: Stamp
  /// The leaves shown, as `dossier.json` lists them.
  let leaves: [String]

  static func isPage(_ path: String) -> Bool {
    path.hasPrefix("data/") && path.split(separator: "/").count == 2
  }

  subscript(path: String) -> [UInt8]? {
    get { files.first { $0.path == path }?.bytes }
    set {
      guard let index = files.firstIndex(where: { $0.path == path }) else {
        if let newValue { files.append((path, newValue)) }
        return
      }
      if let newValue { files[index].bytes = newValue } else { files.remove(at: index) }
    }
  }

  func text(_ path: String) -> String? { self[path].map { String(decoding: $0, as: UTF8.self) } }

  /// The one path that ends so.
  func path(_ suffix: String) -> String {
    files.first { $0.path.hasSuffix(suffix) }?.path ?? suffix
  }

  // MARK: Lists and signature

  /// `bag-info.txt` and both manifests, for the files as they are.
  mutating func relist() throws {
    let payload = files.filter { $0.path.hasPrefix("data/") }
    let oxum = "\(payload.reduce(0) { $0 + $1.bytes.count }).\(payload.count)"
    self[DossierPaths.bagit] = Bag.declaration
    self[DossierPaths.bagInfo] = Array(
      "Bagging-Date: \(stamp.date.prefix(10))\nPayload-Oxum: \(oxum)\n".utf8)
    self[DossierPaths.publicKey] = MinisignPublicKey(vaultKey: stamp.key.publicKey).file
    self[DossierPaths.manifest] = Self.manifest(payload)
    relistTags()
  }

  mutating func relistTags() {
    let tags = [
      DossierPaths.bagit, DossierPaths.bagInfo, DossierPaths.manifest, DossierPaths.publicKey,
    ]
    self[DossierPaths.tagManifest] = Self.manifest(files.filter { tags.contains($0.path) })
  }

  static func manifest(_ files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
    let lines = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map {
      "\(Hex.encode(SHA256.hash($0.bytes).bytes))  \($0.path)\n"
    }
    return Array(lines.joined().utf8)
  }

  mutating func resign() throws {
    try relist()
    try sign()
  }

  var comment: String {
    let digest = SHA256.hash(self[DossierPaths.dossier] ?? [])
    return "\(stamp.start) id=\(stamp.dossier) dossier.json="
      + Base64.encode(digest.bytes, .urlUnpadded)
      + " vault=\(stamp.vault) device=\(stamp.device) date=\(stamp.date) heads="
      + Base64.encode(stamp.heads.bytes, .urlUnpadded)
  }

  mutating func sign(comment: String? = nil, untrusted: String = "memo") throws {
    self[DossierPaths.signature] = try MinisignSignature.sign(
      message: self[DossierPaths.tagManifest] ?? [], key: stamp.key,
      keyID: MinisignPublicKey(vaultKey: stamp.key.publicKey).keyID,
      trustedComment: comment ?? self.comment, untrustedComment: untrusted
    ).encoded
  }

  // MARK: Out

  var folder: String { "memo-dossier-2026-01-02" }
  /// 2026-01-02T09:00:00Z, as ustar writes it.
  static let time = String(1_767_344_400, radix: 8)

  /// Every file as tar has it, header and content, in the order of Format.md.
  func blocks(time: String = Bundle.time) -> [[UInt8]] {
    let sorted = files.enumerated().sorted {
      (DossierPaths.place(of: $0.element.path), $0.offset)
        < (DossierPaths.place(of: $1.element.path), $1.offset)
    }.map(\.element)
    return sorted.map { file in
      let bytes = Array("\(folder)/\(file.path)".utf8)
      let (prefix, name) = TarHeader.split(bytes) ?? ([], Array(bytes.prefix(100)))
      return TarSamples.header(
        String(decoding: name, as: UTF8.self), size: TarSamples.octal(file.bytes.count),
        time: time, prefix: String(decoding: prefix, as: UTF8.self))
        + TarSamples.padded(file.bytes)
    }
  }

  func archive() -> [UInt8] { blocks().flatMap { $0 } + TarSamples.end }

  func write(to root: String) throws {
    for file in files {
      let path = URL(fileURLWithPath: root + "/" + file.path)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: path)
    }
  }
}
