// SPDX-License-Identifier: Apache-2.0
import Foundation
import Hashing
import Sodium
import TestSupport
import Testing

@testable import AgeFormat

@Suite("age vectors", .enabled(if: Vectors.areAvailable, "vectors not found"))
struct AgeVectorTests {
  @Test("every vector ends as it says, and releases what it says")
  func outcomes() throws {
    var counts = (run: 0, hybrid: 0, unknown: 0)
    for vector in try AgeVector.all() {
      if vector.hasUnknownKey {
        counts.unknown += 1
      } else {
        try check(vector)
        counts.run += 1
        if vector.hasHybridIdentity { counts.hybrid += 1 }
      }
    }
    print(
      "age vectors: \(counts.run) run, \(counts.hybrid) of them hybrid, 0 not yet, "
        + "\(counts.unknown) with unknown keys")
    #expect(counts.run > 0)
  }

  private func check(_ vector: AgeVector) throws {
    let identities = try vector.identities()
    check(Opening(vector.file, identities), vector, "detected")
    check(.piecemeal(vector.file, identities), vector, "piecemeal")
    let framing: Framing = vector.isArmored ? .armored : .binary
    check(Opening(vector.file, identities, framing: framing), vector, "told")
  }

  private func check(_ opening: Opening, _ vector: AgeVector, _ way: String) {
    let outcome = opening.error.map { ($0 as? AgeError).map(AgeVector.Outcome.init) } ?? .success
    #expect(outcome == vector.expectation, "\(vector.name), \(way)")
    if let payload = vector.payload {
      #expect(
        Hex.encode(SHA256.hash(opening.released).bytes) == payload, "\(vector.name), \(way)")
    } else {
      #expect(opening.released.isEmpty || vector.isArmored, "\(vector.name), \(way)")
    }
  }

  @Test("every header vector that parses is encoded again to the same bytes")
  func headersRoundTrip() throws {
    var count = 0
    for vector in try AgeVector.all() where !vector.isArmored && !vector.hasUnknownKey {
      guard vector.expectation != .headerFailure else { continue }
      let source = BufferedSource(ArraySource(vector.file))
      var reader = HeaderReader(source)
      let encoded = try reader.read().encoded
      #expect(vector.file.starts(with: encoded), "\(vector.name)")
      #expect(try source.peek(vector.file.count) == Array(vector.file.dropFirst(encoded.count)))
      count += 1
    }
    print("age header vectors: \(count)")
    #expect(count > 0)
  }

  @Test("every payload vector that opens is sealed again to the same bytes")
  func payloadsRoundTrip() throws {
    var count = 0
    for vector in try AgeVector.all() where !vector.isArmored && !vector.hasUnknownKey {
      guard vector.expectation == .success, let key = vector.fileKey else { continue }
      let source = BufferedSource(ArraySource(vector.file))
      var reader = HeaderReader(source)
      _ = try reader.read()
      let nonceAndPayload = try source.peek(vector.file.count)
      let fileKey = try #require(FileKey(SecretBytes(copying: key)))
      let payloadKey = try fileKey.payloadKey(nonce: Array(nonceAndPayload.prefix(16)))
      let payload = Array(nonceAndPayload.dropFirst(16))
      #expect(try reseal(payload, key: payloadKey) == payload, "\(vector.name)")
      count += 1
    }
    print("age payload vectors: \(count)")
    #expect(count > 0)
  }

  private func reseal(_ payload: [UInt8], key: SecretBytes) throws -> [UInt8] {
    let reader = PayloadReader(source: ArraySource(payload), key: key)
    let sealed = Collected()
    let writer = PayloadWriter(key: key, output: sealed.append)
    while try reader.withNext(limit: 1000, { try writer.write($0) }) != nil {}
    try writer.finish()
    return sealed.bytes
  }

  @Test("every armor vector that decodes is encoded again to the same text")
  func armorRoundTrips() throws {
    var count = 0
    for vector in try AgeVector.all() where vector.isArmored && !vector.hasUnknownKey {
      guard vector.expectation != .armorFailure else { continue }
      let decoded = try readAll(ArmorReader(ArraySource(vector.file)))
      let text = Collected()
      let writer = ArmorWriter(output: text.append)
      try decoded.withUnsafeBytes { try writer.write($0) }
      try writer.finish()
      // Whitespace around the armor and carriage returns are tolerated, never written.
      let expected = String(decoding: vector.file, as: UTF8.self)
        .replacingOccurrences(of: "\r\n", with: "\n")
        .trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(String(decoding: text.bytes, as: UTF8.self) == expected + "\n", "\(vector.name)")
      count += 1
    }
    print("age armor vectors: \(count)")
    #expect(count > 0)
  }
}

/// Everything a source has.
func readAll(_ source: some ByteSource) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1000)
  while true {
    let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}
