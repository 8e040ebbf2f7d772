// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import AgeFormat

@Suite("Post-quantum recipients and identities")
struct HybridTests {
  /// The example of the specification, and both ends of its recipient: the last six characters are a
  /// checksum over all 1,959.
  private let identityText =
    "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR"
  private let recipientStart =
    "age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jzxshfg87pzf5zrqtzdxz95paef6caq5aapdmwjjqpjfdyxnzr2zampc3uxy0dg4z2n2gm9su72p0pc3u0jvev55l694v78snxg3yzvcl7yda0eyytqj6a0ec477lnhcy5"
  private let recipientEnd = "efhxpfqdkmhh6gjtqmwze9pyyzk3tlhl53k2ykx3qheyty7saeq0d3fzv49zc0k"

  private func text(_ identity: HybridIdentity) throws -> String {
    try identity.text().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  @Test("parses and writes the example of the specification")
  func example() throws {
    let identity = try HybridIdentity(parsing: Array(identityText.utf8))
    #expect(try text(identity) == identityText)
    let recipient = identity.recipient.description
    #expect(recipient.count == 1959)
    #expect(recipient.hasPrefix(recipientStart) && recipient.hasSuffix(recipientEnd))
    #expect(try HybridRecipient(parsing: recipient) == identity.recipient)
    #expect(HybridRecipient(recipient) == identity.recipient)
    let secret = try SecretBytes(copying: Array(identityText.utf8))
    #expect(try HybridIdentity(parsing: secret).recipient == identity.recipient)
  }

  @Test("makes a new identity each time, whose text gives it back")
  func generated() throws {
    let one = try HybridIdentity.generate(random: SystemRandom())
    let other = try HybridIdentity.generate(random: SystemRandom())
    #expect(one.recipient != other.recipient)
    #expect(try HybridIdentity(parsing: one.text()).recipient == one.recipient)
    #expect(try hybrid("same").recipient == hybrid("same").recipient)
  }

  @Test("never prints the private key")
  func printing() throws {
    let seed = [UInt8](repeating: 0x42, count: 32)
    let identity = try HybridIdentity(seed: SecretBytes(copying: seed))
    var dumped = ""
    dump(identity, to: &dumped)
    dump(KeyIdentity.hybrid(identity), to: &dumped)
    let either = KeyIdentity.hybrid(identity)
    for printed in ["\(identity)", String(reflecting: identity), "\(either)", dumped] {
      #expect(!printed.uppercased().contains("AGE-SECRET-KEY"))
      #expect(!printed.uppercased().contains("GFPYYSJZ") && !printed.contains("66, 66, 66"))
    }
  }

  @Test("refuses another case, prefix, length or checksum")
  func malformed() throws {
    let recipient = try HybridIdentity(parsing: Array(identityText.utf8)).recipient.description
    let short = try Bech32.encode(
      hrp: "AGE-SECRET-KEY-PQ-", data: [UInt8](repeating: 1, count: 31))
    let ordinary = try Bech32.encode(hrp: "AGE-SECRET-KEY-", data: [UInt8](repeating: 1, count: 32))
    let identities = [
      "", identityText.lowercased(), identityText + "\n", " " + identityText, recipient, short,
      ordinary, String(identityText.dropLast()) + "Q",
    ]
    for text in identities {
      #expect(throws: KeyTextError.invalidIdentity, "\(text)") {
        try HybridIdentity(parsing: Array(text.utf8))
      }
    }
    let publicKey = try HybridRecipient(parsing: recipient).publicKey
    let others = try [
      Bech32.encode(hrp: "age1pq", data: publicKey + [0]),
      Bech32.encode(hrp: "age1pq", data: publicKey.dropLast()),
      Bech32.encode(hrp: "age1pq", data: [0xFF, 0xFF] + publicKey.dropFirst(2)),
      Bech32.encode(hrp: "age1pq", data: publicKey.dropLast(32) + [UInt8](repeating: 0, count: 32)),
      Bech32.encode(hrp: "age", data: publicKey),
      identity("x").recipient.description,
    ]
    for text in ["", recipient.uppercased(), recipient + " ", identityText] + others {
      #expect(throws: KeyTextError.invalidRecipient) { try HybridRecipient(parsing: text) }
    }
  }

  @Test("is told from an ordinary key by its text")
  func kinds() throws {
    let (ordinary, hybrid) = (try identity("a"), try hybrid("b"))
    for identity in [KeyIdentity.x25519(ordinary), .hybrid(hybrid)] {
      let text = try identity.text().withUnsafeBytes { Array($0) }
      let parsed = try KeyIdentity(parsing: text)
      #expect(parsed.recipient == identity.recipient)
      #expect(try KeyRecipient(parsing: identity.recipient.description) == parsed.recipient)
      #expect(KeyRecipient(identity.recipient.description) == parsed.recipient)
    }
    #expect(KeyIdentity.hybrid(hybrid).recipient.isPostQuantum)
    #expect(!KeyIdentity.x25519(ordinary).recipient.isPostQuantum)
    let tagged = try Bech32.encode(hrp: "age1tagpq", data: [1, 2, 3])
    #expect(throws: KeyTextError.unsupported) { try KeyRecipient(parsing: tagged) }
    let plugin = try Bech32.encode(hrp: "AGE-PLUGIN-YUBIKEY-", data: [1, 2, 3])
    #expect(throws: KeyTextError.unsupported) { try KeyIdentity(parsing: Array(plugin.utf8)) }
    #expect(KeyRecipient("age1pq1") == nil && KeyRecipient("AGE1PQ1") == nil)
  }

  @Test("opens its own stanza among others, and nobody else's")
  func unwrapping() throws {
    let (alice, bob, eve) = (try hybrid("alice"), try hybrid("bob"), try hybrid("eve"))
    let random = SeededRandom(seed: "wrap")
    let fileKey = try random.secret(16)
    let stanzas = try [
      Stanza(type: "grease", arguments: [], body: []),
      Stanza(type: "MLKEM768X25519", arguments: ["x"], body: []),
      alice.recipient.wrap(fileKey: fileKey, random: random),
      bob.recipient.wrap(fileKey: fileKey, random: random),
    ]
    #expect(try alice.unwrap(stanzas) == fileKey)
    #expect(try bob.unwrap(stanzas) == fileKey)
    #expect(try eve.unwrap(stanzas) == nil)
    #expect(try identity("alice").unwrap(stanzas) == nil)
    #expect(stanzas[2].arguments != stanzas[3].arguments)
  }

  @Test("refuses a malformed stanza of its type wherever it stands")
  func malformedStanza() throws {
    let alice = try hybrid("alice")
    let random = SeededRandom(seed: "wrap")
    let good = try alice.recipient.wrap(fileKey: random.secret(16), random: random)
    let enc = good.arguments[0]
    let bytes = try [UInt8](ageBase64: enc)
    let zeroPoint = bytes.dropLast(32) + [UInt8](repeating: 0, count: 32)
    // 1120 bytes end with a letter that has four bits to spare.
    let notCanonical = String(enc.dropLast()) + (enc.hasSuffix("A") ? "B" : "/")
    let bad = [
      Stanza(type: good.type, arguments: [], body: good.body),
      Stanza(type: good.type, arguments: [enc, "x"], body: good.body),
      Stanza(type: good.type, arguments: [enc + "="], body: good.body),
      Stanza(type: good.type, arguments: [notCanonical], body: good.body),
      Stanza(type: good.type, arguments: [String(enc.dropLast(2))], body: good.body),
      Stanza(type: good.type, arguments: [(bytes + [0]).ageBase64], body: good.body),
      Stanza(type: good.type, arguments: [Array(zeroPoint).ageBase64], body: good.body),
      Stanza(type: good.type, arguments: [enc], body: Array(good.body.dropLast())),
      Stanza(type: good.type, arguments: [enc], body: good.body + [0]),
      Stanza(type: good.type, arguments: [enc], body: []),
    ]
    for stanza in bad {
      #expect(throws: AgeError.headerFailure) { try alice.unwrap([stanza]) }
    }
    // The encapsulated key that cannot be one is found when it is tried, hence not after a match.
    for (index, stanza) in bad.enumerated() where index != 6 {
      #expect(throws: AgeError.headerFailure) { try alice.unwrap([stanza, good]) }
      #expect(throws: AgeError.headerFailure) { try alice.unwrap([good, stanza]) }
    }
  }

  @Test("wraps no file key of another length that would then open")
  func fileKeyLength() throws {
    let alice = try hybrid("alice")
    let random = SeededRandom(seed: "wrap")
    for count in [0, 15, 17, 32] {
      let stanza = try alice.recipient.wrap(fileKey: random.secret(count), random: random)
      #expect(throws: AgeError.headerFailure, "\(count)") { try alice.unwrap([stanza]) }
    }
  }
}
