// SPDX-License-Identifier: Apache-2.0
@testable import Dossier
import Evidence
import Foundation
import Remote
import TestSupport
import Testing

/// What `memo prove` writes, read back by whoever received it.
@Suite struct ProofFileTests {
  private func file(_ forge: Forge, device: Int = 0, place: Int = 7) throws -> ProofFile {
    let line = forge.devices[device].lines[place]
    let signed = try RootSigned(signing: forge.devices[device].certificate, by: forge.root)
    return ProofFile(
      vault: forge.vault, certificate: signed,
      revocation: try forge.devices[device].revocation.map {
        try RootSigned(signing: $0, by: forge.root)
      },
      statement: try Statement(
        encodedHeader: Array(line.header.utf8), encodedOpenings: Array(line.file.utf8)),
      proof: try forge.proof(device, place))
  }

  private func verdict(_ bytes: [UInt8], _ vault: VaultID?) -> Finding.Class? {
    guard let file = try? ProofFile(encoded: bytes) else { return .wrong }
    return file.verify(vault: vault).report.verdict
  }

  @Test("shows its statement, its author once the vault id is given, and goes round unchanged")
  func sound() throws {
    let forge = try Forge()
    let file = try file(forge)
    #expect(try ProofFile(encoded: file.encoded()) == file)
    let proof = file.verify(vault: forge.vault)
    #expect(proof.report.ok && proof.report.authorConfirmed && proof.report.findings.isEmpty)
    #expect(proof.report.entries == 1)
    #expect(proof.statement?[.title]?.string == "Deuxième")
    #expect(!file.verify().report.authorConfirmed)
    let other = try Forge(seed: "foreign").vault
    #expect(file.verify(vault: other).report.findings.map(\.code) == [.otherVault])
    #expect(file.verify(vault: other).statement == nil)
  }

  @Test("says what a revoked device recorded, and that nothing proves what stands beyond")
  func revoked() throws {
    var forge = try Forge()
    #expect(try file(forge, device: 1, place: 1).verify().report.verdict == nil)
    forge.revoke(1, at: forge.head(of: 1, size: 1))
    let beyond = try file(forge, device: 1, place: 1).verify()
    #expect(beyond.report.verdict == .unproven)
    #expect(beyond.report.findings.map(\.code) == [.beyondRevocation])
    #expect(beyond.report.findings.map(\.file) == ["header"])
    var wrong = forge
    wrong.devices[1].revocation = DeviceRevocation(
      vault: forge.vault, createdAt: "2025-06-01T00:00:00+02:00", device: forge.devices[0].id,
      logs: [])
    #expect(try file(wrong, device: 1, place: 1).verify().report.verdict == .wrong)
  }

  @Test("an altered byte anywhere is false or unreadable")
  func flipped() throws {
    let forge = try Forge()
    let bytes = try file(forge, device: 1, place: 1).encoded()
    for place in LongTests.places(below: bytes.count, oneIn: 7) {
      var altered = bytes
      altered[place] ^= 1
      #expect(verdict(altered, forge.vault) == .wrong, "\(place)")
    }
    for count in LongTests.places(below: bytes.count, oneIn: 101) {
      #expect(verdict(Array(bytes.prefix(count)), forge.vault) == .wrong)
    }
  }

  @Test("parts of another statement, device or vault are false")
  func exchanged() throws {
    let forge = try Forge()
    let foreign = try Forge(seed: "foreign")
    let text = String(decoding: try file(forge).encoded(), as: UTF8.self)
    func member(_ name: String, _ file: ProofFile) throws -> String {
      let text = String(decoding: try file.encoded(), as: UTF8.self)
      let start = try #require(text.range(of: "\"\(name)\":"))
      let rest = text[start.upperBound...]
      let ends = [
        ",\"certificate_signature\"", ",\"header\"", ",\"openings\"", ",\"proof\"", ",\"revocation",
        ",\"type\"", ",\"version\"",
      ]
      let end = ends.compactMap { rest.range(of: $0)?.lowerBound }.min() ?? rest.endIndex
      return String(text[start.lowerBound..<end])
    }
    let own = try file(forge)
    for name in ["certificate", "certificate_signature", "header", "openings", "proof", "vault"] {
      for other in [
        try file(forge, device: 1, place: 1), try file(foreign), try file(forge, place: 3),
      ] {
        let (mine, theirs) = (try member(name, own), try member(name, other))
        guard mine != theirs else { continue }
        let altered = text.replacingOccurrences(of: mine, with: theirs)
        #expect(verdict(Array(altered.utf8), nil) == .wrong, "\(name)")
      }
    }
    for (old, new) in [
      (#""version":1}"#, #""version":0}"#), (#""type":"proof""#, #""type":"dossier""#),
      (#""version":1}"#, #""version":1,"zzz":1}"#), (#"{"certificate""#, #"{ "certificate""#),
      (#"{"certificate":"#, #"{"certificate":"","certificate":"#),
      (#""type":"proof""#, #""revocation":"","type":"proof""#),
    ] {
      #expect(text.contains(old))
      let altered = text.replacingOccurrences(of: old, with: new)
      #expect(throws: DossierError.malformed) { try ProofFile(encoded: Array(altered.utf8)) }
    }
    let later = text.replacingOccurrences(of: #""version":1}"#, with: #""version":2}"#)
    #expect(throws: DossierError.unknownVersion) { try ProofFile(encoded: Array(later.utf8)) }
  }
}
