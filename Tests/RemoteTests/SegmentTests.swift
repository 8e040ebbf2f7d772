// SPDX-License-Identifier: Apache-2.0
import Hashing
import Remote
import Sodium
import TestSupport
import Testing

@Suite("Segments of frames") struct SegmentTests {
  private let log: LogID
  private let frames: [Frame]

  init() throws {
    log = try LogID((0..<16).map { UInt8($0) })
    frames = try [
      Frame(leaf: SHA256.hash([1]), sealed: [UInt8](repeating: 7, count: 1081)),
      Frame(leaf: SHA256.hash([2]), sealed: nil),
      Frame(leaf: SHA256.hash([3]), sealed: [UInt8](repeating: 9, count: 2000)),
    ]
  }

  @Test("the bytes are those of Sync.md")
  func vector() throws {
    let bytes = try Segment(log: log, first: 258, frames: Array(frames[1...1])).encoded
    #expect(
      Hex.encode(bytes)
        == "6d656d6f73656701" + "000102030405060708090a0b0c0d0e0f" + "0201000000000000"
        + "01000000" + "01" + Hex.encode(SHA256.hash([2]).bytes) + "00000000")
    #expect(
      try Segment(encoded: bytes).name.description == "0000000000000102-0000000000000103")
  }

  @Test("what was written is read, byte for byte")
  func roundTrip() throws {
    let segment = try Segment(log: log, first: 5, frames: frames)
    #expect(try Segment(encoded: segment.encoded) == segment)
    #expect(segment.end == 8)
  }

  @Test("hostile bytes throw, or are another segment that is written as it was read")
  func fuzz() throws {
    let bytes = try Segment(log: log, first: 5, frames: Array(frames.prefix(2))).encoded
    for hostile in Fuzzing.hostile(bytes, seed: "segment") {
      if let read = try? Segment(encoded: hostile) { #expect(read.encoded == hostile) }
    }
    #expect(throws: RemoteError.malformed) { try Segment(encoded: bytes + [0]) }
  }

  @Test("sizes beyond the limits are refused before anything is allocated for them")
  func limits() throws {
    var bytes = try Segment(log: log, first: 5, frames: frames).encoded
    bytes.replaceSubrange(32..<36, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: RemoteError.tooLarge) { try Segment(encoded: bytes) }
    #expect(throws: RemoteError.malformed) { try Segment(log: log, first: 0, frames: []) }
    #expect(throws: RemoteError.malformed) {
      try Segment(log: log, first: .max, frames: frames)
    }
    #expect(throws: RemoteError.malformed) {
      try Frame(leaf: SHA256.hash([]), sealed: [UInt8](repeating: 0, count: 1080))
    }
    #expect(throws: RemoteError.tooLarge) {
      try Frame(leaf: SHA256.hash([]), sealed: [UInt8](repeating: 0, count: (2 << 20) + 1))
    }
    #expect(throws: RemoteError.tooLarge) {
      try Segment(encoded: [UInt8](repeating: 0, count: Segment.limit + 1))
    }
  }

  @Test("another version is named as such")
  func version() throws {
    var bytes = try Segment(log: log, first: 5, frames: frames).encoded
    bytes[7] = 2
    #expect(throws: RemoteError.unknownVersion) { try Segment(encoded: bytes) }
    bytes[7] = 1
    bytes[36] = 2
    #expect(throws: RemoteError.unknownVersion) { try Segment(encoded: bytes) }
  }

  @Test("a writer cuts at the usual size and count, without a gap")
  func writer() throws {
    var writer = SegmentWriter(log: log, first: 3)
    var segments: [Segment] = []
    for index in 0..<2500 {
      let sealed = index % 100 == 0 ? [UInt8](repeating: 1, count: 200_000) : nil
      let frame = try Frame(leaf: SHA256.hash([UInt8(index & 255)]), sealed: sealed)
      if let full = try writer.append(frame) { segments.append(full) }
    }
    if let last = try writer.finish() { segments.append(last) }
    #expect(try writer.finish() == nil)
    #expect(segments.first?.first == 3 && segments.last?.end == 2503)
    #expect(zip(segments, segments.dropFirst()).allSatisfy { $0.end == $1.first })
    #expect(segments.allSatisfy { $0.encoded.count <= Segment.usualSize })
  }

  @Test("only names as they are written are names")
  func names() {
    let name = "0000000000000000-00000000000000ff"
    #expect(SegmentName(text: name) == SegmentName(first: 0, end: 255))
    for bad in [
      "", "-", "0-1", name.uppercased(), name + "-", "00000000000000ff-0000000000000000",
      "0000000000000001-0000000000000001", "0000000000000000-ffffffffffffffff",
      "0000000000000000-0000000000001001", "+000000000000000-00000000000000ff",
    ] { #expect(SegmentName(text: bad) == nil, "\(bad)") }
  }

  @Test("a boot record leaves as it is, and hostile bytes throw")
  func bootRecord() throws {
    let signed = RootSigned(body: [1, 2, 3], signature: [4, 5])
    #expect(signed.encoded == [3, 0, 0, 0, 1, 2, 3, 2, 0, 0, 0, 4, 5])
    #expect(try RootSigned(encoded: signed.encoded) == signed)
    for hostile in Fuzzing.hostile(signed.encoded, seed: "boot") {
      if let read = try? RootSigned(encoded: hostile) { #expect(read.encoded == hostile) }
    }
  }
}
