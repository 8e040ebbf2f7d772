// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@Suite("XChaCha20-Poly1305")
struct XChaCha20Poly1305Tests {
  struct File: Decodable {
    struct Case: Decodable { let key, nonce, ad, msg, ct_tag: String }
    let cases: [Case]
  }

  @Test("libsodium and draft vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func vectors() throws {
    let cases = try Vectors.decode(File.self, "xchacha20poly1305.json").cases
    for item in cases {
      let key = try SecretBytes(copying: Hex.decode(item.key))
      let (nonce, data) = try (Hex.decode(item.nonce), Hex.decode(item.ad))
      let (message, sealed) = try (Hex.decode(item.msg), Hex.decode(item.ct_tag))
      #expect(
        try XChaCha20Poly1305.seal(message, key: key, nonce: nonce, authenticating: data) == sealed)
      #expect(
        try XChaCha20Poly1305.open(sealed, key: key, nonce: nonce, authenticating: data) == message)
    }
    #expect(cases.count > 0)
    print("xchacha20poly1305 vectors: \(cases.count)")
  }

  @Test("an empty plaintext is a tag, and opens to nothing")
  func emptyPlaintext() throws {
    let key = try SecretBytes.random(count: 32)
    let nonce = [UInt8](repeating: 1, count: 24)
    let sealed = try XChaCha20Poly1305.seal([], key: key, nonce: nonce, authenticating: [])
    #expect(sealed.count == 16)
    #expect(
      try XChaCha20Poly1305.open(sealed, key: key, nonce: nonce, authenticating: []).isEmpty)
    #expect(
      try XChaCha20Poly1305.openSecret(sealed, key: key, nonce: nonce, authenticating: []).count
        == 0)
  }

  @Test("every truncation and bit flip is refused, in both forms")
  func hostile() throws {
    let key = try SecretBytes.random(count: 32)
    let nonce = [UInt8](repeating: 1, count: 24)
    let sealed = try XChaCha20Poly1305.seal(
      [1, 2, 3], key: key, nonce: nonce, authenticating: [4])
    var hostile = (0..<sealed.count).map { Array(sealed.prefix($0)) }
    for bit in 0..<sealed.count * 8 {
      var flipped = sealed
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      hostile.append(flipped)
    }
    for bytes in hostile {
      #expect(throws: SodiumError.forged) {
        try XChaCha20Poly1305.open(bytes, key: key, nonce: nonce, authenticating: [4])
      }
      #expect(throws: SodiumError.forged) {
        try XChaCha20Poly1305.openSecret(bytes, key: key, nonce: nonce, authenticating: [4])
      }
    }
  }

  @Test("a key or nonce of another length is refused")
  func lengths() throws {
    let nonce = [UInt8](repeating: 1, count: 24)
    for count in [0, 16, 31, 33] {
      let key = try SecretBytes.random(count: count)
      #expect(throws: SodiumError.invalidLength) {
        try XChaCha20Poly1305.seal([1], key: key, nonce: nonce, authenticating: [])
      }
      #expect(throws: SodiumError.invalidLength) {
        try XChaCha20Poly1305.open(
          [UInt8](repeating: 0, count: 16), key: key, nonce: nonce, authenticating: [])
      }
    }
    let key = try SecretBytes.random(count: 32)
    for count in [0, 12, 23, 25] {
      #expect(throws: SodiumError.invalidLength) {
        try XChaCha20Poly1305.seal(
          [1], key: key, nonce: [UInt8](repeating: 0, count: count), authenticating: [])
      }
    }
  }
}
