// SPDX-License-Identifier: Apache-2.0
import Hashing
import Remote
import Sodium
import TestSupport
import Testing
import TransparencyLog

@Suite("Boot record")
struct BootRecordTests {
  private func verify(_ signed: RootSigned, _ root: Root) throws -> BootRecord {
    try signed.verified(as: BootRecord.self, vault: root.vault)
  }

  private func refused(
    as error: RemoteError = .malformed, _ comment: Comment? = nil,
    _ edit: (inout JSONObject) throws -> Void
  ) throws {
    let root = try Root()
    let signed = try root.sign(root.boot(), editing: edit)
    #expect(throws: error, comment) { try verify(signed, root) }
  }

  @Test("is the text that Format.md gives")
  func text() throws {
    let root = try Root()
    let record = try root.firstBoot()
    let signed = record.devices[0].certificate
    let certificate = try CanonicalJSON.encode(
      .string(String(decoding: signed.body, as: UTF8.self)))
    let signature = try CanonicalJSON.encode(
      .string(String(decoding: signed.signature, as: UTF8.self)))
    let epoch = record.epochs[0]
    let wrap = try #require(epoch.wraps[record.devices[0].id])
    let expected = """
      {"counter":1,"devices":[{"certificate":\(String(decoding: certificate, as: UTF8.self)),\
      "certificate_signature":\(String(decoding: signature, as: UTF8.self))}],\
      "epochs":[{"devices":[{"device":"\(record.devices[0].id)",\
      "wrap":"\(Base64.encode(wrap, .urlUnpadded))"}],"epoch":"\(epoch.id)",\
      "escrow":"\(Base64.encode(epoch.escrow, .urlUnpadded))"}],"previous":[],\
      "type":"boot.record","vault":"\(root.vault.text)","version":1}
      """
    #expect(String(decoding: try record.encoded(), as: UTF8.self) == expected)
  }

  @Test("the first record replaces none, every later one some")
  func counters() throws {
    let root = try Root()
    let devices = [try root.device("first")]
    let epochs = [try root.epoch("one", devices: ["first"])]
    let hash = SHA256.hash([1])
    for (counter, previous) in [(0, []), (-1, []), (0, [hash]), (1, [hash]), (2, [])] {
      #expect(throws: RemoteError.malformed, "\(counter)") {
        try BootRecord(
          vault: root.vault, counter: Int64(counter), devices: devices, epochs: epochs,
          previous: previous)
      }
    }
    let united = try BootRecord(
      vault: root.vault, counter: 3, devices: devices, epochs: epochs,
      previous: [hash, SHA256.hash([2])])
    #expect(try verify(root.sign(united), root) == united)
    try refused { $0["counter"] = .integer(1) }
    try refused { $0["previous"] = .array([]) }
    try refused { $0["previous"] = .array([.string("AAAA")]) }
    try refused { $0["previous"] = .array([.integer(1)]) }
  }

  @Test("holds each device once, ascending by id")
  func deviceOrder() throws {
    let root = try Root()
    let names = ["first", "second", "third", "fourth"]
    let record = try BootRecord(
      vault: root.vault, counter: 1, devices: names.map { try root.device($0) },
      epochs: [root.epoch("one", devices: ["first"])], previous: [])
    #expect(zip(record.devices, record.devices.dropFirst()).allSatisfy { $0.id < $1.id })
    #expect(throws: RemoteError.malformed) {
      try BootRecord(
        vault: root.vault, counter: 1, devices: [root.device("first"), root.device("first")],
        epochs: [root.epoch("one", devices: ["first"])], previous: [])
    }
    #expect(throws: RemoteError.malformed) {
      try BootRecord(
        vault: root.vault, counter: 1, devices: [root.device("first")], epochs: [], previous: [])
    }
    #expect(throws: RemoteError.malformed) {
      try BootRecord(
        vault: root.vault, counter: 1, devices: [root.device("first")],
        epochs: [root.epoch("one", devices: ["second"])], previous: [])
    }
    try refused { try $0.edit("devices") { $0.reverse() } }
    try refused { try $0.edit("devices") { $0.append($0[0]) } }
    try refused { try $0.edit("devices") { $0[1] = $0[0] } }
  }

  @Test("holds each epoch once")
  func epochs() throws {
    try refused { try $0.edit("epochs") { $0.append($0[0]) } }
    try refused { try $0.edit("epochs") { $0[0] = .integer(1) } }
    let edits: [(inout JSONObject) -> Void] = [
      { $0["epoch"] = .string("AAAA") }, { $0["escrow"] = .string("=") }, { $0["escrow"] = nil },
      { $0["devices"] = nil }, { $0["later"] = .integer(1) },
      { $0["devices"] = .array([.integer(1)]) },
    ]
    for (index, edit) in edits.enumerated() {
      try refused("edit \(index)") { try $0.edit("epochs") { try $0[0].edit(edit) } }
    }
  }

  @Test("holds one wrap for each device, ascending by id")
  func wraps() throws {
    func edit(_ body: (inout [JSONValue]) throws -> Void) throws {
      try refused { try $0.edit("epochs") { try $0[0].edit { try $0.edit("devices", body) } } }
    }
    try edit { $0.reverse() }
    try edit { $0.append($0[1]) }
    try edit { $0[1] = $0[0] }
    try edit { try $0[0].edit { $0["wrap"] = nil } }
    try edit { try $0[0].edit { $0["wrap"] = .string("A") } }
    try edit { try $0[0].edit { $0["device"] = .string("a") } }
    try edit { try $0[0].edit { $0["later"] = .integer(1) } }
    try edit { $0[0] = .string("") }
  }

  @Test("a revocation and its signature come together, and are of that device")
  func revocations() throws {
    let root = try Root()
    let boot = try root.boot()
    let revoked = try #require(boot.devices.firstIndex { $0.revocation != nil })
    func edit(as error: RemoteError, _ body: (inout JSONObject) throws -> Void) throws {
      try refused(as: error) { try $0.edit("devices") { try $0[revoked].edit(body) } }
    }
    func text(_ bytes: [UInt8]) -> JSONValue { .string(String(decoding: bytes, as: UTF8.self)) }
    try edit(as: .malformed) { $0["revocation"] = nil }
    try edit(as: .malformed) { $0["revocation_signature"] = nil }
    try edit(as: .malformed) { $0["certificate_signature"] = nil }
    try edit(as: .malformed) { $0["later"] = .integer(1) }
    let other = try root.sign(root.revocation("second"))
    try edit(as: .badSignature) { $0["revocation"] = text(other.body) }
    try edit(as: .wrongDevice) {
      $0["revocation"] = text(other.body)
      $0["revocation_signature"] = text(other.signature)
    }
    // A certificate is no revocation, though the root signed it.
    let certificate = try root.sign(root.certificate("first"))
    try edit(as: .malformed) {
      $0["revocation"] = text(certificate.body)
      $0["revocation_signature"] = text(certificate.signature)
    }
    #expect(throws: RemoteError.wrongDevice) {
      try BootRecord.Device(certificate: certificate, revocation: other, vault: root.vault)
    }
  }

  @Test("refuses a device that another root certified")
  func foreignDevice() throws {
    let (root, other) = (try Root(), try Root("other"))
    let foreign = try other.sign(other.certificate("first"))
    #expect(throws: RemoteError.badSignature) {
      try BootRecord.Device(certificate: foreign, revocation: nil, vault: root.vault)
    }
    try refused(as: .badSignature) {
      try $0.edit("devices") {
        try $0[0].edit {
          $0["certificate"] = .string(String(decoding: foreign.body, as: UTF8.self))
          $0["certificate_signature"] = .string(
            String(decoding: foreign.signature, as: UTF8.self))
        }
      }
    }
  }

  @Test("refuses to sign more than four mebibytes")
  func limit() throws {
    let root = try Root()
    let epoch = BootRecord.Epoch(
      id: try EpochID(random: SeededRandom(seed: "e")),
      escrow: [UInt8](repeating: 1, count: 3 << 20), wraps: [:])
    let record = try BootRecord(
      vault: root.vault, counter: 1, devices: [root.device("first")], epochs: [epoch],
      previous: [])
    #expect(throws: RemoteError.tooLarge) { try root.sign(record) }
  }
}
