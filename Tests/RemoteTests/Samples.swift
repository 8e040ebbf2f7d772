// SPDX-License-Identifier: Apache-2.0
import Hashing
import Remote
import Sodium
import TestSupport
import TransparencyLog

/// A root key that is the same in every run, and documents that it may sign.
struct Root {
  let key: Ed25519.SigningKey
  var vault: VaultID { VaultID(root: key.publicKey) }
  static let moment = "2026-01-02T03:04:05+01:00"

  init(_ seed: String = "root") throws { key = try Keys.make(seed) }

  func sign(_ document: some RootDocument) throws -> RootSigned {
    try RootSigned(signing: document, by: key)
  }

  /// Signs any bytes at all, as only the holder of the root key could.
  func sign(bytes: [UInt8]) throws -> RootSigned {
    RootSigned(
      body: bytes,
      signature: try MinisignSignature.sign(
        message: bytes, key: key, keyID: vault.minisign.keyID, trustedComment: "memo v1",
        untrustedComment: "memo"
      ).encoded)
  }

  /// Changes the members of a document and signs the outcome.
  func sign(
    _ document: some RootDocument, editing edit: (inout JSONObject) throws -> Void
  ) throws -> RootSigned {
    let json = try CanonicalJSON.decode(document.encoded(), limit: 1 << 22)
    guard case .object(var object) = json else { throw JSONError.wrongType }
    try edit(&object)
    return try sign(bytes: CanonicalJSON.encode(.object(object)))
  }

  func certificate(_ seed: String = "device") throws -> DeviceCertificate {
    DeviceCertificate(
      vault: vault, createdAt: Self.moment, log: try Keys.make(seed + " log").publicKey,
      request: try Keys.make(seed + " request").publicKey,
      dossier: try Keys.make(seed + " dossier").publicKey)
  }

  func revocation(
    _ seed: String = "device", logs: [String] = ["a", "b", "c"]
  ) throws -> DeviceRevocation {
    DeviceRevocation(
      vault: vault, createdAt: Self.moment, device: try certificate(seed).device,
      logs: try logs.enumerated().map { index, seed in
        LogHead(log: try Ids.log(seed), size: UInt64(index), root: SHA256.hash([UInt8(index)]))
      })
  }

  func device(_ seed: String, revoked: Bool = false) throws -> BootRecord.Device {
    try BootRecord.Device(
      certificate: sign(certificate(seed)), revocation: revoked ? sign(revocation(seed)) : nil,
      vault: vault)
  }

  func epoch(_ seed: String, devices: [String]) throws -> BootRecord.Epoch {
    let random = SeededRandom(seed: "epoch " + seed)
    let wraps = try devices.map { (try certificate($0).device, random.bytes(105)) }
    return BootRecord.Epoch(
      id: try EpochID(random: random), escrow: random.bytes(105),
      wraps: Dictionary(wraps) { first, _ in first })
  }

  /// The second record of a vault whose first device was revoked.
  func boot() throws -> BootRecord {
    try BootRecord(
      vault: vault, counter: 2, devices: [device("first", revoked: true), device("second")],
      epochs: [
        epoch("one", devices: ["first", "second"]), epoch("two", devices: ["second"]),
      ], previous: [SHA256.hash([1])])
  }

  func firstBoot() throws -> BootRecord {
    try BootRecord(
      vault: vault, counter: 1, devices: [device("first")],
      epochs: [epoch("one", devices: ["first"])], previous: [])
  }
}

enum Keys {
  static func make(_ seed: String) throws -> Ed25519.SigningKey {
    try Ed25519.SigningKey(seed: SeededRandom(seed: seed).secret(Ed25519.seedCount))
  }
}

enum Ids {
  static func log(_ seed: String) throws -> LogID {
    try LogID(random: SeededRandom(seed: "log " + seed))
  }
}

extension JSONObject {
  /// Changes the objects of an array member.
  mutating func edit(_ key: String, _ body: (inout [JSONValue]) throws -> Void) throws {
    var values = try array(key)
    try body(&values)
    self[key] = .array(values)
  }
}

extension JSONValue {
  /// Changes an object in place.
  mutating func edit(_ body: (inout JSONObject) throws -> Void) throws {
    guard case .object(var object) = self else { throw JSONError.wrongType }
    try body(&object)
    self = .object(object)
  }
}
