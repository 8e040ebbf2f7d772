// SPDX-License-Identifier: Apache-2.0
import Sodium
import Testing

@testable import TransparencyLog

@Suite("Cosignatures")
struct CosignatureTests {
  private let time: UInt64 = 1_679_315_147

  @Test("signs the two lines and the text that the specification shows")
  func message() throws {
    let text =
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    let message = TimestampedSignature.message(Array(text.utf8), at: time)
    #expect(String(decoding: message, as: UTF8.self) == "cosignature/v1\ntime 1679315147\n" + text)
  }

  @Test("a cosigned checkpoint gives its time and still verifies under the log's key")
  func roundTrip() throws {
    let signed = try Notes.signedCheckpoint()
    let cosigner = try Notes.cosigner()
    let line = try cosigner.cosign(signed, at: time).line
    let cosigned = try signed.adding(NoteSignature(line: line))
    let parsed = try SignedCheckpoint(parsing: cosigned.encoded)
    #expect(try cosigner.verifier.verify(parsed) == time)
    try parsed.verify(by: Notes.signer().verifier)
    #expect(parsed.note.signatures[1].signature.count == 72)
    #expect(throws: NoteError.unknownKey) { try cosigner.verifier.verify(signed) }
    #expect(throws: NoteError.unknownKey) {
      try Notes.cosigner("autre.fr").verifier.verify(cosigned)
    }
  }

  @Test("of several times the earliest counts, and one bad cosignature spoils them")
  func several() throws {
    let signed = try Notes.signedCheckpoint()
    let cosigner = try Notes.cosigner()
    let twice = try signed.adding(cosigner.cosign(signed, at: time))
      .adding(cosigner.cosign(signed, at: time - 5))
    #expect(try cosigner.verifier.verify(twice) == time - 5)
    let other = try Notes.signedCheckpoint(leaves: 12)
    let spoiled = try twice.adding(cosigner.cosign(other, at: time))
    #expect(throws: NoteError.badSignature) { try cosigner.verifier.verify(spoiled) }
  }

  @Test("another time, another checkpoint or a log's own signature is a bad cosignature")
  func forged() throws {
    let signed = try Notes.signedCheckpoint()
    let cosigner = try Notes.cosigner()
    let good = try cosigner.cosign(signed, at: time).signature
    let plain = try Keys.make(cosigner.verifier.name).sign(signed.note.bytes)
    var later = good
    later[7] ^= 1
    for bytes in [later, plain, [], good + [0], Array(good.dropLast()), [0x80] + good.dropFirst()] {
      let forged = try signed.adding(NoteSignature(key: cosigner.verifier.key, signature: bytes))
      #expect(throws: NoteError.badSignature) { try cosigner.verifier.verify(forged) }
    }
  }

  @Test("takes times up to 2^63 − 1")
  func times() throws {
    let signed = try Notes.signedCheckpoint()
    let cosigner = try Notes.cosigner()
    for time in [0, UInt64(Int64.max)] {
      #expect(
        try cosigner.verifier.verify(signed.adding(cosigner.cosign(signed, at: time))) == time)
    }
    #expect(throws: NoteError.invalidTime) { try cosigner.cosign(signed, at: 1 << 63) }
  }
}
