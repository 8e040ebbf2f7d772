// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@Suite("Password hashes", .serialized)
struct PasswordHashTests {
  struct ArgonFile: Decodable {
    struct Reference: Decodable {
      let t, m_kib, p: Int
      let password, salt, tag: String
      let encoded: String?
      let libsodium_1_0_18_str_verify: Bool?
    }
    struct Raw: Decodable {
      let passwd, salt: String
      let outlen, opslimit, memlimit: Int
      let lanes: Int?
      let expected: String?
    }
    let reference: [Reference]
    let libsodium_raw: [Raw]
  }

  @Test("Argon2id vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func argon2id() throws {
    let file = try Vectors.decode(ArgonFile.self, "argon2id.json")
    var (run, notApplicable) = (0, 0)
    for item in file.libsodium_raw {
      guard item.lanes ?? 1 == 1 else {
        notApplicable += 1
        continue
      }
      try check(item)
      run += 1
    }
    for item in file.reference {
      guard try check(item) else {
        notApplicable += 1
        continue
      }
      run += 1
    }
    #expect(run > 0)
    print("argon2id vectors: \(run), not applicable to libsodium: \(notApplicable)")
  }

  private func check(_ item: ArgonFile.Raw) throws {
    let passphrase = try SecretBytes(copying: Hex.decode(item.passwd))
    let salt = try Hex.decode(item.salt)
    let derive = {
      try Argon2id.derive(
        passphrase: passphrase, salt: salt, iterations: item.opslimit,
        memoryKiB: item.memlimit / 1024, count: item.outlen)
    }
    guard let expected = item.expected else {
      #expect(throws: SodiumError.self) { try derive() }
      return
    }
    #expect(try derive() == SecretBytes(copying: Hex.decode(expected)))
  }

  /// A 16-byte salt runs through our function; another only as an encoded string, whose tag must be
  /// the one listed, and a wrong passphrase must not match. `false` if neither can be.
  private func check(_ item: ArgonFile.Reference) throws -> Bool {
    let passphrase = try SecretBytes(copying: Array(item.password.utf8))
    let salt = Array(item.salt.utf8)
    let tag = try Hex.decode(item.tag)
    if salt.count == Argon2id.saltCount, item.p == 1 {
      let output = try Argon2id.derive(
        passphrase: passphrase, salt: salt, iterations: item.t, memoryKiB: item.m_kib,
        count: tag.count)
      #expect(try output == SecretBytes(copying: tag))
      return true
    }
    guard item.libsodium_1_0_18_str_verify ?? true else { return false }
    let encoded =
      "$argon2id$v=19$m=\(item.m_kib),t=\(item.t),p=\(item.p)"
      + "$\(Base64.encode(salt, .standardUnpadded))$\(Base64.encode(tag, .standardUnpadded))"
    if let listed = item.encoded { #expect(listed == encoded) }
    #expect(Argon2id.matches(passphrase, encoded: encoded))
    if item.m_kib <= 1024 {
      let other = try SecretBytes(copying: Array("another".utf8))
      #expect(!Argon2id.matches(other, encoded: encoded))
    }
    return true
  }

  @Test("Argon2id refuses costs, salts and outputs that it does not take")
  func argonRefusals() throws {
    let passphrase = try SecretBytes(copying: Array("x".utf8))
    let salt = [UInt8](repeating: 0, count: 16)
    let refused: [(salt: [UInt8], iterations: Int, memoryKiB: Int)] = [
      ([], 1, 8), (Array(salt.dropLast()), 1, 8), (salt + [0], 1, 8), (salt, 0, 8), (salt, -1, 8),
      (salt, .max, 8), (salt, 1, 7), (salt, 1, -8), (salt, 1, .max),
    ]
    for item in refused {
      #expect(throws: SodiumError.invalidCost) {
        try Argon2id.derive(
          passphrase: passphrase, salt: item.salt, iterations: item.iterations,
          memoryKiB: item.memoryKiB)
      }
    }
    for count in [-1, 0, 15, 513, .max] {
      #expect(throws: SodiumError.invalidLength) {
        try Argon2id.derive(
          passphrase: passphrase, salt: salt, iterations: 1, memoryKiB: 8, count: count)
      }
    }
  }

  struct ScryptFile: Decodable {
    struct Case: Decodable {
      let password, salt, dk: String
      let N: UInt64
      let r, p: UInt32
      let dkLen: Int
    }
    let cases: [Case]
  }

  @Test("scrypt vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
  func scrypt() throws {
    let cases = try Vectors.decode(ScryptFile.self, "scrypt.json").cases
    for item in cases {
      let output = try Scrypt.derive(
        passphrase: SecretBytes(copying: Array(item.password.utf8)), salt: Array(item.salt.utf8),
        cost: item.N, blockSize: item.r, parallelism: item.p, count: item.dkLen)
      #expect(try output == SecretBytes(copying: Hex.decode(item.dk)))
    }
    #expect(cases.count > 0)
    print("scrypt vectors: \(cases.count)")
  }

  @Test("scrypt refuses costs that are no power of two, zero or beyond reason")
  func scryptRefusals() throws {
    let passphrase = try SecretBytes(copying: Array("x".utf8))
    let refused: [(cost: UInt64, blockSize: UInt32, parallelism: UInt32)] = [
      (0, 8, 1), (1, 8, 1), (3, 8, 1), (.max, 8, 1), (1 << 63, 8, 1), (1 << 32, 8, 1), (2, 0, 1),
      (2, 8, 0), (2, .max, .max), (2, 1 << 15, 1 << 15),
    ]
    for item in refused {
      #expect(throws: SodiumError.invalidCost) {
        try Scrypt.derive(
          passphrase: passphrase, salt: [], cost: item.cost, blockSize: item.blockSize,
          parallelism: item.parallelism)
      }
    }
  }
}
