// SPDX-License-Identifier: Apache-2.0
public import HTTPTypes
public import Remote
public import Sodium

/// A device's keys, and requests that it signs.
public struct SampleDevice: Sendable {
  public let vault: VaultID
  public let log: Ed25519.SigningKey
  public let request: Ed25519.SigningKey
  public let certificate: DeviceCertificate
  public var id: DeviceID { certificate.device }

  init(vault: VaultID, seed: String) throws {
    self.vault = vault
    log = try SampleVault.key(seed + " log")
    request = try SampleVault.key(seed + " request")
    certificate = DeviceCertificate(
      vault: vault, createdAt: SampleVault.moment, log: log.publicKey,
      request: request.publicKey, dossier: try SampleVault.key(seed + " dossier").publicKey)
  }

  public func signed(
    _ endpoint: Endpoint, _ body: [UInt8] = [], at time: UInt64, authority: String = "server",
    fields: HTTPFields = [:], by key: Ed25519.SigningKey? = nil
  ) throws -> HTTPRequest {
    var request = HTTPRequest(
      method: endpoint.method, scheme: "http", authority: authority, path: endpoint.target,
      headerFields: fields)
    try RequestSignature.sign(
      &request, body: body, device: id, key: key ?? self.request, at: time)
    return request
  }
}
