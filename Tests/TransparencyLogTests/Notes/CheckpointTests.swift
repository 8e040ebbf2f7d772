// SPDX-License-Identifier: Apache-2.0
import Hashing
import Sodium
import TestSupport
import Testing

@testable import TransparencyLog

@Suite("Checkpoints")
struct CheckpointTests {
  private static let hash = Base64.encode(SHA256.hash([1]).bytes, .standard)

  @Test("writes and reads its text, extension lines included")
  func roundTrip() throws {
    for extensions in [[], ["a"], ["a", "— b", "c d"]] {
      let checkpoint = try Notes.checkpoint(extensions: extensions)
      #expect(try Checkpoint(parsing: checkpoint.text) == checkpoint)
    }
    let largest = "o\n18446744073709551615\n\(Self.hash)\n"
    #expect(try Checkpoint(parsing: largest).size == .max)
    #expect(try Checkpoint(parsing: largest).text == largest)
  }

  @Test("refuses lines that break the format")
  func malformed() {
    let hash = Self.hash
    let texts = [
      "", "\n\n\n", "o\n1\n\(hash)", "\n1\n\(hash)\n", "o\n01\n\(hash)\n", "o\n+1\n\(hash)\n",
      "o\n-1\n\(hash)\n", "o\n\n\(hash)\n", "o\n 1\n\(hash)\n", "o\n00\n\(hash)\n",
      "o\n1_0\n\(hash)\n",
      "o\n18446744073709551616\n\(hash)\n", "o\n٣\n\(hash)\n", "o\n1\n\n", "o\n1\nAAAA\n",
      "o\n1\n\(hash.dropLast())\n", "o\n1\n \(hash)\n", "o\n1\n\(hash)\n\n", "o\n1\n\(hash)\na",
      "o\n1\n\(hash)\na\n\nb\n", "o\r\n1\n\(hash)\n", "o\n1\n\(hash)\n\ta\n",
      "o\n99999999999999999999999999999999999999999999999\n\(hash)\n",
    ]
    for text in texts {
      #expect(throws: NoteError.malformedCheckpoint, "\(text)") { try Checkpoint(parsing: text) }
    }
  }

  @Test("refuses to be made of lines that would not be read back")
  func construction() {
    let root = SHA256.hash([1])
    for line in ["", "a\nb", "a\n", "\t"] {
      #expect(throws: NoteError.malformedCheckpoint) {
        try Checkpoint(origin: line, size: 1, root: root)
      }
      #expect(throws: NoteError.malformedCheckpoint) {
        try Checkpoint(origin: "o", size: 1, root: root, extensions: ["a", line])
      }
    }
  }

  @Test("two spellings of one accented origin are two logs")
  func normalisation() throws {
    let root = SHA256.hash([1])
    #expect(
      try Checkpoint(origin: "\u{E9}", size: 1, root: root)
        != Checkpoint(origin: "e\u{301}", size: 1, root: root))
  }

  @Test("hostile text throws or encodes to itself")
  func hostile() throws {
    let text = Array(try Notes.checkpoint(extensions: ["a"]).text.utf8)
    let hostile =
      Fuzzing.truncations(of: text) + Fuzzing.flips(of: text) + Fuzzing.noise("checkpoint")
      + Fuzzing.splices(of: text, seed: "checkpoint")
    for bytes in hostile {
      let text = String(decoding: bytes, as: UTF8.self)
      if let parsed = try? Checkpoint(parsing: text) {
        #expect(parsed.text.utf8.elementsEqual(text.utf8))
      }
    }
  }

  /// The vectors have roots of other lengths than SHA-256's and empty lines after the third, both of
  /// which transparency-dev/formats takes; ``CheckpointBody`` reads those, ``Checkpoint`` only what
  /// tlog-checkpoint allows for RFC 6962.
  @Test("checkpoint body vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func vectors() throws {
    let vectors = try NoteVectors.load()
    for vector in vectors.checkpoint_bodies {
      let body = try? CheckpointBody(parsing: Array(vector.body.utf8))
      #expect((body != nil) == vector.ok, "\(vector.desc)")
      let rest = body.map { String(decoding: $0.rest, as: UTF8.self) } ?? ""
      let isStrict =
        body?.hash.count == 32 && (rest.isEmpty || rest.hasSuffix("\n"))
        && !rest.hasPrefix("\n") && !rest.contains("\n\n")
      #expect(((try? Checkpoint(parsing: vector.body)) != nil) == isStrict, "\(vector.desc)")
    }
    print("checkpoint body vectors: \(vectors.checkpoint_bodies.count)")
    #expect(!vectors.checkpoint_bodies.isEmpty)
  }
}
