// SPDX-License-Identifier: Apache-2.0
import Hashing
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("tlog-proof files")
struct TLogProofTests {
  private let leaves = Leaves.make(11)

  private func proof(_ index: UInt64, extra: [UInt8]? = nil) throws -> TLogProof {
    let path = try InclusionProof.make(index: index, leaves: leaves)
    return try TLogProof(
      index: index, hashes: path.hashes, checkpoint: Notes.signedCheckpoint(leaves: leaves.count),
      extra: extra)
  }

  @Test("is written as the specification shows")
  func format() throws {
    let checkpoint = try Notes.signedCheckpoint(leaves: 2)
    let sibling = Leaves.make(2)[1]
    let proof = try TLogProof(
      index: 0, hashes: [sibling], checkpoint: checkpoint, extra: Array("abc".utf8))
    let text = """
      c2sp.org/tlog-proof@v1
      extra YWJj
      index 0
      \(Base64.encode(sibling.bytes, .standard))

      \(checkpoint.note.text)
      \(String(decoding: checkpoint.note.signatures[0].line, as: UTF8.self))

      """
    #expect(String(decoding: proof.encoded, as: UTF8.self) == text)
  }

  @Test("parses to itself and verifies, with and without extra data")
  func roundTrip() throws {
    for index in leaves.indices {
      for extra in [nil, [UInt8(0), 255]] {
        let proof = try TLogProof(parsing: proof(UInt64(index), extra: extra).encoded)
        #expect(proof.index == UInt64(index))
        #expect(proof.extra == extra)
        try proof.verify(leaf: leaves[index], by: Notes.signer().verifier)
      }
    }
  }

  @Test("a tree of one leaf has a proof without hashes")
  func single() throws {
    let proof = try TLogProof(index: 0, hashes: [], checkpoint: Notes.signedCheckpoint(leaves: 1))
    let parsed = try TLogProof(parsing: proof.encoded)
    try parsed.verify(leaf: leaves[0], by: Notes.signer().verifier)
  }

  @Test("refuses another leaf, another place, another path and another log")
  func rejects() throws {
    let proof = try proof(4)
    let verifier = try Notes.signer().verifier
    #expect(throws: MerkleError.rootMismatch) { try proof.verify(leaf: leaves[5], by: verifier) }
    let moved = try TLogProof(index: 5, hashes: proof.hashes, checkpoint: proof.checkpoint)
    #expect(throws: MerkleError.self) { try moved.verify(leaf: leaves[4], by: verifier) }
    let beyond = try TLogProof(index: .max, hashes: proof.hashes, checkpoint: proof.checkpoint)
    #expect(throws: MerkleError.outOfRange) { try beyond.verify(leaf: leaves[4], by: verifier) }
    let short = try TLogProof(index: 4, hashes: [], checkpoint: proof.checkpoint)
    #expect(throws: MerkleError.wrongHashCount) { try short.verify(leaf: leaves[4], by: verifier) }
    let other = try TLogProof(
      index: 4, hashes: proof.hashes, checkpoint: Notes.signedCheckpoint(leaves: 10))
    #expect(throws: MerkleError.self) { try other.verify(leaf: leaves[4], by: verifier) }
    #expect(throws: NoteError.originMismatch) {
      try proof.verify(leaf: leaves[4], by: Notes.signer("autre.fr").verifier)
    }
  }

  @Test("takes at most 64 hashes and no empty extra data")
  func limits() throws {
    let checkpoint = try Notes.signedCheckpoint()
    let hashes = { Array(repeating: MerkleTree.emptyRoot, count: $0) }
    let full = try TLogProof(index: 0, hashes: hashes(64), checkpoint: checkpoint, extra: [1])
    #expect(try TLogProof(parsing: full.encoded) == full)
    #expect(throws: NoteError.malformedProof) {
      try TLogProof(index: 0, hashes: hashes(65), checkpoint: checkpoint)
    }
    #expect(throws: NoteError.malformedProof) {
      try TLogProof(index: 0, hashes: [], checkpoint: checkpoint, extra: [])
    }
    let large = [UInt8](repeating: 0, count: TLogProof.maximumCount)
    #expect(throws: NoteError.tooLarge) {
      try TLogProof(index: 0, hashes: [], checkpoint: checkpoint, extra: large)
    }
    #expect(throws: NoteError.tooLarge) { try TLogProof(parsing: large + [0]) }
  }

  @Test("refuses files that break the format")
  func malformed() throws {
    let checkpoint = String(decoding: try Notes.signedCheckpoint(leaves: 1).encoded, as: UTF8.self)
    let hash = Base64.encode(MerkleTree.emptyRoot.bytes, .standard)
    let first = "c2sp.org/tlog-proof@v1\n"
    let heads = [
      "", first, "\n" + first + "index 0\n", "c2sp.org/tlog-proof@v2\nindex 0\n",
      first + "index 00\n",
      first + "index +0\n", first + "index\n", first + "index \n", first + "index 0 \n",
      first + "Index 0\n", first + "index 18446744073709551616\n", first + "extra YWJj\n",
      first + "extra \nindex 0\n", first + "extra\nindex 0\n", first + "extra YWJ\nindex 0\n",
      first + "index 0\nextra YWJj\n", first + "extra YWJj\nextra YWJj\nindex 0\n",
      first + "index 0\n\(hash) \n", first + "index 0\nAAAA\n", first + "index 0\r\n",
      first + "index 0\n\n", first + "index 0\n" + String(repeating: "\(hash)\n", count: 65),
    ]
    _ = try TLogProof(parsing: Array((first + "index 0\n\n" + checkpoint).utf8))
    for head in heads {
      #expect(throws: (any Error).self, "\(head)") {
        try TLogProof(parsing: Array((head + "\n" + checkpoint).utf8))
      }
    }
    #expect(throws: NoteError.malformed) {
      try TLogProof(parsing: Array((first + "index 0\n\n").utf8))
    }
  }

  @Test("hostile bytes throw, or parse to a proof that encodes to the same bytes")
  func hostile() throws {
    let bytes = try proof(4, extra: [1, 2, 3]).encoded
    for truncated in Fuzzing.truncations(of: bytes) {
      #expect(throws: NoteError.self) { try TLogProof(parsing: truncated) }
    }
    let hostile =
      Fuzzing.flips(of: bytes) + Fuzzing.noise("proof") + Fuzzing.splices(of: bytes, seed: "proof")
    for bytes in hostile {
      if let parsed = try? TLogProof(parsing: bytes) { #expect(parsed.encoded == bytes) }
    }
  }

  @Test("no bit but those of the extra data can change")
  func flips() throws {
    let verifier = try Notes.signer().verifier
    for bytes in Fuzzing.flips(of: try proof(4).encoded) {
      #expect(throws: (any Error).self) {
        try TLogProof(parsing: bytes).verify(leaf: leaves[4], by: verifier)
      }
    }
  }
}
