// SPDX-License-Identifier: Apache-2.0
import AgeFormat
@testable import Dossier
import DurableFiles
import Evidence
import Foundation
import Hashing
import Remote
import TestSupport
import Testing

/// Two readers, one in Swift and one in Python written from Format.md alone, over every way to alter a
/// dossier that we could think of.
@Suite(
  "Altered dossiers",
  .enabled(if: Command.hasPythonModule("nacl"), "PyNaCl was not found"))
struct ReaderAgreementTests {
  /// What the reader in Python says of one dossier.
  private struct Line: Decodable {
    let name: String
    let verdict: String
    let findings: [[String]]
  }

  @Test("the forge makes, byte for byte, what the writer of dossiers makes")
  func faithful() throws {
    let forge = try Forge()
    #expect(try forge.bundle().archive() == forge.written())
  }

  @Test("both readers say the same of each, and refuse what must be refused")
  func agree() async throws {
    let forge = try Forge()
    let mutants = try Mutants.all(forge)
    #expect(mutants.count >= 500)
    let names = Dictionary(grouping: mutants, by: \.name).filter { $0.value.count > 1 }.keys
    #expect(names.isEmpty, "two of one name say nothing apart")
    let scratch = try TemporaryFolder()
    let folder = URL(fileURLWithPath: scratch.file("dossiers"))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    for (index, mutant) in mutants.enumerated() {
      try Self.write(mutant, to: folder.path + "/\(index)")
    }
    let (path, vault) = (folder.path, forge.vault)
    async let lines = Self.python(path, vault: vault.text)
    let swifts = mutants.indices.map { Self.swift(path + "/\($0)", vault) }
    let python = try await lines
    #expect(python.count == mutants.count)
    var counts: [String: Int] = [:]
    for (index, mutant) in mutants.enumerated() {
      let swift = swifts[index]
      let other = try #require(python["\(index)"], "\(mutant.name)")
      let expected = mutant.expected == .wrongToRenderer ? "false" : mutant.expected.rawValue
      #expect(
        swift.verdict == expected, "\(mutant.name): Swift \(swift), Python \(other.findings)")
      let seen = mutant.expected == .wrongToRenderer ? "valid" : expected
      #expect(
        other.verdict == seen, "\(mutant.name): Python \(other.findings), Swift \(swift.codes)")
      counts[mutant.expected.rawValue, default: 0] += 1
    }
    print("altered dossiers: \(mutants.count), \(counts.sorted { $0.key < $1.key })")
  }

  private static func write(_ mutant: Mutant, to path: String) throws {
    switch mutant.form {
    case .archive(let bytes): try Data(bytes).write(to: URL(fileURLWithPath: path))
    case .folder(let bundle, let change):
      try bundle.write(to: path)
      try change(path)
    }
  }

  private static func swift(_ path: String, _ vault: VaultID) -> (verdict: String, codes: [String])
  {
    do {
      let dossier =
        Files.isFolder(path)
        ? try DossierReader.read(folder: path) : try DossierReader.read(archive: FileSource(path))
      let report = dossier.verify(vault: vault)
      return (
        report.verdict?.rawValue ?? "valid",
        report.findings.map { "\($0.code.rawValue) \($0.file ?? "")" }
      )
    } catch {
      return ("false", ["\(error)"])
    }
  }

  private static func python(_ folder: String, vault: String) async throws -> [String: Line] {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Reader/reader.py").path
    let result = try Command.run(
      ["python3", script, "--batch", folder, "--vault-id", vault])
    #expect(result.status == 0, "\(result.errorText)")
    let lines = try result.text.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    return Dictionary(uniqueKeysWithValues: lines.map { ($0.name, $0) })
  }
}

extension Forge {
  /// The same dossier by the code that writes dossiers.
  fileprivate func written() throws -> [UInt8] {
    let shown = try devices.indices.sorted { devices[$0].log < devices[$1].log }.flatMap { device in
      try devices[device].lines.enumerated().filter(\.element.isShown).map { index, line in
        DossierSource.Shown(
          statement: try Statement(
            encodedHeader: Array(line.header.utf8), encodedOpenings: Array(line.file.utf8)),
          proof: try proof(device, index))
      }
    }
    var source = DossierSource(
      id: dossier, vault: vault, device: devices[0].id, dossierKey: devices[0].dossierKey,
      createdAt: try RecordedAt(createdAt), shown: shown,
      devices: try devices.map { device in
        DossierSource.Device(
          id: device.id, certificate: try RootSigned(signing: device.certificate, by: root),
          revocation: try device.revocation.map { try RootSigned(signing: $0, by: root) })
      }, heads: devices.indices.map { head(of: $0) })
    source.cover = ["parties": "A contre B"]
    source.recipients = ["age1a", "scrypt"]
    var bytes: [UInt8] = []
    try DossierWriter(source).write(
      pieces: { piece, write in
        let original = originals.first { SHA256.hash($0) == piece.attachment.sha256 }
        try (original ?? []).withUnsafeBytes(write)
      }, to: { bytes += $0 })
    return bytes
  }
}
