// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Vault id")
struct VaultIDTests {
  @Test("is minisign's key string, 56 characters, in groups of four for people")
  func text() throws {
    let vault = try Root().vault
    #expect(vault.text.utf8.count == 56)
    #expect(try MinisignPublicKey(parsing: vault.text).key.bytes == vault.bytes)
    #expect(vault.groups.split(separator: " ").allSatisfy { $0.utf8.count == 4 })
    #expect(vault.groups.split(separator: " ").count == 14)
    #expect(vault.base32.utf8.count == 52)
    #expect(try Base32.decode(vault.base32) == vault.bytes)
    #expect(try VaultID(vault.bytes) == vault)
  }

  @Test("is read with spaces wherever a person puts them, and with nothing else")
  func spaces() throws {
    let vault = try Root().vault
    let text = vault.text
    for spelled in [
      text, vault.groups, " " + text, text + "  ", text.map(String.init).joined(separator: " "),
    ] {
      #expect(try VaultID(text: spelled) == vault)
    }
    for separator in ["\n", "\t", "-", "\u{A0}", "\u{2009}", "\0", ".", "\u{301}"] {
      #expect(throws: (any Error).self) {
        try VaultID(text: text.prefix(4) + separator + text.dropFirst(4))
      }
    }
    for spelled in ["", " ", String(text.dropLast()), text + "A", text.lowercased(), text + text] {
      #expect(throws: (any Error).self) { try VaultID(text: spelled) }
    }
  }

  @Test("in a document has one spelling, without spaces")
  func document() throws {
    let vault = try Root().vault
    #expect(try VaultID(document: vault.text) == vault)
    for spelled in [vault.groups, vault.text + " ", " " + vault.text] {
      #expect(throws: SodiumError.invalidPublicKey) { try VaultID(document: spelled) }
    }
  }

  @Test("refuses a key id that does not follow from the key")
  func keyID() throws {
    let vault = try Root().vault
    for index in 0..<8 {
      var id = vault.minisign.keyID
      id[index] ^= 1
      let foreign = try MinisignPublicKey(keyID: id, key: vault.root)
      #expect(throws: SodiumError.invalidPublicKey) { try VaultID(text: foreign.string) }
    }
    let expected = BLAKE2b.hash(Array("memo/v1/minisign-key-id\0".utf8) + vault.bytes).prefix(8)
    #expect(vault.minisign.keyID == Array(expected))
  }

  @Test("refuses keys that are no root, and other lengths")
  func weakKeys() {
    for bytes in [
      [1] + [UInt8](repeating: 0, count: 31), [UInt8](repeating: 0, count: 32), [], [1],
    ] {
      #expect(throws: SodiumError.invalidPublicKey) { try VaultID(bytes) }
    }
  }

  @Test("hostile text throws, or is the vault's own with other spaces")
  func hostile() throws {
    let vault = try Root().vault
    for bytes in Fuzzing.hostile(Array(vault.groups.utf8), seed: "vault id") {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let parsed = try? VaultID(text: text) else { continue }
      #expect(parsed == vault)
      #expect(text.filter { $0 != " " } == vault.text)
    }
  }
}
