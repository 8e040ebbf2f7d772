// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import TransparencyLog

@Suite("Verifier keys")
struct NoteVerifierTests {
  @Test("a key keeps its name, id and bytes through its text")
  func roundTrip() throws {
    let verifier = try Notes.signer("exemple.fr/été").verifier
    let parsed = try NoteVerifier(vkey: verifier.vkey)
    #expect(parsed == verifier)
    #expect(parsed.name == "exemple.fr/été")
    #expect(parsed.vkey == verifier.vkey)
  }

  @Test(
    "refuses a name that is empty or has a space, a plus sign or a control character",
    arguments: [
      "", "a b", "a+b", "a\u{A0}b", "a\u{2003}b", "a\u{3000}", "a\n", "a\tb", "a\u{1}b", "\u{85}",
    ])
  func names(name: String) throws {
    let key = try Keys.make("names")
    #expect(throws: NoteError.invalidName) {
      try NoteVerifier(name: name, publicKey: key.publicKey)
    }
    #expect(throws: NoteError.invalidName) { try NoteSigner(name: name, key: key) }
    #expect(throws: NoteError.invalidName) { try CosignatureSigner(name: name, key: key) }
  }

  @Test("two spellings of one accented name are two keys")
  func normalisation() throws {
    let key = try Keys.make("spelling").publicKey
    let composed = try NoteVerifier(name: "\u{E9}", publicKey: key)
    let decomposed = try NoteVerifier(name: "e\u{301}", publicKey: key)
    #expect(composed != decomposed)
    #expect(composed.keyID != decomposed.keyID)
    #expect(try KeyName("\u{E9}") != KeyName("e\u{301}"))
  }

  @Test("a note key and a cosigner's key are not taken for each other")
  func types() throws {
    let note = try Notes.signer().verifier
    let cosigner = try Notes.cosigner().verifier
    #expect(try CosignatureVerifier(vkey: cosigner.vkey) == cosigner)
    #expect(throws: NoteError.unknownAlgorithm) { try NoteVerifier(vkey: cosigner.vkey) }
    #expect(throws: NoteError.unknownAlgorithm) { try CosignatureVerifier(vkey: note.vkey) }
  }

  @Test("keys of other programs have the ids that those give them")
  func others() throws {
    let log = "TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6"
    #expect(try NoteVerifier(vkey: log).keyID == 0x7997_405C)
    let witness = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
    #expect(try CosignatureVerifier(vkey: witness).keyID == 0xDA77_ADE7)
    #expect(try CosignatureVerifier(vkey: witness).vkey == witness)
  }

  @Test("refuses an id that is not the key's, in capitals, or of another length")
  func ids() throws {
    let verifier = try Notes.signer().verifier
    let parts = verifier.vkey.split(separator: "+", maxSplits: 2)
    let id = String(parts[1])
    let make = { (id: String) in try NoteVerifier(vkey: "\(parts[0])+\(id)+\(parts[2])") }
    #expect(try make(id) == verifier)
    #expect(throws: NoteError.keyIDMismatch) { try make("00000000") }
    #expect(id != id.uppercased())
    #expect(throws: NoteError.malformedKey) { try make(id.uppercased()) }
    #expect(throws: NoteError.malformedKey) { try make("0" + id) }
    #expect(throws: NoteError.malformedKey) { try make(String(id.dropLast())) }
  }

  @Test("refuses a key of small order, whatever its id")
  func smallOrder() throws {
    let key: [UInt8] = [1, 1] + [UInt8](repeating: 0, count: 31)
    let name = try KeyName("a")
    let id = VerifierKey.keyID(name: name, key)
    let text = "a+\(Hex.encode(withUnsafeBytes(of: id.bigEndian) { Array($0) }))+"
    #expect(throws: NoteError.malformedKey) {
      try NoteVerifier(vkey: text + Base64.encode(key, .standard))
    }
  }

  @Test("hostile text throws")
  func hostile() throws {
    let vkey = Array(try Notes.signer().verifier.vkey.utf8)
    for bytes in Fuzzing.noise("vkey") + Fuzzing.flips(of: vkey) + Fuzzing.truncations(of: vkey) {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(throws: (any Error).self) { try NoteVerifier(vkey: text) }
      #expect(throws: (any Error).self) { try CosignatureVerifier(vkey: text) }
    }
    #expect(throws: NoteError.malformedKey) {
      try NoteVerifier(vkey: String(repeating: "+", count: 100_000))
    }
  }

  @Test("verifier key vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func vectors() throws {
    let vectors = try NoteVectors.load()
    for vkey in vectors.vkey_ok {
      #expect(try NoteVerifier(vkey: vkey).vkey == vkey)
      for altered in incremented(vkey) { refuses(altered) }
    }
    for vkey in vectors.vkey_bad { refuses(vkey) }
    let first = Array(try #require(vectors.vkey_ok.first).utf8)
    for start in first.indices {
      for end in start..<first.count where start > 0 || end < first.count {
        refuses(String(decoding: first[start..<end], as: UTF8.self))
      }
      if start > 0 { refuses(String(decoding: first[start...], as: UTF8.self)) }
    }
    print("verifier key vectors: \(vectors.vkey_ok.count + vectors.vkey_bad.count)")
    #expect(!vectors.vkey_ok.isEmpty && !vectors.vkey_bad.isEmpty)
  }

  private func incremented(_ vkey: String) -> [String] {
    let bytes = Array(vkey.utf8)
    return bytes.indices.map { index in
      var altered = bytes
      altered[index] &+= 1
      return String(decoding: altered, as: UTF8.self)
    }
  }

  private func refuses(_ vkey: String) {
    #expect(throws: (any Error).self, "\(vkey)") { try NoteVerifier(vkey: vkey) }
  }

  @Test(
    "the signer vector signs as its verifier",
    .enabled(if: Vectors.areAvailable, "vectors not found"))
  func signerVector() throws {
    let vectors = try NoteVectors.load()
    // "PRIVATE+KEY+name+id+base64(type ‖ seed)"
    let parts = vectors.skey.split(separator: "+", maxSplits: 4)
    try #require(parts.count == 5)
    var seed = Array(try Base64.decode(parts[4], .standard).dropFirst())
    let key = try Ed25519.SigningKey(seed: SecretBytes(moving: &seed))
    let signer = try NoteSigner(name: String(parts[2]), key: key)
    #expect(vectors.vkey_ok.contains(signer.verifier.vkey))
    let signed = try vectors.notes.filter { $0.result == "valid" }.map {
      try SignedNote(parsing: Base64.decode($0.note_b64, .standard))
    }.filter { $0.signatures.contains { $0.name == signer.verifier.name } }
    for note in signed {
      let again = try SignedNote.sign(text: note.text, by: signer)
      #expect(note.signatures.contains(again.signatures[0]))
    }
    #expect(!signed.isEmpty)
    print("signer key vectors: 1")
  }
}
