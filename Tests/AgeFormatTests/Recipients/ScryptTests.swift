// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import AgeFormat

@Suite("scrypt recipients and identities")
struct ScryptTests {
  private func secret(_ text: String) throws -> SecretBytes {
    try SecretBytes(copying: Array(text.utf8))
  }

  private func wrapped(_ workFactor: Int = 2) throws -> (SecretBytes, Stanza) {
    let random = SeededRandom(seed: "scrypt")
    let fileKey = try random.secret(16)
    let recipient = try ScryptRecipient(passphrase: secret("été"), workFactor: workFactor)
    return (fileKey, try recipient.wrap(fileKey: fileKey, random: random))
  }

  @Test("opens with the passphrase and with no other")
  func passphrases() throws {
    let (fileKey, stanza) = try wrapped()
    #expect(try ScryptIdentity(passphrase: secret("été")).unwrap([stanza]) == fileKey)
    #expect(try ScryptIdentity(passphrase: secret("hiver")).unwrap([stanza]) == nil)
    #expect(try ScryptIdentity(passphrase: secret("")).unwrap([stanza]) == nil)
    #expect(try identity("x").unwrap([stanza]) == nil)
  }

  @Test("refuses more work than its limit before doing it")
  func limit() throws {
    let (fileKey, stanza) = try wrapped(3)
    let limited = try ScryptIdentity(passphrase: secret("été"), maximumWorkFactor: 2)
    #expect(throws: AgeError.headerFailure) { try limited.unwrap([stanza]) }
    let enough = try ScryptIdentity(passphrase: secret("été"), maximumWorkFactor: 3)
    #expect(try enough.unwrap([stanza]) == fileKey)
    let default23 = Stanza(
      type: "scrypt", arguments: [stanza.arguments[0], "23"], body: stanza.body)
    let identity = try ScryptIdentity(passphrase: secret("été"))
    #expect(throws: AgeError.headerFailure) { try identity.unwrap([default23]) }
  }

  @Test(
    "refuses a work factor that is not a plain decimal number",
    arguments: [
      "", "0", "00", "01", "010", "+2", "-2", "2 ", "0x2", "2a", "a", "²", "٢", "100",
      "18446744073709551618", "4294967298",
    ])
  func workFactors(_ text: String) throws {
    let (_, stanza) = try wrapped()
    let changed = Stanza(type: "scrypt", arguments: [stanza.arguments[0], text], body: stanza.body)
    let identity = try ScryptIdentity(passphrase: secret("été"), maximumWorkFactor: 30)
    #expect(throws: AgeError.headerFailure) { try identity.unwrap([changed]) }
  }

  @Test("refuses a malformed stanza, and one that is not alone")
  func malformed() throws {
    let (_, stanza) = try wrapped()
    let salt = stanza.arguments[0]
    let identity = try ScryptIdentity(passphrase: secret("été"))
    let bad = [
      [Stanza(type: "scrypt", arguments: [], body: stanza.body)],
      [Stanza(type: "scrypt", arguments: [salt], body: stanza.body)],
      [Stanza(type: "scrypt", arguments: [salt, "2", "x"], body: stanza.body)],
      [Stanza(type: "scrypt", arguments: [salt + "A", "2"], body: stanza.body)],
      [Stanza(type: "scrypt", arguments: [String(salt.dropLast()), "2"], body: stanza.body)],
      [Stanza(type: "scrypt", arguments: [salt, "2"], body: stanza.body + [0])],
      [stanza, stanza], [stanza, Stanza(type: "grease", arguments: [], body: [])],
    ]
    for stanzas in bad {
      #expect(throws: AgeError.headerFailure) { try identity.unwrap(stanzas) }
    }
  }

  @Test("refuses a work factor outside 1 to 30 when it is chosen")
  func chosen() throws {
    let passphrase = try secret("x")
    for factor in [Int.min, -1, 0, 31, .max] {
      #expect(throws: SealingError.invalidWorkFactor) {
        try ScryptRecipient(passphrase: passphrase, workFactor: factor)
      }
      #expect(throws: SealingError.invalidWorkFactor) {
        try ScryptIdentity(passphrase: passphrase, maximumWorkFactor: factor)
      }
    }
  }
}
