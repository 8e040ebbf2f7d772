// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@Suite("Ed25519")
struct Ed25519Tests {
  struct EdgeCase: Decodable {
    let number: Int
    let key, sig, msg: String
    let flags: [String]?
  }

  @Test(
    "edge-case signature vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func edgeCases() throws {
    let cases = try Vectors.decode([EdgeCase].self, "ed25519-edge.json")
    let tolerated: Set = ["low_order_component_A", "low_order_component_R"]
    for item in cases {
      let isValid = try Ed25519.isValid(
        signature: Hex.decode(item.sig), of: Array(item.msg.utf8), publicKey: Hex.decode(item.key))
      let expected = Set(item.flags ?? []).isSubset(of: tolerated)
      #expect(isValid == expected, "case \(item.number)")
    }
    #expect(cases.count > 0)
    print("ed25519-edge vectors: \(cases.count)")
  }

  @Test("signs an empty message, and no other message has that signature")
  func signsEmptyMessage() throws {
    let key = try Ed25519.SigningKey(seed: .random(count: 32))
    let signature = key.sign([])
    #expect(key.publicKey.isValid(signature: signature, of: []))
    #expect(!key.publicKey.isValid(signature: signature, of: [0]))
  }

  @Test("refuses keys of another length, of small order or not canonical")
  func refusesBadKeys() {
    let identity = [1] + [UInt8](repeating: 0, count: 31)
    let notCanonical = [0xEE] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
    for bytes in [[], [UInt8](repeating: 0, count: 32), identity, notCanonical, identity + [0]] {
      #expect(throws: SodiumError.invalidPublicKey) { try Ed25519.PublicKey(bytes) }
    }
  }

  @Test("refuses a seed of another length", arguments: [0, 31, 33, 64])
  func refusesSeed(_ count: Int) {
    #expect(throws: SodiumError.invalidLength) {
      try Ed25519.SigningKey(seed: .random(count: count))
    }
  }

  @Test("a signature or key of another length is invalid, not a crash")
  func lengths() throws {
    let key = try Ed25519.SigningKey(seed: .random(count: 32))
    let signature = key.sign([1])
    for count in [0, 1, 63] {
      let short = Array(signature.prefix(count))
      #expect(!key.publicKey.isValid(signature: short, of: [1]))
    }
    #expect(!Ed25519.isValid(signature: signature + [0], of: [1], publicKey: key.publicKey.bytes))
    #expect(!Ed25519.isValid(signature: signature, of: [1], publicKey: []))
  }

  @Test("what was valid once makes nothing else valid, however much was seen since")
  func remembered() throws {
    let key = try Ed25519.SigningKey(seed: .random(count: 32))
    let other = try Ed25519.SigningKey(seed: .random(count: 32))
    let signature = key.sign([1])
    for _ in 0..<2 {
      #expect(key.publicKey.isValid(signature: signature, of: [1]))
      #expect(!key.publicKey.isValid(signature: signature, of: [2]))
      #expect(!key.publicKey.isValid(signature: signature, of: []))
      #expect(!other.publicKey.isValid(signature: signature, of: [1]))
      for index in signature.indices {
        var altered = signature
        altered[index] ^= 1
        #expect(!key.publicKey.isValid(signature: altered, of: [1]))
      }
      for number in 0..<5000 {
        let message = withUnsafeBytes(of: number) { Array($0) }
        let signature = other.sign(message)
        #expect(other.publicKey.isValid(signature: signature, of: message))
        #expect(!key.publicKey.isValid(signature: signature, of: message))
      }
    }
  }
}
