// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Signed checkpoints")
struct SignedCheckpointTests {
  /// The example of tlog-checkpoint and tlog-cosignature, whose keys are not published.
  private static let example = """
    example.com/behind-the-sofa
    20852163
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

    — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
    — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

    """

  @Test("reads the specification's example and writes it back")
  func specification() throws {
    let signed = try SignedCheckpoint(parsing: Array(Self.example.utf8))
    #expect(signed.checkpoint.origin == "example.com/behind-the-sofa")
    #expect(signed.checkpoint.size == 20_852_163)
    #expect(signed.checkpoint.extensions.isEmpty)
    #expect(
      signed.note.signatures.map(\.name) == [
        "example.com/behind-the-sofa", "witness.example.com/w1",
      ])
    #expect(signed.note.signatures.map(\.keyID) == [0x033D_E0AE, 0x8D66_CF3F])
    #expect(signed.encoded == Array(Self.example.utf8))
  }

  @Test("verifies under the log's key, after parsing too")
  func verifies() throws {
    let signed = try Notes.signedCheckpoint()
    try signed.verify(by: Notes.signer().verifier)
    try SignedCheckpoint(parsing: signed.encoded).verify(by: Notes.signer().verifier)
  }

  @Test("a key of another name neither signs nor verifies it")
  func origin() throws {
    let other = try Notes.signer("autre.fr")
    let checkpoint = try Notes.checkpoint()
    #expect(throws: NoteError.originMismatch) { try SignedCheckpoint.sign(checkpoint, by: other) }
    let note = try SignedNote.sign(text: checkpoint.text, by: [Notes.signer(), other])
    #expect(throws: NoteError.originMismatch) {
      try SignedCheckpoint(note: note).verify(by: other.verifier)
    }
    #expect(throws: NoteError.unknownKey) {
      try SignedCheckpoint(note: .sign(text: checkpoint.text, by: other))
        .verify(by: Notes.signer().verifier)
    }
  }

  @Test("another key of the same name does not verify it")
  func sameName() throws {
    let signed = try Notes.signedCheckpoint()
    let impostor = try NoteVerifier(
      name: signed.checkpoint.origin, publicKey: Keys.make("impostor").publicKey)
    #expect(throws: NoteError.unknownKey) { try signed.verify(by: impostor) }
  }

  @Test("no bit of a signed checkpoint can change")
  func flips() throws {
    let signed = try Notes.signedCheckpoint()
    let verifier = try Notes.signer().verifier
    for bytes in Fuzzing.flips(of: signed.encoded) {
      #expect(throws: NoteError.self) {
        try SignedCheckpoint(parsing: bytes).verify(by: verifier)
      }
    }
  }

  @Test("a note that is no checkpoint is refused")
  func otherNote() throws {
    let note = try SignedNote.sign(text: Notes.text, by: Notes.signer())
    #expect(throws: NoteError.malformedCheckpoint) { try SignedCheckpoint(parsing: note.encoded) }
  }
}
