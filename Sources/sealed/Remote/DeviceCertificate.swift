// SPDX-License-Identifier: Apache-2.0
public import Sodium
public import TransparencyLog

/// Binds a device's three public keys to a vault. It has no expiry and is never reissued.
public struct DeviceCertificate: RootDocument, Equatable {
  public static let type = "device.certificate"
  public static let limit = 4096

  public let vault: VaultID
  /// A moment, as the device's clock gave it.
  public let createdAt: String
  public let log: Ed25519.PublicKey
  public let request: Ed25519.PublicKey
  public let dossier: Ed25519.PublicKey
  public let device: DeviceID

  public init(
    vault: VaultID, createdAt: String, log: Ed25519.PublicKey, request: Ed25519.PublicKey,
    dossier: Ed25519.PublicKey
  ) {
    self.vault = vault
    self.createdAt = createdAt
    self.log = log
    self.request = request
    self.dossier = dossier
    device = DeviceID(log: log, request: request, dossier: dossier)
  }

  public func members() throws -> [String: JSONValue] {
    [
      "created_at": .string(createdAt), "device": .string(device.description),
      "dossier_key": .string(MinisignPublicKey(vaultKey: dossier).string),
      "log_key": .string(Base64.encode(log.bytes, .urlUnpadded)),
      "request_key": .string(Base64.encode(request.bytes, .urlUnpadded)),
    ]
  }

  public init(vault: VaultID, members: JSONObject) throws {
    try members.requireOnly(keys: [
      "created_at", "device", "dossier_key", "log_key", "request_key", "type", "vault", "version",
    ])
    func key(_ name: String) throws -> Ed25519.PublicKey {
      try Ed25519.PublicKey(Base64.decode(members.string(name), .urlUnpadded))
    }
    // The dossier key is written as minisign's key string; only the key id of Format.md §1 is taken.
    let dossier = try VaultID(document: members.string("dossier_key")).root
    self.init(
      vault: vault, createdAt: try MomentText.check(members.string("created_at")),
      log: try key("log_key"),
      request: try key("request_key"), dossier: dossier)
    guard try members.string("device") == device.description else {
      throw RemoteError.wrongDevice
    }
  }

  /// The key that verifies this device's dossiers.
  public var dossierMinisign: MinisignPublicKey { MinisignPublicKey(vaultKey: dossier) }
}
