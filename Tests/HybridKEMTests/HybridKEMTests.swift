// SPDX-License-Identifier: Apache-2.0
import HybridKEM
import Sodium
import TestSupport
import Testing

@Suite("X-Wing in HPKE")
struct HybridKEMTests {
  private let info = Array("a purpose".utf8)

  private func key(_ seed: String) throws -> HybridPrivateKey {
    try HybridPrivateKey(seed: SeededRandom(seed: seed).secret(HybridKEM.seedCount))
  }

  /// Changes one byte.
  private func flipped(_ bytes: [UInt8], _ index: Int) -> [UInt8] {
    var changed = bytes
    changed[index] ^= 1
    return changed
  }

  @Test("opens what was sealed for it, whatever its length", arguments: [0, 1, 16, 32, 1000])
  func roundTrip(_ count: Int) throws {
    let key = try key("owner")
    let secret = try SeededRandom(seed: "secret").secret(count)
    let message = try key.publicKey.seal(secret, info: info)
    #expect(message.encapsulatedKey.count == HybridKEM.encapsulatedKeyCount)
    #expect(message.ciphertext.count == count + HybridKEM.tagCount)
    #expect(try key.open(message, info: info) == secret)
  }

  @Test("has a public key of the right size, which depends on the seed alone and reads back")
  func publicKeys() throws {
    let (one, other) = (try key("one").publicKey, try key("other").publicKey)
    #expect(one.bytes.count == HybridKEM.publicKeyCount)
    #expect(one != other)
    #expect(try key("one").publicKey == one)
    #expect(try HybridPublicKey(one.bytes) == one)
  }

  @Test("seals differently each time")
  func fresh() throws {
    let key = try key("owner").publicKey
    let secret = try SeededRandom(seed: "secret").secret(16)
    let (one, other) = (try key.seal(secret, info: info), try key.seal(secret, info: info))
    #expect(one.encapsulatedKey != other.encapsulatedKey && one.ciphertext != other.ciphertext)
  }

  @Test("does not open for another key, another purpose, or after a change anywhere")
  func forged() throws {
    let key = try key("owner")
    let message = try key.publicKey.seal(SeededRandom(seed: "secret").secret(16), info: info)
    let stranger = try self.key("stranger")
    #expect(throws: HybridKEMError.forged) { try stranger.open(message, info: info) }
    #expect(throws: HybridKEMError.forged) { try key.open(message, info: info + [0]) }
    #expect(throws: HybridKEMError.forged) { try key.open(message, info: []) }
    for index in message.ciphertext.indices {
      let changed = HybridMessage(
        encapsulatedKey: message.encapsulatedKey, ciphertext: flipped(message.ciphertext, index))
      #expect(throws: HybridKEMError.forged, "\(index)") { try key.open(changed, info: info) }
    }
    for index in stride(from: 0, to: message.encapsulatedKey.count, by: 7) {
      let changed = HybridMessage(
        encapsulatedKey: flipped(message.encapsulatedKey, index), ciphertext: message.ciphertext)
      #expect(throws: HybridKEMError.forged, "\(index)") { try key.open(changed, info: info) }
    }
    for count in [0, 1, 15, 16, 31] {
      let cut = HybridMessage(
        encapsulatedKey: message.encapsulatedKey,
        ciphertext: Array(message.ciphertext.prefix(count)))
      #expect(throws: HybridKEMError.forged, "\(count)") { try key.open(cut, info: info) }
    }
  }

  @Test("tells an encapsulation that cannot be one from a message that was changed")
  func encapsulations() throws {
    let key = try key("owner")
    let message = try key.publicKey.seal(SeededRandom(seed: "secret").secret(16), info: info)
    let enc = message.encapsulatedKey
    let zeroPoint = enc.dropLast(32) + [UInt8](repeating: 0, count: 32)
    for bad in [[], Array(enc.dropLast()), enc + [0], Array(zeroPoint)] {
      let changed = HybridMessage(encapsulatedKey: bad, ciphertext: message.ciphertext)
      #expect(throws: HybridKEMError.invalidEncapsulation, "\(bad.count)") {
        try key.open(changed, info: info)
      }
    }
  }

  @Test("refuses keys that nothing can be sealed for, and seeds of another length")
  func invalidKeys() throws {
    let bytes = try key("owner").publicKey.bytes
    // A coefficient of 4095, where 3328 is the largest; and the point zero.
    let unreduced = [0xFF, 0xFF] + bytes.dropFirst(2)
    let zeroPoint = bytes.dropLast(32) + [UInt8](repeating: 0, count: 32)
    for bad in [[], Array(bytes.dropLast()), bytes + [0], unreduced, Array(zeroPoint)] {
      #expect(throws: HybridKEMError.invalidKey, "\(bad.count)") { try HybridPublicKey(bad) }
    }
    for count in [0, 31, 33, 64] {
      let seed = try SeededRandom(seed: "seed").secret(count)
      #expect(throws: HybridKEMError.invalidKey, "\(count)") { try HybridPrivateKey(seed: seed) }
    }
  }

  @Test("never prints the seed")
  func printing() throws {
    let seed = [UInt8](repeating: 0x42, count: HybridKEM.seedCount)
    let key = try HybridPrivateKey(seed: SecretBytes(copying: seed))
    var dumped = ""
    dump(key.seed, to: &dumped)
    dump(key, to: &dumped)
    for printed in ["\(key)", String(reflecting: key), dumped] {
      #expect(!printed.contains("66, 66, 66") && !printed.contains("4242"))
    }
  }
}
