// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import AgeFormat

@Suite("X25519 recipients and identities")
struct X25519Tests {
  private let identityText =
    "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
  private let recipientText = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"

  private func text(_ identity: X25519Identity) throws -> String {
    try identity.text().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  @Test("parses and writes the example of the specification")
  func example() throws {
    let identity = try X25519Identity(parsing: Array(identityText.utf8))
    #expect(try text(identity) == identityText)
    #expect(identity.recipient.description == recipientText)
    #expect(try X25519Recipient(parsing: recipientText) == identity.recipient)
    #expect(X25519Recipient(recipientText) == identity.recipient)
    let secret = try SecretBytes(copying: Array(identityText.utf8))
    #expect(try X25519Identity(parsing: secret).recipient == identity.recipient)
  }

  @Test("makes a new identity each time, whose text gives it back")
  func generated() throws {
    let one = try X25519Identity.generate(random: SystemRandom())
    let other = try X25519Identity.generate(random: SystemRandom())
    #expect(one.recipient != other.recipient)
    #expect(try X25519Identity(parsing: one.text()).recipient == one.recipient)
  }

  @Test("never prints the private key")
  func printing() throws {
    let identity = try X25519Identity(parsing: Array(identityText.utf8))
    var dumped = ""
    dump(identity, to: &dumped)
    for printed in ["\(identity)", String(reflecting: identity), dumped] {
      #expect(!printed.uppercased().contains("AGE-SECRET-KEY"))
      #expect(!printed.contains("GFPYYSJZ") && !printed.contains("66, 66"))
    }
  }

  @Test("refuses another case, prefix, length or checksum")
  func malformed() throws {
    let short = try Bech32.encode(hrp: "AGE-SECRET-KEY-", data: [UInt8](repeating: 1, count: 31))
    let identities = [
      "", identityText.lowercased(), identityText + "\n", " " + identityText, recipientText, short,
      String(identityText.dropLast()) + "Q",
    ]
    for text in identities {
      #expect(throws: KeyTextError.invalidIdentity, "\(text)") {
        try X25519Identity(parsing: Array(text.utf8))
      }
    }
    let long = try Bech32.encode(hrp: "age", data: [UInt8](repeating: 9, count: 33))
    for text in ["", recipientText.uppercased(), recipientText + " ", identityText, long] {
      #expect(throws: KeyTextError.invalidRecipient, "\(text)") {
        try X25519Recipient(parsing: text)
      }
    }
  }

  @Test("names keys of another kind as such, rather than wrong")
  func unsupported() throws {
    let seed = [UInt8](repeating: 1, count: 32)
    let hybrid = try Bech32.encode(hrp: "AGE-SECRET-KEY-PQ-", data: seed)
    let plugin = try Bech32.encode(hrp: "AGE-PLUGIN-YUBIKEY-", data: seed)
    for text in [hybrid, plugin] {
      #expect(throws: KeyTextError.unsupported) { try X25519Identity(parsing: Array(text.utf8)) }
    }
    let recipient = try Bech32.encode(hrp: "age1pq", data: [UInt8](repeating: 1, count: 1216))
    #expect(throws: KeyTextError.unsupported) { try X25519Recipient(parsing: recipient) }
  }

  /// u-coordinates of order 1, 2, 4 and 8, and two that are not reduced (RFC 7748, section 6.1).
  private static let smallOrder = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ]

  @Test("refuses a recipient of small order", arguments: smallOrder)
  func smallOrderRecipient(_ point: String) throws {
    let publicKey = try Hex.decode(point)
    #expect(throws: KeyTextError.invalidRecipient) { try X25519Recipient(publicKey: publicKey) }
    let text = try Bech32.encode(hrp: "age", data: publicKey)
    #expect(throws: KeyTextError.invalidRecipient) { try X25519Recipient(parsing: text) }
  }

  @Test("refuses a share of small order as a malformed header", arguments: smallOrder)
  func smallOrderShare(_ point: String) throws {
    let share = try Hex.decode(point)
    let stanza = X25519Stanza(share: share, body: [UInt8](repeating: 0, count: 32)).stanza
    let identity = try identity("victim")
    #expect(throws: AgeError.headerFailure) { try identity.unwrap([stanza]) }
  }

  @Test("opens its own stanza among others, and nobody else's")
  func unwrapping() throws {
    let (alice, bob, eve) = (try identity("alice"), try identity("bob"), try identity("eve"))
    let random = SeededRandom(seed: "wrap")
    let fileKey = try random.secret(16)
    let stanzas = try [
      Stanza(type: "grease", arguments: [], body: []),
      alice.recipient.wrap(fileKey: fileKey, random: random),
      bob.recipient.wrap(fileKey: fileKey, random: random),
    ]
    #expect(try alice.unwrap(stanzas) == fileKey)
    #expect(try bob.unwrap(stanzas) == fileKey)
    #expect(try eve.unwrap(stanzas) == nil)
    #expect(stanzas[1].arguments != stanzas[2].arguments)
  }

  @Test("refuses a malformed stanza of its type wherever it stands")
  func malformedStanza() throws {
    let alice = try identity("alice")
    let random = SeededRandom(seed: "wrap")
    let good = try alice.recipient.wrap(fileKey: random.secret(16), random: random)
    let share = good.arguments[0]
    let bad = [
      Stanza(type: "X25519", arguments: [], body: good.body),
      Stanza(type: "X25519", arguments: [share, "x"], body: good.body),
      Stanza(type: "X25519", arguments: [share + "="], body: good.body),
      Stanza(type: "X25519", arguments: [String(share.dropLast())], body: good.body),
      Stanza(type: "X25519", arguments: [share + "AAAA"], body: good.body),
      Stanza(type: "X25519", arguments: good.arguments, body: Array(good.body.dropLast())),
      Stanza(type: "X25519", arguments: good.arguments, body: good.body + [0]),
    ]
    for stanza in bad {
      #expect(throws: AgeError.headerFailure) { try alice.unwrap([stanza, good]) }
      #expect(throws: AgeError.headerFailure) { try alice.unwrap([good, stanza]) }
    }
  }
}
