// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hashing
import Remote
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Wire messages")
struct WireMessageTests {
  private static let random = SeededRandom(seed: "wire")

  private static func reference(_ first: UInt64) -> SegmentReference {
    SegmentReference(
      name: SegmentName(first: first, end: first + 3), id: ChunkID(ofSealed: random.bytes(3)))
  }

  private func check<Message: WireMessage>(_ message: Message) throws {
    let bytes = try message.encoded()
    #expect(try Message(encoded: bytes) == message)
    for end in 0..<bytes.count {
      #expect(throws: RemoteError.self) { try Message(encoded: Array(bytes[..<end])) }
    }
    // What a flipped bit gives is refused, or is a message that is written so.
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        if let other = try? Message(encoded: flipped) {
          #expect(try other.encoded() == flipped && other != message)
        }
      }
    }
    guard case .object(var object) = try CanonicalJSON.decode(bytes, limit: bytes.count) else {
      throw RemoteError.malformed
    }
    object["version"] = .integer(2)
    let later = try CanonicalJSON.encode(.object(object))
    #expect(throws: RemoteError.unknownVersion) { try Message(encoded: later) }
    object["version"] = .integer(1)
    object["zz"] = .boolean(true)
    let wider = try CanonicalJSON.encode(.object(object))
    #expect(throws: RemoteError.malformed) { try Message(encoded: wider) }
  }

  @Test("every message reads back as it was written, and nothing else does")
  func all() throws {
    let random = Self.random
    let log = try LogID(random: random)
    let device = try DeviceID(random: random)
    let boot = BootName(counter: 1, hash: SHA256.hash([2]))
    try check(
      ServerInfo(cosigner: "a+b+c", erasureDelay: 30, needsInvitation: true, time: 1_700_000_000))
    try check(
      RemoteHeads(
        boots: [boot],
        logs: [.init(log: log, device: device, size: 9, checkpoint: Array("note\n".utf8))],
        erasures: 1, time: 5))
    try check(BootList([boot]))
    try check(
      LogAppend(
        from: 3, checkpoint: Array("note\n".utf8),
        segments: [Self.reference(3), Self.reference(6)]))
    try check(
      LogState(
        device: device, size: 9, checkpoint: Array("note\n".utf8), segments: [Self.reference(0)]))
    try check(BlobList([ChunkID(ofSealed: [1]), ChunkID(ofSealed: [2])]))
    try check(
      ErasureList([
        .init(
          order: RootSigned(body: Array("{}".utf8), signature: Array("x".utf8)), notBefore: 7,
          state: .waiting)
      ]))
  }

  @Test("ids that come twice are refused")
  func duplicates() throws {
    let id = ChunkID(ofSealed: [1])
    #expect(throws: RemoteError.malformed) {
      try BlobList(encoded: BlobList([id, id]).encoded())
    }
  }

  @Test("more than the limit is refused")
  func limits() throws {
    let ids = (0...Wire.listLimit).map { ChunkID(ofSealed: Array("\($0)".utf8)) }
    #expect(throws: RemoteError.tooLarge) { try BlobList(encoded: BlobList(ids).encoded()) }
  }

  @Test("a problem document reads back, each code under its own status")
  func problems() throws {
    for code in ProblemDocument.Code.allCases {
      let problem = ProblemDocument(code, time: 12)
      #expect(try ProblemDocument(encoded: problem.encoded()) == problem)
      #expect((400...599).contains(problem.status.code))
    }
    #expect(throws: RemoteError.malformed) {
      try ProblemDocument(encoded: Array("<html>502</html>".utf8))
    }
  }

  @Test("an order to erase verifies only as what the root signed")
  func order() throws {
    let root = try Ed25519.SigningKey(seed: SecretBytes(copying: Self.random.bytes(32)))
    let vault = VaultID(root: root.publicKey)
    let log = try LogID(random: Self.random)
    let order = ErasureOrder(
      vault: vault, id: try ErasureID(random: Self.random),
      createdAt: "2021-03-14T10:00:00+01:00", delayDays: 30,
      places: [
        .init(log: log, sequence: 8, leaf: SHA256.hash([8])),
        .init(log: log, sequence: 3, leaf: SHA256.hash([3])),
      ], chunks: [ChunkID(ofSealed: [1])])
    let signed = try RootSigned(signing: order, by: root)
    #expect(try signed.verified(as: ErasureOrder.self, vault: vault) == order)
    #expect(order.places.map(\.sequence) == [3, 8])
    #expect(throws: RemoteError.self) {
      try signed.verified(as: BootRecord.self, vault: vault)
    }
    var body = signed.body
    body[body.count / 2] ^= 1
    #expect(throws: RemoteError.badSignature) {
      try RootSigned(body: body, signature: signed.signature)
        .verified(as: ErasureOrder.self, vault: vault)
    }
  }
}
