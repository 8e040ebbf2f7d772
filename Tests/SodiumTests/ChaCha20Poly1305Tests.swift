// SPDX-License-Identifier: Apache-2.0
import Sodium
import Testing

@Suite("ChaCha20-Poly1305")
struct ChaCha20Poly1305Tests {
  private let nonce = [UInt8](repeating: 1, count: 12)

  @Test("an output buffer of the wrong size is refused before anything is written")
  func outputSizes() throws {
    let key = try SecretBytes.random(count: 32)
    for count in [0, 3, 18, 20] {
      var output = [UInt8](repeating: 7, count: count)
      #expect(throws: SodiumError.invalidLength) {
        try output.withUnsafeMutableBytes { output in
          try [UInt8]([1, 2, 3]).withUnsafeBytes {
            try ChaCha20Poly1305.seal($0, into: output, key: key, nonce: nonce)
          }
        }
      }
      #expect(output.allSatisfy { $0 == 7 })
    }
  }

  @Test("an empty secret is a tag, and opens to nothing")
  func emptySecret() throws {
    let key = try SecretBytes.random(count: 32)
    let empty = try SecretBytes(copying: [])
    let sealed = try ChaCha20Poly1305.seal(empty, key: key, nonce: nonce)
    #expect(sealed.count == 16)
    #expect(try ChaCha20Poly1305.openSecret(sealed, key: key, nonce: nonce) == empty)
  }

  @Test("every truncation and bit flip is refused")
  func hostile() throws {
    let key = try SecretBytes.random(count: 32)
    let sealed = try ChaCha20Poly1305.seal(
      SecretBytes(copying: [1, 2, 3]), key: key, nonce: nonce)
    for count in 0..<sealed.count {
      #expect(throws: SodiumError.forged) {
        try ChaCha20Poly1305.openSecret(Array(sealed.prefix(count)), key: key, nonce: nonce)
      }
    }
    for bit in 0..<sealed.count * 8 {
      var flipped = sealed
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: SodiumError.forged) {
        try ChaCha20Poly1305.openSecret(flipped, key: key, nonce: nonce)
      }
    }
  }
}
