// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@Suite("BLAKE2b")
struct BLAKE2bTests {
  @Test("gives RFC 7693's digest of abc")
  func rfc7693() {
    let digest = BLAKE2b.hash(Array("abc".utf8), count: 64)
    #expect(
      Hex.encode(digest)
        == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
        + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")
  }

  @Test("in pieces gives the same as at once, whatever the pieces")
  func streaming() {
    let bytes = SeededRandom(seed: "blake2b").bytes(1000)
    for piece in [1, 7, 64, 127, 128, 129, 256, 999, 1000] {
      let hasher = BLAKE2b(count: 32)
      hasher.update([])
      for start in stride(from: 0, to: bytes.count, by: piece) {
        hasher.update(Array(bytes[start..<min(start + piece, bytes.count)]))
      }
      #expect(hasher.finalize() == BLAKE2b.hash(bytes), "pieces of \(piece)")
    }
    #expect(BLAKE2b().finalize() == BLAKE2b.hash([]))
  }

  @Test("output length is part of the hash")
  func outputLengths() {
    for count in [1, 16, 32, 63, 64] { #expect(BLAKE2b.hash([1], count: count).count == count) }
    #expect(BLAKE2b.hash([1], count: 32) != Array(BLAKE2b.hash([1], count: 64).prefix(32)))
  }

  @Test("derivation wants a key of 16 to 64 bytes and gives as many")
  func derivation() throws {
    for count in [0, 1, 15, 65] {
      #expect(throws: SodiumError.invalidLength) {
        try BLAKE2b.derive(key: .random(count: count), message: [])
      }
      #expect(throws: SodiumError.invalidLength) {
        try BLAKE2b.derive(key: .random(count: 32), message: [], count: count)
      }
    }
    let key = try SecretBytes.random(count: 32)
    let empty = try BLAKE2b.derive(key: key, message: [])
    #expect(try empty == BLAKE2b.derive(key: key, message: []))
    #expect(try empty != BLAKE2b.derive(key: key, message: [0]))
  }
}
