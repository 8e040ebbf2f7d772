// SPDX-License-Identifier: Apache-2.0
import Sodium
import TestSupport
import Testing

@testable import AgeFormat

@Suite("Age files for post-quantum keys")
struct HybridFileTests {
  @Test("open to what was sealed, at every size around a chunk", arguments: AgeFileTests.sizes)
  func roundTrip(_ size: Int) throws {
    let owner = try hybrid("owner")
    let plaintext = SeededRandom(seed: "plaintext \(size)").bytes(size)
    for framing in [Framing.binary, .armored] {
      let file = try seal(plaintext, to: [owner.recipient], framing: framing)
      let opening = Opening(file, [owner])
      #expect(opening.error == nil, "\(framing)")
      #expect(opening.released == plaintext, "\(framing)")
      #expect(Opening.piecemeal(file, [owner]).released == plaintext, "\(framing)")
    }
  }

  @Test("open for each of several recipients and for nobody else")
  func recipients() throws {
    let people = try (0..<5).map { try hybrid("person \($0)") }
    let file = try seal([1, 2, 3], to: people.map(\.recipient))
    for person in people { #expect(Opening(file, [person]).released == [1, 2, 3]) }
    let strangers: [any AgeIdentity] = [try hybrid("stranger"), try identity("person 0")]
    #expect(Opening(file, strangers).ageError == .noMatch)
    #expect(Opening(file, strangers + [people[4]]).released == [1, 2, 3])
  }

  @Test("are never for both kinds of key, nor for a passphrase beside one")
  func mixed() throws {
    let (old, new) = (try identity("a").recipient, try hybrid("b").recipient)
    let passphrase = try ScryptRecipient(passphrase: SecretBytes(copying: [1]), workFactor: 2)
    let mixes: [[any AgeRecipient]] = [
      [old, new], [new, old], [new, new, old],
      [KeyRecipient.hybrid(new), KeyRecipient.x25519(old)],
    ]
    for mix in mixes {
      #expect(throws: SealingError.postQuantumMixed) { try seal([], to: mix) }
      #expect(throws: SealingError.postQuantumMixed) { try AgeEncryptor.check(mix) }
    }
    #expect(throws: SealingError.passphraseNotAlone) { try seal([], to: [passphrase, new]) }
    for alike: [any AgeRecipient] in [[old, old], [new, KeyRecipient.hybrid(new)], [passphrase]] {
      #expect(throws: Never.self) { try AgeEncryptor.check(alike) }
    }
  }

  @Test("made elsewhere for both kinds still open for either")
  func mixedElsewhere() throws {
    let (old, new) = (try identity("a"), try hybrid("b"))
    let random = SeededRandom(seed: "mixed")
    let fileKey = try FileKey.generate(random: random)
    let stanzas = try [
      old.recipient.wrap(fileKey: fileKey.secret, random: random),
      new.recipient.wrap(fileKey: fileKey.secret, random: random),
    ]
    let header = try Header(stanzas: stanzas, fileKey: fileKey)
    let nonce = random.bytes(AgeV1.payloadNonceCount)
    let payload = Collected()
    let writer = PayloadWriter(
      key: try fileKey.payloadKey(nonce: nonce), output: payload.append)
    try writer.finish()
    let file = header.encoded + nonce + payload.bytes
    let identities: [any AgeIdentity] = [old, new]
    for identity in identities { #expect(Opening(file, [identity]).error == nil) }
  }

  @Test("have no more recipients than their own reader takes")
  func tooMany() throws {
    let recipient = try hybrid("owner").recipient
    #expect(throws: SealingError.tooManyRecipients) {
      try seal([], to: [HybridRecipient](repeating: recipient, count: 700))
    }
    let file = try seal([7], to: [HybridRecipient](repeating: recipient, count: 600))
    #expect(Opening(file, [try hybrid("owner")]).released == [7])
  }

  @Test("throw at every truncation and at every changed byte, and release nothing")
  func hostile() throws {
    let owner = try hybrid("owner")
    let file = try seal(Array("abc".utf8), to: [owner.recipient])
    for count in 0..<file.count {
      let opening = Opening(Array(file.prefix(count)), [owner])
      #expect(opening.ageError != nil && opening.released.isEmpty, "\(count)")
    }
    for index in file.indices {
      for change: UInt8 in [1, 0x20, 0x80] {
        var changed = file
        changed[index] ^= change
        let opening = Opening(changed, [owner])
        #expect(opening.ageError != nil && opening.released.isEmpty, "\(index)")
      }
    }
  }

  @Test("are told apart by what is wrong with them")
  func classes() throws {
    let owner = try hybrid("owner")
    let header = try AgeDecryptor(
      source: ArraySource(seal([], to: [owner.recipient])), identities: [owner]
    ).header
    func outcome(_ stanzas: [Stanza]) -> AgeError? {
      let file =
        Header(stanzas: stanzas, mac: header.mac).encoded + [UInt8](repeating: 0, count: 32)
      return Opening(file, [owner]).ageError
    }
    let good = header.stanzas[0]
    var body = good.body
    body[3] ^= 1
    #expect(outcome([Stanza(type: good.type, arguments: good.arguments, body: body)]) == .noMatch)
    let other = try hybrid("other").recipient.wrap(
      fileKey: SeededRandom(seed: "k").secret(16), random: SystemRandom())
    #expect(outcome([other]) == .noMatch)
    #expect(outcome([good, other]) == .hmacFailure)
    #expect(
      outcome([Stanza(type: "X25519", arguments: good.arguments, body: good.body)]) == .noMatch)
    #expect(
      outcome([Stanza(type: good.type, arguments: good.arguments + ["x"], body: good.body)])
        == .headerFailure)
    #expect(outcome([good]) == .payloadFailure)
  }
}
