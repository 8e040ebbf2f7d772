// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Dossier
import Evidence
import Foundation
import Remote
import Sodium
import TestSupport
import Testing

@testable import VaultKit

/// A vault with a photo, a recording that tells where, a screenshot and a plain letter; and its dossiers.
private struct Album {
  let test: TestVault
  let vault: Vault
  let identity: X25519Identity
  let entry: String

  static let files: [(name: String, bytes: [UInt8])] = [
    ("photo.jpg", TraceFiles.photo),
    ("son.m4a", TraceFiles.recording(Array("loci".utf8), Array(TraceFiles.canary.utf8))),
    ("capture.png", TraceFiles.png()), ("lettre.txt", Array("Bonjour\n".utf8)),
  ]

  init() async throws {
    test = try TestVault()
    vault = try await test.create()
    identity = try X25519Identity.generate(random: SystemRandom())
    entry = try await vault.add(.sample("Fait")).description
    let requests = try Self.files.map {
      AttachRequest(path: try test.folder.write($0.name, $0.bytes))
    }
    _ = try await vault.attach(requests, to: entry)
  }

  var request: ExportRequest {
    var request = ExportRequest()
    request.recipients = [(identity.recipient, identity.recipient.description)]
    return request
  }

  func archive(_ purpose: DossierManifest.Purpose) async throws -> [UInt8] {
    var prepared = try await vault.prepareExport(request)
    prepared.purpose = purpose
    let path = test.folder.file("\(purpose).tar.age")
    _ = try await vault.export(prepared, to: path)
    let age = try AgeDecryptor(
      source: ArraySource(Array(Data(contentsOf: URL(fileURLWithPath: path)))),
      identities: [identity])
    var bytes: [UInt8] = []
    while let chunk = try age.nextChunk() { bytes += chunk }
    return bytes
  }
}

@Suite("Traces and what leaves") struct TraceExportTests {
  @Test("what each piece tells is stored with it, and known before an export")
  func stored() async throws {
    let album = try await Album()
    let pieces = try await album.vault.entry(album.entry).pieces
    #expect(
      pieces.map { $0.secret?.traces?.found } == [
        [.location, .author, .device, .embedded], [.location], [], [],
      ])
    #expect(pieces.allSatisfy { $0.secret?.traces?.isCurrent == true })
    let prepared = try await album.vault.prepareExport(album.request)
    #expect(prepared.traces.map(\.number) == [1, 2])
    #expect(prepared.traces.map(\.attachment.name) == ["photo.jpg", "son.m4a"])
  }

  @Test("a lawyer gets every original; what is stored about them stays in the vault")
  func avocat() async throws {
    let album = try await Album()
    let archive = try await album.archive(.avocat)
    for (_, bytes) in Album.files { #expect(ByteSearch.contains(bytes, in: archive)) }
    for name in ["\"traces\"", "\"scanner\""] {
      let encoded = Base64.encode(Array(name.utf8), .urlUnpadded)
      #expect(!ByteSearch.contains(Array(name.utf8), in: archive))
      #expect(!ByteSearch.contains(Array(encoded.utf8), in: archive))
    }
    let report = try DossierReader.read(archive: ArraySource(archive)).verify()
    #expect(report.ok && report.findings.isEmpty)
  }

  @Test("a dossier to be communicated is without what tells, and verifies")
  func communication() async throws {
    let album = try await Album()
    let archive = try await album.archive(.communication)
    #expect(!ByteSearch.contains(Array(TraceFiles.canary.utf8), in: archive))
    #expect(!ByteSearch.contains(TraceFiles.exif().suffix(40), in: archive))
    for (_, bytes) in Album.files.suffix(2) { #expect(ByteSearch.contains(bytes, in: archive)) }
    let copy = try #require(MetadataFreeCopy.make(of: TraceFiles.photo))
    #expect(ByteSearch.contains(copy, in: archive))
    let report = try DossierReader.read(archive: ArraySource(archive)).verify()
    #expect(report.ok && report.pieces == 4)
    #expect(report.findings.map(\.code) == [.originalWithheld, .originalWithheld])
    #expect(
      report.findings.map(\.file) == [
        "data/pieces/piece-001-photo.jpg", "data/pieces/piece-002-son.m4a",
      ])
  }

  @Test("a copy that was altered is named")
  func alteredCopy() async throws {
    let album = try await Album()
    var archive = try await album.archive(.communication)
    let copy = try #require(MetadataFreeCopy.make(of: TraceFiles.photo))
    let place = try #require(archive.withUnsafeBytes { ByteSearch.first(copy, in: $0) })
    archive[place + copy.count - 3] ^= 1
    let report = try DossierReader.read(archive: ArraySource(archive)).verify()
    #expect(!report.ok)
    #expect(report.findings.contains { $0.file == "data/pieces/piece-001-copie-photo.jpg" })
  }

  @Test("pieces from before anything was looked for are scanned when they leave")
  func older() async throws {
    let album = try await Album()
    let state = try await album.vault.prepareExport(album.request)
    let stripped = state.pieces.mapValues { piece in
      FoldedEntry.Piece(
        statement: piece.statement, attachment: piece.attachment,
        secret: piece.secret.map {
          AttachmentSecret(id: $0.id, key: $0.key, chunks: $0.chunks)
        })
    }
    let found = try await album.vault.traces(in: state.source, stripped)
    #expect(found.map(\.traces) == state.traces.map(\.traces))
  }
}
