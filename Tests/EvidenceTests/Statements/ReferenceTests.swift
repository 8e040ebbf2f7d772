// SPDX-License-Identifier: Apache-2.0
import Evidence
import Hashing
import Remote
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("References to leaves and heads")
struct ReferenceTests {
  private func text(_ value: JSONValue) throws -> String {
    String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
  }

  private func refused<Value>(
    _ value: JSONValue, _ decode: (JSONValue) throws -> Value,
    _ edits: [(inout JSONObject) -> Void]
  ) throws {
    guard case .object(let object) = value else { throw JSONError.wrongType }
    for (index, edit) in edits.enumerated() {
      var changed = object
      edit(&changed)
      #expect(throws: (any Error).self, "edit \(index)") { _ = try decode(.object(changed)) }
    }
    for other: JSONValue in [.integer(1), .array([value]), .string(""), .object(JSONObject())] {
      #expect(throws: (any Error).self) { _ = try decode(other) }
    }
  }

  @Test("a leaf is named by log, sequence and hash")
  func leaf() throws {
    let samples = try Samples()
    let reference = LeafReference(log: samples.log, sequence: 42, leaf: Samples.digest(1))
    let digest = Samples.b64(Samples.digest(1).bytes)
    #expect(
      try text(reference.json())
        == "{\"leaf\":\"\(digest)\",\"log\":\"\(samples.log)\",\"sequence\":42}")
    #expect(try LeafReference(reference.json()) == reference)
    let header = try samples.statement(.blank, sequence: 3).header
    #expect(
      LeafReference(header) == LeafReference(log: samples.log, sequence: 3, leaf: header.leaf))
    try refused(
      reference.json(), { try LeafReference($0) },
      [
        { $0["leaf"] = nil }, { $0["leaf"] = .string("AAAA") }, { $0["leaf"] = .integer(1) },
        { $0["log"] = nil }, { $0["log"] = .string("a") }, { $0["sequence"] = nil },
        { $0["sequence"] = .integer(-1) }, { $0["sequence"] = .string("1") },
      ])
  }

  @Test("a list of leaves is an array, and absent is empty")
  func list() throws {
    let samples = try Samples()
    let references = (0..<3).map {
      LeafReference(log: samples.log, sequence: $0, leaf: Samples.digest(UInt8($0)))
    }
    let value = JSONValue.array(try references.map { try $0.json() })
    let opening = try Opening(.removes, value, random: samples.random)
    #expect(try LeafReference.list(opening) == references)
    #expect(try LeafReference.list(nil).isEmpty)
    for other: JSONValue in [.integer(1), .string(""), .object(JSONObject())] {
      let opening = try Opening(.removes, other, random: samples.random)
      #expect(throws: EvidenceError.malformed) { try LeafReference.list(opening) }
    }
    let mixed = try Opening(.removes, .array([.integer(1)]), random: samples.random)
    #expect(throws: EvidenceError.malformed) { try LeafReference.list(mixed) }
  }

  @Test("a head is named by log, root and size, and by its device when it is another's")
  func head() throws {
    let samples = try Samples()
    let root = Samples.digest(2)
    let own = HeadReference(device: nil, log: samples.log, size: 9, root: root)
    #expect(
      try text(own.json())
        == "{\"log\":\"\(samples.log)\",\"root\":\"\(Samples.b64(root.bytes))\",\"size\":9}")
    let other = HeadReference(device: samples.device, log: samples.log, size: 9, root: root)
    #expect(try HeadReference(own.json()) == own)
    #expect(try HeadReference(other.json()) == other)
    #expect(own != other)
    try refused(
      other.json(), { try HeadReference($0) },
      [
        { $0["root"] = nil }, { $0["root"] = .string("AAAA") }, { $0["log"] = nil },
        { $0["log"] = .string("") }, { $0["size"] = .integer(-1) }, { $0["size"] = nil },
        { $0["device"] = .string("") }, { $0["device"] = .integer(1) },
      ])
  }

  @Test("a number that JSON cannot carry is refused, not cut")
  func hugeNumbers() throws {
    let samples = try Samples()
    for number: UInt64 in [1 << 53, 1 << 63, .max] {
      let leaf = LeafReference(log: samples.log, sequence: number, leaf: Samples.digest(1))
      let head = HeadReference(
        device: nil, log: samples.log, size: number, root: Samples.digest(1))
      #expect(throws: JSONError.integerOutOfRange) { try CanonicalJSON.encode(leaf.json()) }
      #expect(throws: JSONError.integerOutOfRange) { try CanonicalJSON.encode(head.json()) }
    }
  }
}
