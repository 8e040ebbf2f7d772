// SPDX-License-Identifier: Apache-2.0
import Hashing
import Remote
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Device revocation")
struct DeviceRevocationTests {
  private func refused(_ edit: (inout JSONObject) throws -> Void) throws {
    let root = try Root()
    let signed = try root.sign(root.revocation(), editing: edit)
    #expect(throws: RemoteError.malformed) {
      try signed.verified(as: DeviceRevocation.self, vault: root.vault)
    }
  }

  @Test("is the text that Format.md gives")
  func text() throws {
    let root = try Root()
    let revocation = try root.revocation(logs: ["a"])
    let digest = Base64.encode(SHA256.hash([0]).bytes, .urlUnpadded)
    let expected = """
      {"created_at":"2026-01-02T03:04:05+01:00","device":"\(revocation.device)",\
      "logs":[{"log":"\(try Ids.log("a"))","root":"\(digest)","size":0}],\
      "type":"device.revocation","vault":"\(root.vault.text)","version":1}
      """
    #expect(String(decoding: try revocation.encoded(), as: UTF8.self) == expected)
  }

  @Test("accepts each log up to its size, and a log that it does not name not at all")
  func acceptedSize() throws {
    let revocation = try Root().revocation()
    #expect(revocation.acceptedSize(of: try Ids.log("a")) == 0)
    #expect(revocation.acceptedSize(of: try Ids.log("b")) == 1)
    #expect(revocation.acceptedSize(of: try Ids.log("c")) == 2)
    #expect(revocation.acceptedSize(of: try Ids.log("unnamed")) == 0)
    #expect(zip(revocation.logs, revocation.logs.dropFirst()).allSatisfy { $0.log < $1.log })
  }

  @Test("a device without logs can be revoked")
  func noLogs() throws {
    let root = try Root()
    let revocation = try root.revocation(logs: [])
    #expect(
      try root.sign(revocation).verified(as: DeviceRevocation.self, vault: root.vault)
        == revocation)
  }

  @Test("refuses logs out of order or named twice")
  func order() throws {
    try refused { try $0.edit("logs") { $0.reverse() } }
    try refused { try $0.edit("logs") { $0.append($0[$0.count - 1]) } }
    try refused { try $0.edit("logs") { $0.swapAt(0, 1) } }
  }

  @Test("refuses a head of another shape")
  func heads() throws {
    let edits: [(inout JSONObject) -> Void] = [
      { $0["size"] = .integer(-1) }, { $0["size"] = .string("1") }, { $0["size"] = nil },
      { $0["root"] = .string("AAAA") }, { $0["root"] = nil }, { $0["log"] = .string("aaaa") },
      { $0["log"] = nil }, { $0["other"] = .integer(1) },
      { $0["device"] = .string("aaaaaaaaaaaaaaaaaaaaaaaaaa") },
    ]
    for edit in edits { try refused { try $0.edit("logs") { try $0[0].edit(edit) } } }
    try refused { try $0.edit("logs") { $0[0] = .integer(1) } }
  }

  @Test("refuses to write a size that JSON cannot carry")
  func hugeSize() throws {
    let root = try Root()
    for size: UInt64 in [1 << 53, 1 << 63, .max] {
      let revocation = DeviceRevocation(
        vault: root.vault, createdAt: Root.moment, device: try root.certificate().device,
        logs: [LogHead(log: try Ids.log("a"), size: size, root: SHA256.hash([]))])
      #expect(throws: JSONError.integerOutOfRange) { try revocation.encoded() }
    }
  }
}
