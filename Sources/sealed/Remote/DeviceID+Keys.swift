// SPDX-License-Identifier: Apache-2.0
public import Sodium

extension DeviceID {
  /// The id that follows from a device's three public keys (Format.md §2).
  public init(log: Ed25519.PublicKey, request: Ed25519.PublicKey, dossier: Ed25519.PublicKey) {
    let hash = BLAKE2b.hash(Label.deviceID.bytes + log.bytes + request.bytes + dossier.bytes)
    self.init(firstBytesOf: hash)
  }
}
