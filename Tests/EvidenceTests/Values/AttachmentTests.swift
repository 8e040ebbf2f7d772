// SPDX-License-Identifier: Apache-2.0
import Evidence
import Hashing
import Remote
import Sodium
import TestSupport
import Testing
import TransparencyLog

import struct Evidence.Attachment

@Suite("Attachments and their secrets")
struct AttachmentTests {
  private func attachment(
    nature: Attachment.Nature? = .received, partial: String? = "pages 3 à 5", size: UInt64 = 12,
    order: Int = 2
  ) throws -> Attachment {
    Attachment(
      id: try PieceID([UInt8](repeating: 7, count: 16)), name: "lettre été.pdf",
      mediaType: "application/pdf", size: size, sha256: Samples.digest(1), nature: nature,
      partial: partial, order: order)
  }

  private func secret(_ chunks: AttachmentSecret.Chunks) throws -> AttachmentSecret {
    AttachmentSecret(
      id: try PieceID([UInt8](repeating: 7, count: 16)), key: [0, 1, 0xFF], chunks: chunks)
  }

  private func refused<Value>(
    _ value: JSONValue, _ decode: (JSONValue) throws -> Value,
    _ edits: [(inout JSONObject) -> Void]
  ) throws {
    guard case .object(let object) = value else { throw JSONError.wrongType }
    _ = try decode(value)
    for (index, edit) in edits.enumerated() {
      var changed = object
      edit(&changed)
      #expect(throws: (any Error).self, "edit \(index)") { _ = try decode(.object(changed)) }
    }
    for other: JSONValue in [.integer(1), .array([value]), .string(""), .object(JSONObject())] {
      #expect(throws: (any Error).self) { _ = try decode(other) }
    }
  }

  @Test("an attachment says what Format.md gives, and comes back")
  func attachmentText() throws {
    let value = try attachment().json()
    let digest = Samples.b64(Samples.digest(1).bytes)
    let expected = """
      {"digest":"\(digest)","id":"a4dqobyha4dqobyha4dqobyha4","media_type":"application/pdf",\
      "name":"lettre été.pdf","nature":"received","order":2,"partial":"pages 3 à 5","size":12}
      """
    #expect(String(decoding: try CanonicalJSON.encode(value), as: UTF8.self) == expected)
    #expect(try Attachment(value) == attachment())
    let natures = [nil] + Attachment.Nature.allCases.map(Optional.some)
    for nature in natures {
      let bare = try attachment(nature: nature, partial: nil, size: 0, order: 0)
      #expect(try Attachment(bare.json()) == bare)
    }
  }

  @Test("an attachment with a member missing or of another shape is refused")
  func attachmentRefused() throws {
    try refused(
      attachment().json(), { try Attachment($0) },
      [
        { $0["digest"] = nil }, { $0["digest"] = .string("AAAA") }, { $0["digest"] = .integer(1) },
        { $0["id"] = nil }, { $0["id"] = .string("A4DQOBYHA4DQOBYHA4DQOBYHA4") },
        { $0["name"] = nil }, { $0["name"] = .integer(1) }, { $0["media_type"] = nil },
        { $0["size"] = nil }, { $0["size"] = .integer(-1) }, { $0["size"] = .string("1") },
        { $0["order"] = .integer(-1) }, { $0["order"] = .string("1") },
        { $0["nature"] = .integer(1) }, { $0["partial"] = .boolean(true) },
      ])
  }

  @Test("a nature or member of a later version is not in the way")
  func attachmentLater() throws {
    guard case .object(var object) = try attachment().json() else { throw JSONError.wrongType }
    object["nature"] = .string("later")
    object["later"] = .integer(1)
    #expect(try Attachment(.object(object)) == attachment(nature: nil))
  }

  @Test("a size that JSON cannot carry is refused, not cut", arguments: [1 << 53, 1 << 63, .max])
  func hugeSize(_ size: UInt64) throws {
    let value = try attachment(size: size).json()
    #expect(throws: JSONError.integerOutOfRange) { try CanonicalJSON.encode(value) }
  }

  @Test("a secret names its chunks one after the other, or its list chunks")
  func secrets() throws {
    let ids = (UInt8(0)..<64).map { ChunkID(ofSealed: [$0]) }
    for count in [0, 1, 64] {
      let some = Array(ids.prefix(count))
      let text = Samples.b64(some.flatMap(\.bytes))
      for (chunks, key) in [
        (AttachmentSecret.Chunks.direct(some), "chunks"), (.list(some), "list"),
      ] {
        let value = try secret(chunks).json()
        let expected =
          key == "chunks"
          ? "{\"chunks\":\"\(text)\",\"id\":\"a4dqobyha4dqobyha4dqobyha4\",\"key\":\"AAH_\"}"
          : "{\"id\":\"a4dqobyha4dqobyha4dqobyha4\",\"key\":\"AAH_\",\"list\":\"\(text)\"}"
        #expect(String(decoding: try CanonicalJSON.encode(value), as: UTF8.self) == expected)
        #expect(try AttachmentSecret(value) == secret(chunks))
      }
    }
  }

  @Test("what a piece tells is an optional member; a kind of a later version counts as unread")
  func traces() throws {
    let bare = try secret(.direct([]))
    #expect(try AttachmentSecret(bare.json()).traces == nil)
    let told = AttachmentSecret(
      id: bare.id, key: bare.key, chunks: bare.chunks,
      traces: TraceFinding(found: [.location, .author]))
    let text = String(decoding: try CanonicalJSON.encode(told.json()), as: UTF8.self)
    #expect(text.contains(#""traces":{"found":["author","location"],"scanner":3}"#))
    #expect(try AttachmentSecret(told.json()) == told && told.traces?.isCurrent == true)
    guard case .object(var object) = try told.json() else { throw JSONError.wrongType }
    let later = try JSONObject(["found": .array([.string("later")]), "scanner": .integer(0)])
    object["traces"] = .object(later)
    let read = try AttachmentSecret(.object(object)).traces
    #expect(read?.found == [.unread] && read?.isCurrent == false)
    for wrong: JSONValue in [.string("x"), .object(JSONObject()), .array([])] {
      object["traces"] = wrong
      #expect(throws: (any Error).self) { try AttachmentSecret(.object(object)) }
    }
  }

  @Test("a secret with both lists, none, or ids that are not whole is refused")
  func secretRefused() throws {
    let id = ChunkID(ofSealed: [1])
    try refused(
      secret(.direct([id])).json(), { try AttachmentSecret($0) },
      [
        { $0["list"] = $0["chunks"] }, { $0["chunks"] = nil }, { $0["chunks"] = .string("AAAA") },
        { $0["chunks"] = .string(Samples.b64(id.bytes + [0])) },
        { $0["chunks"] = .string(Samples.b64(id.bytes.dropLast())) },
        { $0["chunks"] = .string(Samples.b64(id.bytes) + "=") }, { $0["chunks"] = .array([]) },
        { $0["key"] = nil }, { $0["key"] = .string("=") }, { $0["id"] = nil },
        { $0["id"] = .string("") },
      ])
    for count in [1, 31, 33, 63] {
      #expect(throws: EvidenceError.malformed) {
        try AttachmentSecret.ids([UInt8](repeating: 0, count: count))
      }
    }
    #expect(try AttachmentSecret.ids([]).isEmpty)
  }
}
