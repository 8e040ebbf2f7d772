// SPDX-License-Identifier: Apache-2.0
import Evidence
import Hashing
import Remote
import Sodium
import TestSupport
import Testing

@testable import Seal

@Suite("Sealed records")
struct SealedRecordTests {
  private let samples: Samples
  private let statement: Statement
  private let place: SealedRecord.Place
  private let sealed: [UInt8]

  init() throws {
    samples = try Samples()
    statement = try samples.statement(sequence: 7)
    place = Self.place(of: statement, in: samples)
    sealed = try SealedRecord.seal(
      statement, vault: samples.vault, keyRing: samples.ring, random: samples.random)
  }

  private static func place(of statement: Statement, in samples: Samples) -> SealedRecord.Place {
    SealedRecord.Place(
      vault: samples.vault, log: statement.header.log, sequence: statement.header.sequence,
      leaf: statement.header.leaf)
  }

  private func open(_ bytes: [UInt8], at place: SealedRecord.Place? = nil) throws -> Statement {
    try SealedRecord.open(bytes, at: place ?? self.place, keyRing: samples.ring)
  }

  @Test("comes back, at every size around a step of the padding")
  func roundTrip() throws {
    #expect(try open(sealed) == statement)
    let blank = try StatementDraft.blank(random: samples.random).statement(
      device: samples.ring.device, log: samples.log, sequence: 1,
      recordedAt: RecordedAt(secondsSinceEpoch: 0, offsetSeconds: 0), random: samples.random)
    let texts = [0, 1, 50, 51, 52, 53, 54, 55, 300, 5000, 100_000, 700_000].map {
      String(repeating: "x", count: $0)
    }
    for statement in try [blank] + texts.map({ try samples.statement($0) }) {
      let sealed = try SealedRecord.seal(
        statement, vault: samples.vault, keyRing: samples.ring, random: samples.random)
      let length = 8 + statement.header.encoded.count + statement.encodedOpenings.count
      #expect(sealed.count == 41 + max(1024, Int(Padme.padded(UInt64(length)))) + 16)
      #expect(try open(sealed, at: Self.place(of: statement, in: samples)) == statement)
    }
  }

  @Test("is, byte for byte, what Format.md §5 says")
  func form() throws {
    let epoch = try #require(samples.ring.epochs.last).secret
    let position = samples.log.bytes + [7, 0, 0, 0, 0, 0, 0, 0]
    let id = Samples.bytes(try Samples.derive(epoch, "epoch-id")).prefix(16)
    #expect(Array(sealed[..<17]) == [1] + id)
    let plaintext = try XChaCha20Poly1305.open(
      Array(sealed[41...]), key: Samples.derive(epoch, "record-key", position),
      nonce: Array(sealed[17..<41]),
      authenticating: Samples.label("record") + sealed[..<41] + samples.vault.bytes + position
        + SHA256.hash([0] + statement.header.encoded).bytes)
    func prefixed(_ bytes: [UInt8]) -> [UInt8] {
      [UInt8(bytes.count & 255), UInt8(bytes.count >> 8), 0, 0] + bytes
    }
    let content = prefixed(statement.header.encoded) + prefixed(statement.encodedOpenings)
    #expect(plaintext.count == 1024)
    #expect(plaintext == content + [UInt8](repeating: 0, count: 1024 - content.count))
    #expect(try SealedRecord.epoch(of: sealed).bytes == Array(id))
  }

  @Test("short statements, blanks among them, have one size")
  func oneSize() throws {
    let sizes = try ["", "x", String(repeating: "é", count: 100)].map {
      try SealedRecord.seal(
        samples.statement($0), vault: samples.vault, keyRing: samples.ring, random: samples.random
      ).count
    }
    #expect(Set(sizes) == [41 + 1024 + 16])
  }

  @Test("is never sealed twice in the same bytes")
  func fresh() throws {
    let again = try SealedRecord.seal(
      statement, vault: samples.vault, keyRing: samples.ring, random: samples.random)
    #expect(again[17..<41] != sealed[17..<41])
    #expect(again[41...] != sealed[41...])
  }

  @Test("every byte changed is refused, and named for what it is")
  func flips() throws {
    for (index, bytes) in Fuzzing.flips(of: sealed).enumerated() {
      let expected: SealError =
        switch index {
        case 0: .unknownVersion
        case 1..<17: .unknownEpoch
        default: .damaged
        }
      #expect(throws: expected, "byte \(index)") { try open(bytes) }
    }
  }

  @Test("cut, extended or invented bytes are refused")
  func lengths() throws {
    for bytes in Fuzzing.truncations(of: sealed) + [sealed + [0], sealed + sealed] {
      #expect(throws: SealError.damaged) { try open(bytes) }
    }
    for bytes in Fuzzing.noise("record") { #expect(throws: SealError.damaged) { try open(bytes) } }
    for bytes in Fuzzing.splices(of: sealed, seed: "record") where bytes != sealed {
      #expect(throws: SealError.self) { try open(bytes) }
    }
    for count in 0..<41 {
      #expect(throws: SealError.damaged) { try SealedRecord.epoch(of: Array(sealed[..<count])) }
    }
  }

  @Test("moved to another vault, log, place or leaf it does not open")
  func moved() throws {
    let other = try Samples("other")
    let places = [
      SealedRecord.Place(vault: other.vault, log: place.log, sequence: 7, leaf: place.leaf),
      SealedRecord.Place(vault: place.vault, log: other.log, sequence: 7, leaf: place.leaf),
      SealedRecord.Place(vault: place.vault, log: place.log, sequence: 8, leaf: place.leaf),
      SealedRecord.Place(vault: place.vault, log: place.log, sequence: 7 << 32, leaf: place.leaf),
      SealedRecord.Place(
        vault: place.vault, log: place.log, sequence: 7, leaf: SHA256.hash([1])),
    ]
    for place in places { #expect(throws: SealError.damaged) { try open(sealed, at: place) } }
    #expect(throws: SealError.unknownEpoch) {
      try SealedRecord.open(sealed, at: place, keyRing: other.ring)
    }
  }

  @Test("two records swapped are refused, though both are whole")
  func swapped() throws {
    let second = try samples.statement(sequence: 8)
    let other = try SealedRecord.seal(
      second, vault: samples.vault, keyRing: samples.ring, random: samples.random)
    #expect(throws: SealError.damaged) { try open(other) }
    #expect(throws: SealError.damaged) {
      try open(sealed, at: Self.place(of: second, in: samples))
    }
    // The prefix of one and the ciphertext of the other.
    let spliced = Array(sealed[..<41] + other[41...])
    #expect(throws: SealError.damaged) { try open(spliced) }
  }

  @Test("old epochs open for ever; the last one seals")
  func epochs() throws {
    let newer = try KeyRing(
      newDeviceOf: samples.recovery,
      epochs: samples.ring.epochs + [EpochKey(random: samples.random)], random: samples.random)
    #expect(try SealedRecord.open(sealed, at: place, keyRing: newer) == statement)
    let later = try SealedRecord.seal(
      statement, vault: samples.vault, keyRing: newer, random: samples.random)
    #expect(try SealedRecord.epoch(of: later) == newer.epochs.last?.id)
    #expect(throws: SealError.unknownEpoch) { try open(later) }
    // The epoch id of one and the rest of the other.
    let spliced = Array(sealed[..<1] + later[1..<17] + sealed[17...])
    #expect(throws: SealError.damaged) {
      try SealedRecord.open(spliced, at: place, keyRing: newer)
    }
  }

  // MARK: Sealed by someone who has the key

  /// Seals any plaintext for a place.
  private func forge(_ plaintext: [UInt8], at place: SealedRecord.Place? = nil) throws -> [UInt8] {
    let place = place ?? self.place
    let epoch = try samples.ring.current()
    let nonce = samples.random.bytes(24)
    let prefix: [UInt8] = [1] + epoch.id.bytes + nonce
    var data = Samples.label("record") + prefix + place.vault.bytes
    data += place.log.bytes + place.sequence.littleEndianBytes + place.leaf.bytes
    return prefix
      + (try XChaCha20Poly1305.seal(
        plaintext, key: epoch.recordKey(log: place.log, sequence: place.sequence), nonce: nonce,
        authenticating: data))
  }

  private func plaintext(_ header: [UInt8], _ openings: [UInt8]) -> [UInt8] {
    UInt32(header.count).littleEndianBytes + header + UInt32(openings.count).littleEndianBytes
      + openings
  }

  private func padded(_ content: [UInt8], to count: Int? = nil) -> [UInt8] {
    content + [UInt8](repeating: 0, count: (count ?? Padding.record(content.count)) - content.count)
  }

  @Test("padding that is not zero, too short or too long is refused")
  func padding() throws {
    let content = plaintext(statement.header.encoded, statement.encodedOpenings)
    let whole = padded(content)
    #expect(try open(forge(whole)) == statement)
    for index in content.count..<whole.count {
      var bytes = whole
      bytes[index] = 1
      let sealed = try forge(bytes)
      #expect(throws: SealError.damaged, "byte \(index)") { try open(sealed) }
    }
    for count in [1025, 1056, 1088, 2048, 4096] {
      let sealed = try forge(padded(content, to: count))
      #expect(throws: SealError.damaged, "\(count)") { try open(sealed) }
    }
    let large = try samples.statement(String(repeating: "x", count: 3000))
    let place = Self.place(of: large, in: samples)
    let content2 = plaintext(large.header.encoded, large.encodedOpenings)
    #expect(try open(forge(padded(content2), at: place), at: place) == large)
    for bytes in [content2, padded(content2).dropLast(), padded(content2) + [0]] {
      let sealed = try forge(bytes, at: place)
      #expect(throws: SealError.damaged) { try open(sealed, at: place) }
    }
  }

  @Test("lengths that lie are refused")
  func lyingLengths() throws {
    let (header, openings) = (statement.header.encoded, statement.encodedOpenings)
    let content = plaintext(header, openings)
    let always: [UInt32] = [0, 1020, .max, .max - 3, 1 << 31]
    let own = (header: UInt32(header.count), openings: UInt32(openings.count))
    let headers: [UInt32] = [own.header - 1, own.header + 1, 1016, 1021, 65_536, 65_537]
    let others: [UInt32] = [own.openings + 1, 1_048_576, 1_048_577]
    for (offset, values) in [(0, headers), (4 + header.count, others)] {
      for value in values + always {
        var bytes = padded(content)
        bytes.replaceSubrange(offset..<offset + 4, with: value.littleEndianBytes)
        let sealed = try forge(bytes)
        #expect(throws: (any Error).self, "\(value) at \(offset)") { try open(sealed) }
      }
    }
    let nothing = try forge([UInt8](repeating: 0, count: 1024))
    #expect(throws: EvidenceError.malformed) { try open(nothing) }
    let full = try forge([UInt8](repeating: 0xFF, count: 1024))
    #expect(throws: SealError.damaged) { try open(full) }
  }

  @Test("a statement sealed for a place that is not its own is refused")
  func wrongPlace() throws {
    let content = padded(plaintext(statement.header.encoded, statement.encodedOpenings))
    let other = try LogID(random: samples.random)
    for (log, sequence, leaf) in [
      (samples.log, 8, place.leaf), (other, 7, place.leaf), (samples.log, 7, SHA256.hash([1])),
    ] {
      let place = SealedRecord.Place(
        vault: samples.vault, log: log, sequence: UInt64(sequence), leaf: leaf)
      let sealed = try forge(content, at: place)
      #expect(throws: SealError.damaged) { try open(sealed, at: place) }
    }
  }

  @Test("what is sealed must be a statement")
  func notAStatement() throws {
    let header = try forge(padded(plaintext(Array("{}".utf8), [])))
    #expect(throws: EvidenceError.malformed) { try open(header) }
    let openings = try forge(padded(plaintext(statement.header.encoded, Array("e30\n".utf8))))
    #expect(throws: EvidenceError.malformed) { try open(openings) }
  }
}
