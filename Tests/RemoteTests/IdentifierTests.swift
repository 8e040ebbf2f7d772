// SPDX-License-Identifier: Apache-2.0
import Remote
import Sodium
import TestSupport
import Testing

@Suite("Ids")
struct IdentifierTests {
  @Test("an id is 16 bytes and 26 characters, and comes back from both")
  func roundTrip() throws {
    let random = SeededRandom(seed: "ids")
    for _ in 0..<100 {
      let bytes = random.bytes(16)
      let id = try LogID(bytes)
      #expect(id.bytes == bytes)
      #expect(id.description.utf8.count == 26)
      #expect(id.description == Base32.encode(bytes))
      #expect(try LogID(text: id.description) == id)
      #expect(try LogID(bytes[...]) == id)
    }
    #expect(
      try SubjectID(random: SeededRandom(seed: "a")).bytes == SeededRandom(seed: "a").bytes(16))
  }

  @Test("refuses other lengths", arguments: [0, 1, 8, 15, 17, 32])
  func lengths(_ count: Int) {
    #expect(throws: SodiumError.invalidLength) { try DeviceID([UInt8](repeating: 1, count: count)) }
  }

  @Test("refuses every text but the canonical one")
  func texts() throws {
    let text = try LogID([UInt8](repeating: 0xA7, count: 16)).description
    let rest = text.dropFirst()
    var refused = ["", String(text.dropLast()), text + "a", text.uppercased(), text + "="]
    refused += [" " + text, text + "\n", "0" + rest, "1" + rest, "é" + rest.dropFirst()]
    // The two bits beyond the sixteenth byte.
    refused += ["5", "6", "7"].map { text.dropLast() + $0 }
    #expect(text.hasSuffix("4"))
    for other in refused {
      #expect(throws: SodiumError.self, "\(other.debugDescription)") { try LogID(text: other) }
    }
    for noise in Fuzzing.noise("id texts") {
      let text = String(decoding: noise, as: UTF8.self)
      if let id = try? LogID(text: text) { #expect(id.description == text) }
    }
  }

  @Test("compares as bytes")
  func order() throws {
    let random = SeededRandom(seed: "order")
    let ids = try (0..<200).map { index in
      // Half of them share their first eight bytes.
      try EpochID(
        index < 100 ? random.bytes(16) : [UInt8](repeating: 9, count: 8) + random.bytes(8))
    }
    for (left, right) in zip(ids, ids.dropFirst()) {
      #expect((left < right) == left.bytes.lexicographicallyPrecedes(right.bytes))
      #expect((left == right) == (left.bytes == right.bytes))
    }
    #expect(Set(ids).count == 200)
  }

  @Test("a chunk's id is the hash of its sealed bytes, and 32 bytes long")
  func chunks() throws {
    let id = ChunkID(ofSealed: [1, 2, 3])
    #expect(id.bytes == BLAKE2b.hash([1, 2, 3]))
    #expect(id.description.utf8.count == 52)
    #expect(try ChunkID(text: id.description) == id)
    #expect(try ChunkID(id.bytes) == id)
    for count in [0, 16, 31, 33] {
      #expect(throws: SodiumError.invalidLength) {
        try ChunkID([UInt8](repeating: 0, count: count))
      }
    }
    for text in ["", id.description.uppercased(), id.description + "a", "../" + id.description] {
      #expect(throws: SodiumError.self) { try ChunkID(text: text) }
    }
  }

  @Test("an origin names vault, device and log, each in its one spelling")
  func origin() throws {
    let root = try Root()
    let (device, log) = (try root.certificate().device, try Ids.log("a"))
    let origin = Origin(vault: root.vault, device: device, log: log).description
    #expect(
      origin == "memo/\(Base32.encode(root.vault.bytes))/\(Base32.encode(device.bytes))/"
        + Base32.encode(log.bytes))
    #expect(origin.utf8.count == 5 + 52 + 1 + 26 + 1 + 26)
  }

  @Test("integers are little-endian, and read from exactly their bytes")
  func byteCoding() {
    #expect(UInt16(0x0102).littleEndianBytes == [2, 1])
    #expect(UInt32(0x0102_0304).littleEndianBytes == [4, 3, 2, 1])
    #expect(UInt64(1).littleEndianBytes == [1, 0, 0, 0, 0, 0, 0, 0])
    #expect(UInt32(littleEndianBytes: [0xFE, 0xFF, 0xFF, 0xFF] as [UInt8]) == UInt32.max - 1)
    #expect(UInt64(littleEndianBytes: [UInt8](repeating: 0xFF, count: 8)) == .max)
    for count in [0, 1, 3, 5, 8] {
      #expect(UInt32(littleEndianBytes: [UInt8](repeating: 0, count: count)) == nil)
    }
  }
}
