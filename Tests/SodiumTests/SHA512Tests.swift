// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@Suite("SHA512")
struct SHA512Tests {
  @Test("gives the digests of FIPS 180-4's examples")
  func examples() {
    #expect(
      Hex.encode(SHA512.hash(Array("abc".utf8)))
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
    #expect(
      Hex.encode(SHA512.hash([]))
        == "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
        + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e")
    #expect(
      Hex.encode(SHA512.hash([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)))
        == "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb"
        + "de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b")
  }

  @Test("in pieces gives the same as at once, whatever the pieces")
  func streaming() {
    let bytes = SeededRandom(seed: "sha512").bytes(1000)
    for piece in [1, 7, 111, 112, 127, 128, 129, 999, 1000] {
      var hasher = SHA512()
      hasher.update([])
      for start in stride(from: 0, to: bytes.count, by: piece) {
        hasher.update(Array(bytes[start..<min(start + piece, bytes.count)]))
      }
      #expect(hasher.finalize() == SHA512.hash(bytes), "pieces of \(piece)")
    }
  }
}
