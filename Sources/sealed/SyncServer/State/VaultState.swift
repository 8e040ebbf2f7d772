// SPDX-License-Identifier: Apache-2.0
internal import Hashing
internal import Remote
internal import Sodium
internal import TransparencyLog

/// What admission and heads need of a vault, in one object, replaced only if it is as it was read. It names boot
/// records and orders to erase that are stored before it names them.
struct VaultState: Equatable, Sendable {
  struct Device: Equatable, Sendable {
    let certificate: DeviceCertificate
    /// The strictest of all that the root signed.
    var revocation: DeviceRevocation?
  }

  let vault: VaultID
  /// In the order in which they came.
  var boots: [BootName] = []
  /// What the boot records that are here replaced, whether or not it is here.
  var replaced: Set<SHA256Digest> = []
  var devices: [DeviceID: Device] = [:]
  /// Named here once they are there, so that one that gets lost is missed.
  var logs: Set<LogID> = []
  /// In the order in which they came.
  var erasures: [StoredErasure] = []

  init(vault: VaultID) { self.vault = vault }

  var counter: Int64 { boots.map(\.counter).max() ?? 0 }

  /// Takes in a boot record that the root signed.
  mutating func add(_ record: BootRecord, as name: BootName) throws {
    if !boots.contains(name) { boots.append(name) }
    replaced.formUnion(record.previous)
    for device in record.devices {
      let certificate = try device.certificate.verified(as: DeviceCertificate.self, vault: vault)
      let revocation = try device.revocation?.verified(as: DeviceRevocation.self, vault: vault)
      let known = devices[device.id]?.revocation
      devices[device.id] = Device(
        certificate: certificate,
        revocation: DeviceRevocation.strictest([known, revocation].compactMap(\.self)))
    }
  }
}

extension VaultState {
  func encoded() throws -> [UInt8] {
    let devices = try devices.sorted { $0.key < $1.key }.map { _, device in
      var members: [String: JSONValue] = [
        "certificate": .object(try JSONObject(device.certificate.members()))
      ]
      if let revocation = device.revocation {
        members["revocation"] = .object(try JSONObject(revocation.members()))
      }
      return JSONValue.object(try JSONObject(members))
    }
    return try StateJSON.encode([
      "boots": .array(boots.map { .string($0.description) }), "devices": .array(devices),
      "erasures": .array(try erasures.map { try $0.json() }),
      "logs": .array(logs.sorted().map { .string($0.description) }),
      "replaced": .array(replaced.map { Base32.encode($0.bytes) }.sorted().map { .string($0) }),
    ])
  }

  init(encoded bytes: [UInt8], vault: VaultID) throws {
    let object = try StateJSON.decode(bytes)
    try object.requireOnly(keys: ["boots", "devices", "erasures", "logs", "replaced"])
    self.vault = vault
    boots = try object.texts(of: "boots").map { text in
      guard let name = BootName(text: text) else { throw StorageError.damaged }
      return name
    }
    replaced = Set(
      try object.texts(of: "replaced").map { text in
        guard let digest = SHA256Digest(try Base32.decode(text)) else { throw StorageError.damaged }
        return digest
      })
    for device in try object.objects(of: "devices") {
      let certificate = try DeviceCertificate(
        vault: vault, members: device.object("certificate"))
      let revocation = try device["revocation"].map { _ in
        try DeviceRevocation(vault: vault, members: device.object("revocation"))
      }
      devices[certificate.device] = Device(certificate: certificate, revocation: revocation)
    }
    logs = Set(try object.texts(of: "logs").map { try LogID(text: $0) })
    erasures = try object.objects(of: "erasures").map(StoredErasure.init)
  }
}
