// SPDX-License-Identifier: Apache-2.0
import Evidence
import Hashing
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Openings")
struct OpeningTests {
  private static let salt = "AAECAwQFBgcICQoLDA0ODw"

  @Test("is base64url of the canonical array of salt, name and value")
  func form() throws {
    let random = SeededRandom(seed: "opening")
    let salt = Samples.b64(SeededRandom(seed: "opening").bytes(16))
    let opening = try Opening(.paidTo, .string("Été « 5 »\n"), random: random)
    #expect(
      try String(decoding: Base64.decode(opening.disclosure, .urlUnpadded), as: UTF8.self)
        == "[\"\(salt)\",\"paid_to\",\"Été « 5 »\\n\"]")
    #expect(opening.digest == SHA256.hash(Array(opening.disclosure.utf8)))
    #expect(opening.name == .paidTo)
    #expect(opening.string == "Été « 5 »\n")
    #expect(opening.object == nil)
  }

  @Test("comes back from its text, whatever the value")
  func roundTrip() throws {
    let random = SeededRandom(seed: "opening values")
    let values: [JSONValue] = [
      .string(""), .integer(-5), .boolean(true), .array([.string("a"), .array([])]),
      .object(try JSONObject(["currency": .string("EUR"), "value": .string("12.50")])),
    ]
    for value in values {
      let opening = try Opening(.amount, value, random: random)
      let parsed = try Opening(disclosure: opening.disclosure)
      #expect(parsed == opening)
      #expect(parsed.value == value)
    }
    let object = try Opening(.amount, .object(JSONObject()), random: random)
    #expect(object.object == JSONObject())
    #expect(object.string == nil)
  }

  @Test("has a fresh salt each time, so that equal values have unlike digests")
  func salts() throws {
    let random = SeededRandom(seed: "salts")
    let digests = try (0..<50).map { _ in try Opening(.child, .boolean(true), random: random).digest
    }
    #expect(Set(digests).count == 50)
  }

  @Test("takes the array in one spelling only")
  func spellings() throws {
    let salt = Self.salt
    #expect(
      try Opening(disclosure: Samples.disclosure("[\"\(salt)\",\"text\",\"x\"]")).name == .text)
    let texts = [
      // As most SD-JWT issuers write them.
      "[\"\(salt)\", \"text\", \"x\"]", "[\"\(salt)\",\"text\",\"x\"]\n",
      "[\"\(salt)\",\"te\\u0078t\",\"x\"]", "[\"\(salt)\",\"text\",1.0]",
      "[\"\(salt)\",\"text\",null]", "[\"\(salt)\",\"text\",{\"b\":1,\"a\":2}]",
      "[\"\(salt)\",\"text\",{\"a\":1,\"a\":2}]",
      // Of another shape.
      "[\"\(salt)\",\"text\"]", "[\"\(salt)\",\"x\",\"text\",\"x\"]", "[]", "[\"\(salt)\"]",
      "{\"salt\":\"\(salt)\"}", "\"\(salt)\"", "1", "",
      "[1,\"text\",\"x\"]", "[\"\(salt)\",1,\"x\"]",
      // Salts of other lengths and spellings.
      "[\"\",\"text\",\"x\"]", "[\"\(salt.dropLast())\",\"text\",\"x\"]",
      "[\"\(salt)==\",\"text\",\"x\"]", "[\"\(salt.dropLast())x\",\"text\",\"x\"]",
      "[\"\(salt)AA\",\"text\",\"x\"]", "[\"AAECAwQFBgcICQoLDA0O\",\"text\",\"x\"]",
      "[\"AAECAwQFBgcICQoLDA0ODxA\",\"text\",\"x\"]",
      // Names that are none.
      "[\"\(salt)\",\"\",\"x\"]", "[\"\(salt)\",\"Text\",\"x\"]", "[\"\(salt)\",\"te.xt\",\"x\"]",
      "[\"\(salt)\",\"te xt\",\"x\"]", "[\"\(salt)\",\"é\",\"x\"]", "[\"\(salt)\",\"text1\",\"x\"]",
      "[\"\(salt)\",\"\(String(repeating: "a", count: 65))\",\"x\"]",
    ]
    for text in texts {
      #expect(throws: EvidenceError.malformed, "\(text)") {
        try Opening(disclosure: Samples.disclosure(text))
      }
    }
  }

  @Test("takes base64url in one spelling only")
  func base64() throws {
    let text = Samples.disclosure("[\"\(Self.salt)\",\"text\",\"~~~~\"]")
    #expect(throws: Never.self) { try Opening(disclosure: text) }
    #expect(text.contains("-"))
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    for other in [text + "=", text + "\n", " " + text, standard, text + "A", text + "\0"] {
      #expect(throws: EvidenceError.malformed, "\(other)") { try Opening(disclosure: other) }
    }
    #expect(throws: EvidenceError.malformed) {
      try Opening(disclosure: String(repeating: "A", count: Statement.openingsLimit + 1))
    }
  }

  @Test("hostile text throws or is the one text of its opening")
  func hostile() throws {
    let random = SeededRandom(seed: "opening hostile")
    let opening = try Opening(.who, .object(JSONObject(["name": .string("Ã©\n")])), random: random)
    for bytes in Fuzzing.hostile(Array(opening.disclosure.utf8), seed: "opening") {
      let text = String(decoding: bytes, as: UTF8.self)
      do {
        let parsed = try Opening(disclosure: text)
        #expect(parsed.disclosure.utf8.elementsEqual(text.utf8))
        #expect(parsed.digest != opening.digest)
      } catch {
        #expect(error as? EvidenceError == .malformed, "\(error)")
      }
    }
  }
}
