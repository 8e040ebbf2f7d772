// SPDX-License-Identifier: Apache-2.0
import Sodium
import Testing

@Suite("X25519")
struct X25519Tests {
  @Test("gives RFC 7748's example (6.1)")
  func rfc7748() throws {
    let alice = try SecretBytes(
      copying: Hex.decode("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"))
    let bob = try SecretBytes(
      copying: Hex.decode("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"))
    let (a, b) = try (X25519.publicKey(of: alice), X25519.publicKey(of: bob))
    #expect(Hex.encode(a) == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
    #expect(Hex.encode(b) == "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")
    let shared = try SecretBytes(
      copying: Hex.decode("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"))
    #expect(try X25519.sharedSecret(scalar: alice, publicKey: b) == shared)
    #expect(try X25519.sharedSecret(scalar: bob, publicKey: a) == shared)
  }

  @Test("a small-order point is refused", arguments: [0, 1] as [UInt8])
  func smallOrder(_ first: UInt8) {
    let point = [first] + [UInt8](repeating: 0, count: 31)
    #expect(throws: SodiumError.invalidPublicKey) {
      try X25519.sharedSecret(scalar: .random(count: 32), publicKey: point)
    }
  }

  @Test("another length is refused", arguments: [0, 31, 33])
  func lengths(_ count: Int) throws {
    let key = try X25519.publicKey(of: .random(count: 32))
    #expect(throws: SodiumError.invalidLength) {
      try X25519.publicKey(of: .random(count: count))
    }
    #expect(throws: SodiumError.invalidLength) {
      try X25519.sharedSecret(scalar: .random(count: count), publicKey: key)
    }
    #expect(throws: SodiumError.invalidLength) {
      try X25519.sharedSecret(
        scalar: .random(count: 32), publicKey: [UInt8](repeating: 9, count: count))
    }
  }
}
