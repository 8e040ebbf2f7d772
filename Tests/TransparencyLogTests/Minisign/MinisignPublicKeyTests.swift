// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("minisign public keys")
struct MinisignPublicKeyTests {
  private func key() throws -> MinisignPublicKey {
    try MinisignPublicKey(keyID: [1, 2, 3, 4, 5, 6, 7, 0xAB], key: Keys.make("clé").publicKey)
  }

  @Test("reads and writes the base64 line and the file")
  func roundTrip() throws {
    let key = try key()
    #expect(key.string.hasPrefix("RW"))
    #expect(try MinisignPublicKey(parsing: key.string) == key)
    #expect(try MinisignPublicKey(file: key.file) == key)
    #expect(try MinisignPublicKey(file: Array(key.file.dropLast())) == key)
    #expect(
      String(decoding: key.file, as: UTF8.self)
        == "untrusted comment: minisign public key AB07060504030201\n\(key.string)\n")
  }

  @Test("writes the key id as a number, as minisign does: no leading zeros")
  func leadingZeros() throws {
    for (id, text) in [
      ([1, 2, 3, 4, 5, 6, 7, 0x0B], "B07060504030201"), ([0xFF, 0, 0, 0, 0, 0, 0, 0], "FF"),
      ([UInt8](repeating: 0, count: 8), "0"),
    ] {
      let key = try MinisignPublicKey(keyID: id, key: key().key)
      #expect(
        String(decoding: key.file, as: UTF8.self)
          == "untrusted comment: minisign public key \(text)\n\(key.string)\n")
    }
  }

  @Test("refuses another algorithm, another length and a key of small order")
  func malformed() throws {
    let point = try key().key.bytes
    let id = [UInt8](repeating: 7, count: 8)
    let parse = { try MinisignPublicKey(parsing: Base64.encode($0, .standard)) }
    #expect(try parse(Array("Ed".utf8) + id + point).keyID == id)
    #expect(throws: MinisignError.unknownAlgorithm) { try parse(Array("ED".utf8) + id + point) }
    #expect(throws: MinisignError.malformed) { try parse(Array("Ed".utf8) + id + point + [0]) }
    #expect(throws: MinisignError.malformed) {
      try parse(Array("Ed".utf8) + id + [1] + [UInt8](repeating: 0, count: 31))
    }
    #expect(throws: MinisignError.invalidKeyID) {
      try MinisignPublicKey(keyID: [1], key: key().key)
    }
  }

  @Test("refuses files of other lines")
  func files() throws {
    let key = try key()
    let line = key.string
    let comment = "untrusted comment: a\n"
    let texts = [
      "", "\n", line, line + "\n", comment, comment + line + "\n\n", comment + line + "\nx\n",
      "comment: a\n\(line)\n", "untrusted comment: a\r\n\(line)\n", comment + " \(line)\n",
      comment + line + "\r\n", "untrusted comment: \u{1B}[2J\n\(line)\n",
      "untrusted comment: \(String(repeating: "a", count: 1100))\n\(line)\n",
    ]
    for text in texts {
      #expect(throws: MinisignError.self, "\(text)") {
        try MinisignPublicKey(file: Array(text.utf8))
      }
    }
  }

  @Test("hostile bytes throw or give another key")
  func hostile() throws {
    let key = try key()
    for bytes in Fuzzing.noise("pub") + Fuzzing.truncations(of: Array(key.file.dropLast())) {
      #expect(throws: MinisignError.self) { try MinisignPublicKey(file: bytes) }
    }
    for bytes in Fuzzing.flips(of: Array(key.string.utf8)) {
      let text = String(decoding: bytes, as: UTF8.self)
      if let parsed = try? MinisignPublicKey(parsing: text) { #expect(parsed != key) }
    }
    for bytes in Fuzzing.splices(of: key.file, seed: "pub") {
      if let parsed = try? MinisignPublicKey(file: bytes) {
        #expect(String(decoding: bytes, as: UTF8.self).contains(parsed.string))
      }
    }
  }
}
