// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("minisign signatures")
struct MinisignSignatureTests {
  private let message = Array("le message".utf8)
  private let keyID: [UInt8] = [8, 7, 6, 5, 4, 3, 2, 1]

  private func publicKey() throws -> MinisignPublicKey {
    try MinisignPublicKey(keyID: keyID, key: Keys.make("clé").publicKey)
  }

  private func signature(
    trusted: String = "dossier\tété", untrusted: String = "sans valeur"
  ) throws -> MinisignSignature {
    try .sign(
      message: message, key: Keys.make("clé"), keyID: keyID, trustedComment: trusted,
      untrustedComment: untrusted)
  }

  @Test("signs prehashed, parses to itself and verifies")
  func roundTrip() throws {
    let signature = try signature()
    let parsed = try MinisignSignature(parsing: signature.encoded)
    #expect(parsed == signature)
    #expect(parsed.isPrehashed)
    #expect(parsed.keyID == keyID)
    #expect(parsed.trustedComment == "dossier\tété")
    #expect(parsed.untrustedComment == "sans valeur")
    try parsed.verify(message: message, by: publicKey())
    #expect(try MinisignSignature(parsing: Array(signature.encoded.dropLast())) == signature)
  }

  @Test("tells another message, another key and another trusted comment apart")
  func verdicts() throws {
    let signature = try signature()
    let key = try publicKey()
    #expect(throws: MinisignError.badSignature) { try signature.verify(message: [], by: key) }
    let otherID = try MinisignPublicKey(keyID: keyID.reversed(), key: key.key)
    #expect(throws: MinisignError.otherKey) { try signature.verify(message: message, by: otherID) }
    let otherKey = try MinisignPublicKey(keyID: keyID, key: Keys.make("autre").publicKey)
    #expect(throws: MinisignError.badSignature) {
      try signature.verify(message: message, by: otherKey)
    }
    let text = String(decoding: signature.encoded, as: UTF8.self)
    let retold = try MinisignSignature(
      parsing: Array(text.split(separator: "dossier").joined(separator: "autre").utf8))
    #expect(throws: MinisignError.badTrustedComment) {
      try retold.verify(message: message, by: key)
    }
  }

  @Test("the untrusted comment is nobody's word: changing it changes nothing")
  func untrusted() throws {
    let other = try signature(untrusted: "autre")
    #expect(try other != signature())
    try other.verify(message: message, by: publicKey())
  }

  @Test("a prehashed signature does not verify as a legacy one, nor over the hash itself")
  func algorithms() throws {
    let lines = String(decoding: try signature().encoded, as: UTF8.self).split(separator: "\n")
    var bytes = try Base64.decode(lines[1], .standard)
    bytes[1] = UInt8(ascii: "d")
    let legacy =
      lines[0] + "\n" + Base64.encode(bytes, .standard) + "\n" + lines[2...].joined(separator: "\n")
    let parsed = try MinisignSignature(parsing: Array(legacy.utf8))
    #expect(!parsed.isPrehashed)
    #expect(throws: MinisignError.badSignature) {
      try parsed.verify(message: message, by: publicKey())
    }
    bytes[1] = UInt8(ascii: "x")
    let unknown =
      lines[0] + "\n" + Base64.encode(bytes, .standard) + "\n" + lines[2...].joined(separator: "\n")
    #expect(throws: MinisignError.unknownAlgorithm) {
      try MinisignSignature(parsing: Array(unknown.utf8))
    }
  }

  @Test("refuses comments that a terminal or minisign would not take, and short key ids")
  func comments() throws {
    for comment in [
      "a\nb", "a\r", "\u{1B}[2J", "a\u{7F}", "a\u{9B}b", "\u{0}",
      String(repeating: "é", count: 5000),
    ] {
      #expect(throws: MinisignError.invalidComment) { try signature(trusted: comment) }
      #expect(throws: MinisignError.invalidComment) { try signature(untrusted: comment) }
    }
    #expect(throws: MinisignError.invalidKeyID) {
      try MinisignSignature.sign(
        message: [], key: Keys.make("clé"), keyID: [], trustedComment: "", untrustedComment: "")
    }
    let empty = try signature(trusted: "", untrusted: "")
    try MinisignSignature(parsing: empty.encoded).verify(message: message, by: publicKey())
  }

  @Test("refuses files of other lines")
  func lines() throws {
    let text = String(decoding: try signature().encoded, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    var bad = lines.indices.map { index in
      lines.enumerated().filter { $0.offset != index }.map(\.element)
    }
    bad += lines.indices.map { index in lines.map { $0 == lines[index] ? $0 + " " : $0 } }
      .filter { $0[0] == lines[0] && $0[2] == lines[2] }
    bad += [
      Array(lines.reversed()), lines + ["x"], lines + [""], [""] + lines, lines.map { $0 + "\r" },
    ]
    for lines in bad {
      #expect(throws: MinisignError.self) {
        try MinisignSignature(parsing: Array((lines.joined(separator: "\n") + "\n").utf8))
      }
    }
    #expect(throws: MinisignError.malformed) {
      try MinisignSignature(parsing: [UInt8](repeating: 0x0A, count: 1 << 20))
    }
  }

  @Test("hostile bytes throw, and no bit but the untrusted comment's can change")
  func hostile() throws {
    let signature = try signature()
    let key = try publicKey()
    for bytes in Fuzzing.truncations(of: Array(signature.encoded.dropLast())) + Fuzzing.noise("sig")
    {
      #expect(throws: MinisignError.self) { try MinisignSignature(parsing: bytes) }
    }
    let flips = Fuzzing.flips(of: Array(signature.encoded.dropLast()))
    for bytes in flips + Fuzzing.splices(of: signature.encoded, seed: "sig") {
      guard let parsed = try? MinisignSignature(parsing: bytes) else { continue }
      guard (try? parsed.verify(message: message, by: key)) != nil else { continue }
      #expect(parsed.trustedComment == signature.trustedComment)
    }
  }

  private struct Cases: Decodable {
    struct Case: Decodable {
      let name: String
      let pk: String
      let sig: String
      let message: String
      let result: String
    }
    let cases: [Case]
  }

  @Test("minisign vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func vectors() throws {
    let cases = try Vectors.decode(Cases.self, "minisign.json").cases
    for vector in cases {
      let isValid = (try? verify(vector)) != nil
      #expect(isValid == (vector.result == "valid"), "\(vector.name)")
      guard isValid else { continue }
      var lines = vector.sig.split(separator: "\n").map(String.init)
      lines[2] += "x"
      let parsed = try MinisignSignature(parsing: Array(lines.joined(separator: "\n").utf8))
      #expect(throws: MinisignError.badTrustedComment, "\(vector.name)") {
        try parsed.verify(
          message: Array(vector.message.utf8), by: MinisignPublicKey(parsing: vector.pk))
      }
    }
    print("minisign vectors: \(cases.count)")
    #expect(!cases.isEmpty)
  }

  private func verify(_ vector: Cases.Case) throws {
    try MinisignSignature(parsing: Array(vector.sig.utf8)).verify(
      message: Array(vector.message.utf8), by: MinisignPublicKey(parsing: vector.pk))
  }
}
