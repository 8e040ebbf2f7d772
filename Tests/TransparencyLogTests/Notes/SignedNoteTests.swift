// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Signed notes")
struct SignedNoteTests {
  @Test("a signed note parses to itself and verifies")
  func roundTrip() throws {
    let signers = try ["un.fr", "deux.fr"].map(Notes.signer)
    let note = try SignedNote.sign(text: Notes.text, by: signers)
    let parsed = try SignedNote(parsing: note.encoded)
    #expect(parsed == note)
    #expect(parsed.text == Notes.text)
    #expect(parsed.signatures.map(\.name) == ["un.fr", "deux.fr"])
    #expect(try parsed.verifiedSigners(among: signers.map(\.verifier)) == signers.map(\.verifier))
    #expect(try parsed.verifiedSigners(among: [signers[1].verifier]) == [signers[1].verifier])
  }

  @Test("refuses to sign a text without final newline or with a control character")
  func texts() throws {
    let signer = try Notes.signer()
    for text in ["", "abc", "a\tb\n", "a\r\n", "a\u{0}\n", "\u{1F}\n"] {
      #expect(throws: NoteError.malformed) { try SignedNote.sign(text: text, by: signer) }
    }
    #expect(throws: NoteError.malformed) { try SignedNote.sign(text: "a\n", by: []) }
  }

  @Test("tells an unknown key, a bad signature and an ambiguous key apart")
  func verdicts() throws {
    let (signer, other) = (try Notes.signer(), try Notes.signer("autre.fr").verifier)
    let note = try SignedNote.sign(text: Notes.text, by: signer)
    #expect(throws: NoteError.unknownKey) { try note.verifiedSigners(among: [other]) }
    #expect(throws: NoteError.unknownKey) { try note.verifiedSigners(among: []) }
    #expect(throws: NoteError.ambiguousKey) {
      try note.verifiedSigners(among: [signer.verifier, other, signer.verifier])
    }
    #expect(
      try note.verifiedSigners(among: [other, other, signer.verifier]) == [signer.verifier])
    let altered = try SignedNote(parsing: Array("Un mot de plus\n".utf8) + note.encoded)
    #expect(throws: NoteError.badSignature) {
      try altered.verifiedSigners(among: [signer.verifier])
    }
  }

  @Test("one bad signature of a known key spoils a note that another key signed")
  func mixed() throws {
    let (good, bad) = (try Notes.signer("un.fr"), try Notes.signer("deux.fr"))
    let forged = try SignedNote.sign(text: "autre\n", by: bad).signatures[0]
    let note = try SignedNote.sign(text: Notes.text, by: good).adding(forged)
    #expect(throws: NoteError.badSignature) {
      try note.verifiedSigners(among: [good.verifier, bad.verifier])
    }
    #expect(try note.verifiedSigners(among: [good.verifier]) == [good.verifier])
  }

  @Test("the same name with another key, and the same key with another name, are unknown")
  func sharedNames() throws {
    let note = try SignedNote.sign(text: Notes.text, by: Notes.signer("un.fr"))
    let sameName = try NoteVerifier(name: "un.fr", publicKey: Keys.make("autre").publicKey)
    let sameKey = try NoteVerifier(name: "deux.fr", publicKey: Keys.make("un.fr").publicKey)
    #expect(throws: NoteError.unknownKey) { try note.verifiedSigners(among: [sameName, sameKey]) }
  }

  @Test("adding a signature twice adds it once")
  func adding() throws {
    let note = try SignedNote.sign(text: Notes.text, by: Notes.signer())
    let more = try SignedNote.sign(text: Notes.text, by: Notes.signer("deux.fr")).signatures[0]
    #expect(try note.adding(more).adding(more).signatures.count == 2)
  }

  @Test("takes 100 signatures and no more, whatever their keys")
  func limits() throws {
    let note = try SignedNote.sign(text: Notes.text, by: Notes.signer())
    let line = note.signatures[0].line + [0x0A]
    let many = { (count: Int) in
      note.bytes + [0x0A] + Array(repeatElement(line, count: count).joined())
    }
    #expect(try SignedNote(parsing: many(100)).signatures.count == 100)
    #expect(throws: NoteError.tooLarge) { try SignedNote(parsing: many(101)) }
    #expect(throws: NoteError.tooLarge) { try SignedNote(parsing: many(5000)) }
    let huge = [UInt8](repeating: 0x0A, count: SignedNote.maximumCount + 1)
    #expect(throws: NoteError.tooLarge) { try SignedNote(parsing: huge) }
    #expect(throws: NoteError.malformed) { try SignedNote(parsing: Array(huge.dropLast())) }
  }

  @Test("refuses what golang.org/x/mod refuses")
  func malformed() throws {
    let note = try SignedNote.sign(text: "a\n", by: Notes.signer())
    let line = note.signatures[0].line
    let bad: [[UInt8]] = [
      note.bytes, note.bytes + [0x0A], note.bytes + [0x0A] + line,
      note.bytes + line + [0x0A], [0x0A] + line + [0x0A], [1] + note.encoded,
      [0xFF] + note.encoded, note.encoded + [0x0A], note.encoded + Array("x\n".utf8),
      note.encoded.filter { $0 != UInt8(ascii: "=") }, note.encoded + Array("— a \n".utf8),
      note.encoded + Array("— a AAAAAA==\n".utf8), note.encoded + Array("—  AAAAAAA=\n".utf8),
      note.encoded + Array("- a AAAAAAA=\n".utf8), note.encoded + Array("— a  AAAAAAA=\n".utf8),
      note.encoded + Array("— a\u{2003}b AAAAAAA=\n".utf8),
    ]
    for bytes in bad {
      #expect(throws: NoteError.malformed, "\(String(decoding: bytes, as: UTF8.self))") {
        try SignedNote(parsing: bytes)
      }
    }
    _ = try SignedNote(parsing: note.encoded + Array("— a AAAAAAA=\n".utf8))
  }

  @Test("hostile bytes throw, or parse to a note that encodes to the same bytes and is not signed")
  func hostile() throws {
    let signer = try Notes.signer()
    let note = try SignedNote.sign(text: Notes.text, by: signer)
    for bytes in Fuzzing.truncations(of: note.encoded) {
      #expect(throws: NoteError.malformed) { try SignedNote(parsing: bytes) }
    }
    let hostile =
      Fuzzing.flips(of: note.encoded) + Fuzzing.noise("note")
      + Fuzzing.splices(of: note.encoded, seed: "note")
    for bytes in hostile where bytes != note.encoded {
      guard let parsed = try? SignedNote(parsing: bytes) else { continue }
      #expect(parsed.encoded == bytes)
      if parsed.bytes != note.bytes {
        #expect(throws: NoteError.self) { try parsed.verifiedSigners(among: [signer.verifier]) }
      }
    }
  }

  @Test("signed note vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func vectors() throws {
    let vectors = try NoteVectors.load()
    for vector in vectors.notes {
      let bytes = try Base64.decode(vector.note_b64, .standard)
      let known = try vector.verifiers.map { try NoteVerifier(vkey: $0) }
      let outcome = Result {
        try SignedNote(parsing: bytes).verifiedSigners(among: known).map(\.name)
      }
      #expect(Self.verdict(outcome) == Self.expected(vector.result), "\(vector.name)")
      #expect(Set((try? outcome.get()) ?? []) == Set(vector.verified), "\(vector.name)")
    }
    print("signed note vectors: \(vectors.notes.count)")
    #expect(!vectors.notes.isEmpty)
  }

  private static func verdict(_ outcome: Result<[String], any Error>) -> String {
    switch outcome {
    case .success: "valid"
    case .failure(NoteError.malformed), .failure(NoteError.tooLarge): "malformed"
    case .failure(NoteError.unknownKey): "unknown"
    case .failure(NoteError.badSignature): "bad"
    case .failure(NoteError.ambiguousKey): "ambiguous"
    case .failure(let error): "\(error)"
    }
  }

  /// The vectors' words, in the several ways that one may put them, for those four verdicts.
  private static func expected(_ result: String) -> String {
    let words = result.lowercased()
    let verdicts = [
      ("malformed", "malformed"), ("ambiguous", "ambiguous"), ("unknown", "unknown"),
      ("unverified", "unknown"), ("invalid", "bad"), ("bad", "bad"), ("valid", "valid"),
    ]
    return verdicts.first { words.contains($0.0) }?.1 ?? result
  }
}
