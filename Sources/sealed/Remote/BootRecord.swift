// SPDX-License-Identifier: Apache-2.0
public import Hashing
internal import Sodium
public import TransparencyLog

/// The public shell of a boot record: devices, revocations and epoch wraps as opaque bytes. `Seal`
/// alone opens the wraps.
public struct BootRecord: RootDocument, Equatable {
  public static let type = "boot.record"
  public static let limit = 4 << 20

  /// A device ever certified, and its revocation if any.
  public struct Device: Equatable, Sendable {
    public let certificate: RootSigned
    public let revocation: RootSigned?
    public let id: DeviceID

    public init(certificate: RootSigned, revocation: RootSigned?, vault: VaultID) throws {
      id = try certificate.verified(as: DeviceCertificate.self, vault: vault).device
      self.certificate = certificate
      self.revocation = revocation
      if let revocation {
        guard try revocation.verified(as: DeviceRevocation.self, vault: vault).device == id else {
          throw RemoteError.wrongDevice
        }
      }
    }
  }

  /// An epoch key, wrapped for the kit and for each device that was not revoked.
  public struct Epoch: Equatable, Sendable {
    public let id: EpochID
    public let escrow: [UInt8]
    public let wraps: [DeviceID: [UInt8]]

    public init(id: EpochID, escrow: [UInt8], wraps: [DeviceID: [UInt8]]) {
      self.id = id
      self.escrow = escrow
      self.wraps = wraps
    }
  }

  public let vault: VaultID
  public let counter: Int64
  /// Ascending by id.
  public let devices: [Device]
  /// In order of creation.
  public let epochs: [Epoch]
  /// SHA-256 of each record that this one replaces.
  public let previous: [SHA256Digest]

  public init(
    vault: VaultID, counter: Int64, devices: [Device], epochs: [Epoch], previous: [SHA256Digest]
  ) throws {
    self.vault = vault
    self.counter = counter
    self.devices = devices.sorted { $0.id < $1.id }
    self.epochs = epochs
    self.previous = previous
    guard counter >= 1, (counter == 1) == previous.isEmpty,
      zip(self.devices, self.devices.dropFirst()).allSatisfy({ $0.id < $1.id }),
      !devices.isEmpty, !epochs.isEmpty, Set(epochs.map(\.id)).count == epochs.count,
      Set(previous).count == previous.count
    else { throw RemoteError.malformed }
    let known = Set(self.devices.map(\.id))
    guard epochs.allSatisfy({ known.isSuperset(of: $0.wraps.keys) }) else {
      throw RemoteError.malformed
    }
  }

  public func members() throws -> [String: JSONValue] {
    [
      "counter": .integer(counter),
      "devices": .array(try devices.map { try Self.json($0) }),
      "epochs": .array(try epochs.map { try Self.json($0) }),
      "previous": .array(previous.map { .string(Base64.encode($0.bytes, .urlUnpadded)) }),
    ]
  }

  public init(vault: VaultID, members: JSONObject) throws {
    try members.requireOnly(keys: [
      "counter", "devices", "epochs", "previous", "type", "vault", "version",
    ])
    let devices = try members.array("devices").map { try Self.device($0, vault) }
    try self.init(
      vault: vault, counter: members.integer("counter"), devices: devices,
      epochs: members.array("epochs").map(Self.epoch),
      previous: members.array("previous").map { value in
        guard case .string(let text) = value,
          let digest = SHA256Digest(try Base64.decode(text, .urlUnpadded))
        else { throw RemoteError.malformed }
        return digest
      })
    guard devices == self.devices else { throw RemoteError.malformed }
  }

  private static func json(_ device: Device) throws -> JSONValue {
    var members: [String: JSONValue] = [
      "certificate": text(device.certificate.body),
      "certificate_signature": text(device.certificate.signature),
    ]
    if let revocation = device.revocation {
      members["revocation"] = text(revocation.body)
      members["revocation_signature"] = text(revocation.signature)
    }
    return .object(try JSONObject(members))
  }

  private static func text(_ bytes: [UInt8]) -> JSONValue {
    .string(String(decoding: bytes, as: UTF8.self))
  }

  private static func device(_ value: JSONValue, _ vault: VaultID) throws -> Device {
    guard case .object(let object) = value else { throw RemoteError.malformed }
    try object.requireOnly(keys: [
      "certificate", "certificate_signature", "revocation", "revocation_signature",
    ])
    let revocation: RootSigned? =
      switch (
        try object.optionalString("revocation"), try object.optionalString("revocation_signature")
      ) {
      case (nil, nil): nil
      case (let body?, let signature?):
        RootSigned(body: Array(body.utf8), signature: Array(signature.utf8))
      default: throw RemoteError.malformed
      }
    return try Device(
      certificate: RootSigned(
        body: Array(object.string("certificate").utf8),
        signature: Array(object.string("certificate_signature").utf8)),
      revocation: revocation, vault: vault)
  }

  private static func json(_ epoch: Epoch) throws -> JSONValue {
    let wraps = try epoch.wraps.sorted { $0.key < $1.key }.map { device, wrap in
      JSONValue.object(
        try JSONObject([
          "device": .string(device.description),
          "wrap": .string(Base64.encode(wrap, .urlUnpadded)),
        ]))
    }
    return .object(
      try JSONObject([
        "devices": .array(wraps), "epoch": .string(epoch.id.description),
        "escrow": .string(Base64.encode(epoch.escrow, .urlUnpadded)),
      ]))
  }

  private static func epoch(_ value: JSONValue) throws -> Epoch {
    guard case .object(let object) = value else { throw RemoteError.malformed }
    try object.requireOnly(keys: ["devices", "epoch", "escrow"])
    var wraps: [DeviceID: [UInt8]] = [:]
    var last: DeviceID?
    for item in try object.array("devices") {
      guard case .object(let member) = item else { throw RemoteError.malformed }
      try member.requireOnly(keys: ["device", "wrap"])
      let device = try DeviceID(text: member.string("device"))
      guard last.map({ $0 < device }) ?? true else { throw RemoteError.malformed }
      last = device
      wraps[device] = try Base64.decode(member.string("wrap"), .urlUnpadded)
    }
    return Epoch(
      id: try EpochID(text: object.string("epoch")),
      escrow: try Base64.decode(object.string("escrow"), .urlUnpadded), wraps: wraps)
  }
}
