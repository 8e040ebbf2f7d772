// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

/// A Wycheproof file: groups of cases, each group with parameters of its own.
struct Wycheproof<Group: Decodable>: Decodable {
  let testGroups: [Group]

  static func groups(_ name: String) throws -> [Group] {
    try Vectors.decode(Self.self, "wycheproof/\(name)_test.json").testGroups
  }
}

enum Verdict: String, Decodable { case valid, invalid, acceptable }

@Suite("Wycheproof", .enabled(if: Vectors.areAvailable, "vectors not found"))
struct WycheproofTests {
  struct AEADGroup: Decodable {
    struct Case: Decodable {
      let tcId: Int
      let key, iv, aad, msg, ct, tag: String
      let result: Verdict
    }
    let tests: [Case]
  }

  typealias SecretSeal = (SecretBytes, SecretBytes, [UInt8], [UInt8]) throws -> [UInt8]
  typealias SecretOpen = ([UInt8], SecretBytes, [UInt8], [UInt8]) throws -> SecretBytes

  private func check(_ name: String, seal: SecretSeal, open: SecretOpen) throws {
    let cases = try Wycheproof<AEADGroup>.groups(name).flatMap(\.tests)
    for item in cases {
      let key = try SecretBytes(copying: Hex.decode(item.key))
      let (nonce, data) = try (Hex.decode(item.iv), Hex.decode(item.aad))
      let message = try SecretBytes(copying: Hex.decode(item.msg))
      let sealed = try Hex.decode(item.ct) + Hex.decode(item.tag)
      if item.result == .valid {
        #expect(try seal(message, key, nonce, data) == sealed, "case \(item.tcId)")
        #expect(try open(sealed, key, nonce, data) == message, "case \(item.tcId)")
      } else {
        #expect(throws: SodiumError.self, "case \(item.tcId)") {
          try open(sealed, key, nonce, data)
        }
      }
    }
    #expect(cases.count > 0)
    print("wycheproof \(name) vectors: \(cases.count)")
  }

  @Test("ChaCha20-Poly1305 vectors")
  func chacha() throws {
    try check("chacha20_poly1305") {
      try ChaCha20Poly1305.seal($0, key: $1, nonce: $2, authenticating: $3)
    } open: {
      try ChaCha20Poly1305.openSecret($0, key: $1, nonce: $2, authenticating: $3)
    }
  }

  @Test("XChaCha20-Poly1305 vectors")
  func xchacha() throws {
    try check("xchacha20_poly1305") { message, key, nonce, data in
      try message.withUnsafeBytes {
        try XChaCha20Poly1305.seal($0, key: key, nonce: nonce, authenticating: data)
      }
    } open: {
      let secret = try XChaCha20Poly1305.openSecret($0, key: $1, nonce: $2, authenticating: $3)
      let plain = try XChaCha20Poly1305.open($0, key: $1, nonce: $2, authenticating: $3)
      #expect(try SecretBytes(copying: plain) == secret)
      return secret
    }
  }

  struct SignatureGroup: Decodable {
    struct Key: Decodable { let pk: String }
    struct Case: Decodable {
      let tcId: Int
      let msg, sig: String
      let result: Verdict
    }
    let publicKey: Key
    let tests: [Case]
  }

  @Test("Ed25519 vectors")
  func ed25519() throws {
    var count = 0
    for group in try Wycheproof<SignatureGroup>.groups("ed25519") {
      let key = try Hex.decode(group.publicKey.pk)
      for item in group.tests {
        let isValid = try Ed25519.isValid(
          signature: Hex.decode(item.sig), of: Hex.decode(item.msg), publicKey: key)
        #expect(isValid == (item.result == .valid), "case \(item.tcId)")
        count += 1
      }
    }
    #expect(count > 0)
    print("wycheproof ed25519 vectors: \(count)")
  }

  struct AgreementGroup: Decodable {
    struct Case: Decodable {
      let tcId: Int
      let `public`, `private`, shared: String
      let result: Verdict
    }
    let tests: [Case]
  }

  /// "acceptable" is what some implementations refuse; here only an all-zero secret is an error, and
  /// everything else gives the shared secret.
  @Test("X25519 vectors")
  func x25519() throws {
    let cases = try Wycheproof<AgreementGroup>.groups("x25519").flatMap(\.tests)
    for item in cases {
      let scalar = try SecretBytes(copying: Hex.decode(item.private))
      let (key, shared) = try (Hex.decode(item.public), Hex.decode(item.shared))
      if item.result == .invalid || shared.allSatisfy({ $0 == 0 }) {
        #expect(throws: SodiumError.self, "case \(item.tcId)") {
          try X25519.sharedSecret(scalar: scalar, publicKey: key)
        }
      } else {
        let expected = try SecretBytes(copying: shared)
        #expect(
          try X25519.sharedSecret(scalar: scalar, publicKey: key) == expected, "case \(item.tcId)")
      }
    }
    #expect(cases.count > 0)
    print("wycheproof x25519 vectors: \(cases.count)")
  }

  struct DerivationGroup: Decodable {
    struct Case: Decodable {
      let tcId: Int
      let ikm, salt, info, okm: String
      let size: Int
      let result: Verdict
    }
    let tests: [Case]
  }

  @Test("HKDF-SHA-256 vectors")
  func hkdf() throws {
    let cases = try Wycheproof<DerivationGroup>.groups("hkdf_sha256").flatMap(\.tests)
    for item in cases {
      let key = try SecretBytes(copying: Hex.decode(item.ikm))
      let (salt, info) = try (Hex.decode(item.salt), Hex.decode(item.info))
      if item.result == .invalid {
        #expect(throws: SodiumError.invalidLength, "case \(item.tcId)") {
          try HMACSHA256.hkdf(inputKey: key, salt: salt, info: info, count: item.size)
        }
      } else {
        let output = try HMACSHA256.hkdf(
          inputKey: key, salt: salt, info: info, count: item.size)
        #expect(try output == SecretBytes(copying: Hex.decode(item.okm)), "case \(item.tcId)")
      }
    }
    #expect(cases.count > 0)
    print("wycheproof hkdf_sha256 vectors: \(cases.count)")
  }

  struct TagGroup: Decodable {
    struct Case: Decodable {
      let tcId: Int
      let key, msg, tag: String
      let result: Verdict
    }
    /// Bits; a shorter tag is the front of the whole one.
    let tagSize: Int
    let tests: [Case]
  }

  @Test("HMAC-SHA-256 vectors")
  func hmac() throws {
    var count = 0
    for group in try Wycheproof<TagGroup>.groups("hmac_sha256") {
      for item in group.tests {
        let key = try SecretBytes(copying: Hex.decode(item.key))
        let tag = try HMACSHA256.tag(of: Hex.decode(item.msg), key: key)
        let matches = try Memory.equal(
          Array(tag.prefix(group.tagSize / 8)), Hex.decode(item.tag))
        #expect(matches == (item.result == .valid), "case \(item.tcId)")
        count += 1
      }
    }
    #expect(count > 0)
    print("wycheproof hmac_sha256 vectors: \(count)")
  }
}
