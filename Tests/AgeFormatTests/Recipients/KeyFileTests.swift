// SPDX-License-Identifier: Apache-2.0
import AgeFormat
import Sodium
import TestSupport
import Testing

@Suite("Files of keys")
struct KeyFileTests {
  private func text(_ identity: X25519Identity) throws -> String {
    try identity.text().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  @Test("reads identities among comments and blank lines, with either line ending or none")
  func identities() throws {
    let (one, two) = (try identity("one"), try identity("two"))
    let lines = [
      "# created: today", "# public key: \(one.recipient)", try text(one), "", try text(two),
    ]
    for ending in ["\n", "\r\n"] {
      for last in ["", ending] {
        let bytes = Array((lines.joined(separator: ending) + last).utf8)
        #expect(
          try IdentityFile(bytes).identities.map(\.recipient)
            == [.x25519(one.recipient), .x25519(two.recipient)])
        let secret = try SecretBytes(copying: bytes)
        #expect(try IdentityFile(secret).identities.count == 2)
      }
    }
  }

  @Test("reads recipients the same way")
  func recipients() throws {
    let (one, two) = (try identity("one").recipient, try identity("two").recipient)
    let text = "# lawyers\r\n\(one)\r\n\n\(two)"
    #expect(try RecipientsFile(Array(text.utf8)).recipients == [.x25519(one), .x25519(two)])
  }

  @Test("holds both kinds of key")
  func bothKinds() throws {
    let (old, new) = (try identity("one"), try hybrid("two"))
    let newText = try new.text().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    let file = Array("# ours\n\(newText)\n\(try text(old))\n".utf8)
    let recipients = [KeyRecipient.hybrid(new.recipient), .x25519(old.recipient)]
    #expect(try IdentityFile(file).identities.map(\.recipient) == recipients)
    let list = Array("\(new.recipient)\r\n\(old.recipient)".utf8)
    #expect(try RecipientsFile(list).recipients == recipients)
  }

  @Test("names the line that it refuses")
  func lines() throws {
    let key = try text(identity("one"))
    let hybrid = try Bech32.encode(
      hrp: "AGE-SECRET-KEY-PQ-", data: [UInt8](repeating: 1, count: 31))
    let plugin = try Bech32.encode(hrp: "AGE-PLUGIN-YUBIKEY-", data: [1])
    let cases: [(String, KeyTextError)] = [
      ("# a\n\n\(key)\nAGE-SECRET-KEY-1\n", .line(4, .invalidIdentity)),
      ("\(key) \n", .line(1, .invalidIdentity)), (" \n", .line(1, .invalidIdentity)),
      ("\(key)\n\(hybrid)", .line(2, .invalidIdentity)),
      ("\(key)\n\(plugin)", .line(2, .unsupported)), ("", .empty), ("# a\n\n\r\n", .empty),
    ]
    for (text, error) in cases {
      #expect(throws: error, "\(text)") { try IdentityFile(Array(text.utf8)) }
    }
    #expect(throws: KeyTextError.line(2, .invalidRecipient)) {
      try RecipientsFile(Array("#\n\(key)\n".utf8))
    }
    #expect(throws: KeyTextError.tooLarge) {
      try RecipientsFile([UInt8](repeating: UInt8(ascii: "\n"), count: 2_000_000))
    }
  }

  @Test("survives truncation, changed bits and noise")
  func hostile() throws {
    let bytes = Array("# x\n\(try text(identity("one")))\n".utf8)
    for count in 0..<bytes.count - 1 {
      #expect(throws: KeyTextError.self) { try IdentityFile(Array(bytes.prefix(count))) }
    }
    for index in 4..<bytes.count - 1 {
      var changed = bytes
      changed[index] ^= 1
      #expect(throws: KeyTextError.self, "\(index)") { try IdentityFile(changed) }
    }
    let noise = SeededRandom(seed: "key noise")
    for count in 1..<200 {
      let bytes = [UInt8(ascii: "A")] + noise.bytes(count)
      #expect(throws: KeyTextError.self) { try IdentityFile(bytes) }
      #expect(throws: KeyTextError.self) { try RecipientsFile(bytes) }
    }
  }
}
