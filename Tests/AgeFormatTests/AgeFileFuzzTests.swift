// SPDX-License-Identifier: Apache-2.0
import Foundation
import Sodium
import TestSupport
import Testing

@testable import AgeFormat

/// Nothing but authentic plaintext, in order, ever comes out; and nothing traps.
@Suite("Hostile age files")
struct AgeFileFuzzTests {
  private static let chunk = AgeV1.chunkCount

  @Test("throw at every truncation of a small file", arguments: [Framing.binary, .armored])
  func truncated(_ framing: Framing) throws {
    let identity = try identity("owner")
    let file = try seal(Array("abc".utf8), to: [identity.recipient], framing: framing)
    // The last line feed of armor may be missing.
    for count in 0..<file.count - (framing == .armored ? 1 : 0) {
      let opening = Opening(Array(file.prefix(count)), [identity])
      #expect(opening.ageError != nil, "\(count)")
      #expect(opening.released.isEmpty || framing == .armored, "\(count)")
    }
  }

  @Test("throw at every changed bit of a small file")
  func changedBits() throws {
    let identity = try identity("owner")
    let file = try seal(Array("abc".utf8), to: [identity.recipient])
    for bit in 0..<file.count * 8 {
      var changed = file
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      let opening = Opening(changed, [identity])
      #expect(opening.ageError != nil, "\(bit)")
      #expect(opening.released.isEmpty, "\(bit)")
    }
  }

  @Test("throw at changed bytes of a passphrase file, without doing unbounded work")
  func changedPassphraseFile() throws {
    let secret = try SecretBytes(copying: [1, 2, 3])
    let file = try seal([7], to: [ScryptRecipient(passphrase: secret, workFactor: 2)])
    let identity = try ScryptIdentity(passphrase: secret, maximumWorkFactor: 4)
    for index in file.indices {
      for change in [UInt8(1), 2, 0x80] {
        var changed = file
        changed[index] ^= change
        #expect(Opening(changed, [identity]).ageError != nil, "\(index)")
      }
    }
  }

  @Test("release exactly the chunks before a changed byte, a cut or a continuation")
  func largeFile() throws {
    let identity = try identity("owner")
    let plaintext = SeededRandom(seed: "large").bytes(18 * Self.chunk + 10)
    let file = try seal(plaintext, to: [identity.recipient])
    let start = 184
    let random = SeededRandom(seed: "where")
    for round in 0..<40 {
      let sample = random.bytes(4)
      let offset = sample.reduce(0) { $0 << 8 | Int($1) } % (file.count - start)
      let intact = offset / AgeV1.sealedChunkCount * Self.chunk
      var changed = file
      changed[start + offset] ^= 0x10
      expect(Opening(changed, [identity]), plaintext.prefix(intact), "changed, \(round)")
      expect(
        Opening(Array(file.prefix(start + offset)), [identity]), plaintext.prefix(intact),
        "cut, \(round)")
    }
    expect(Opening(file + [0], [identity]), plaintext.prefix(18 * Self.chunk), "continued")
    expect(Opening(file + file, [identity]), plaintext.prefix(18 * Self.chunk), "doubled")
  }

  @Test("release no chunk that is out of its place")
  func reordered() throws {
    let identity = try identity("owner")
    let plaintext = SeededRandom(seed: "order").bytes(4 * Self.chunk)
    let file = try seal(plaintext, to: [identity.recipient])
    let head = Array(file.prefix(184))
    let chunks = stride(from: 184, to: file.count, by: AgeV1.sealedChunkCount).map {
      Array(file[$0...].prefix(AgeV1.sealedChunkCount))
    }
    let orders: [([Int], Int)] = [
      ([1, 0, 2, 3], 0), ([0, 2, 1, 3], 1), ([0, 0, 1, 2, 3], 1), ([0, 1, 3], 2), ([3], 0),
      ([0, 1, 2], 3), ([0, 1, 2, 3, 3], 4), ([], 0),
    ]
    for (order, intact) in orders {
      let opening = Opening(head + order.flatMap { chunks[$0] }, [identity])
      expect(opening, plaintext.prefix(intact * Self.chunk), "\(order)")
    }
    #expect(Opening(head + chunks.flatMap { $0 }, [identity]).error == nil)
  }

  @Test("refuse an empty final chunk after others")
  func emptyFinalChunk() throws {
    let key = try SecretBytes(copying: [UInt8](repeating: 5, count: 32))
    var sealed = Array(repeating: UInt8(0), count: AgeV1.sealedChunkCount)
    let plain = [UInt8](repeating: 1, count: Self.chunk)
    try plain.withUnsafeBytes { plain in
      try sealed.withUnsafeMutableBytes {
        try ChaCha20Poly1305.seal(
          plain, into: $0, key: key, nonce: ChunkCounter().nonce(isFinal: false))
      }
    }
    let final = try ChaCha20Poly1305.seal(
      SecretBytes(copying: []), key: key, nonce: ChunkCounter(value: 1).nonce(isFinal: true))
    let reader = PayloadReader(source: ArraySource(sealed + final), key: key)
    #expect(try reader.withNext(limit: .max) { Array($0) } == plain)
    for _ in 0..<2 {
      #expect(throws: AgeError.payloadFailure) { try reader.withNext(limit: .max) { $0.count } }
    }
  }

  @Test("are told apart by what is wrong with them")
  func classes() throws {
    let identity = try identity("owner")
    let file = try seal([1, 2, 3], to: [identity.recipient])
    // Version line 22 bytes, arguments 54, body 44, MAC line 48, nonce 16, chunk 19.
    let places: [(Int, AgeError)] = [
      (20, .headerFailure), (40, .noMatch), (80, .noMatch), (120, .headerFailure),
      (130, .hmacFailure), (170, .payloadFailure), (190, .payloadFailure),
    ]
    for (place, error) in places {
      var changed = file
      // Another letter of the base64 alphabet, where there is one.
      changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(Opening(changed, [identity]).ageError == error, "\(place)")
    }
    #expect(Opening(Array(file.prefix(180)), [identity]).ageError == .headerFailure)
    #expect(Opening(Array(file.prefix(184)), [identity]).ageError == .payloadFailure)
  }

  @Test("are not authentic with a stanza added, removed or moved")
  func stanzasChanged() throws {
    let (one, two) = (try identity("one"), try identity("two"))
    let file = try seal([1, 2, 3], to: [one.recipient, two.recipient])
    let decryptor = try AgeDecryptor(source: ArraySource(file), identities: [one])
    let header = decryptor.header
    let payload = file.dropFirst(header.encoded.count)
    let grease = Stanza(type: "grease", arguments: [], body: [])
    for stanzas in [
      header.stanzas + [grease], [grease] + header.stanzas, [header.stanzas[0]],
      header.stanzas.reversed(),
    ] {
      let changed = Header(stanzas: stanzas, mac: header.mac).encoded + payload
      #expect(Opening(changed, [one]).ageError == .hmacFailure)
    }
    #expect(Opening(header.encoded + payload, [one]).error == nil)
  }

  @Test("that were meant to be armored are refused as such")
  func detection() throws {
    let identity = try identity("owner")
    let text = String(
      decoding: try seal([1], to: [identity.recipient], framing: .armored), as: UTF8.self)
    let variants = [
      "garbage\n" + text, text.lowercased(), "-" + text,
      "\u{feff}" + text,
      text.replacingOccurrences(of: "FILE", with: "MESSAGE"), " " + text, text + ".",
    ]
    for variant in variants {
      #expect(Opening(Array(variant.utf8), [identity]).ageError == .armorFailure, "\(variant)")
    }
    #expect(Opening(Array(text.utf8), [identity]).released == [1])
    #expect(Opening(Array(text.utf8), [identity], framing: .binary).ageError == .headerFailure)
    let binary = try seal([1], to: [identity.recipient])
    #expect(Opening(binary, [identity], framing: .armored).ageError == .armorFailure)
  }

  @Test("throw for noise, with and without a familiar beginning")
  func noise() throws {
    let identity = try identity("owner")
    let random = SeededRandom(seed: "file noise")
    let beginnings = [
      "", "age-encryption.org/v1\n", "age-encryption.org/v1\n-> X25519 ", "-----BEGIN AGE ",
      "-----BEGIN AGE ENCRYPTED FILE-----\n", "  \n",
    ]
    for beginning in beginnings {
      for count in 0..<100 {
        let opening = Opening(Array(beginning.utf8) + random.bytes(count * 3), [identity])
        #expect(opening.ageError == .headerFailure || opening.ageError == .armorFailure)
        #expect(opening.released.isEmpty)
      }
    }
  }

  private func expect(_ opening: Opening, _ released: ArraySlice<UInt8>, _ what: String) {
    #expect(opening.ageError == .payloadFailure, "\(what)")
    #expect(opening.released == Array(released), "\(what)")
  }
}
