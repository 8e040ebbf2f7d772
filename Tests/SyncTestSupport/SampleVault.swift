// SPDX-License-Identifier: Apache-2.0
internal import Hashing
public import Remote
public import Sodium
internal import TestSupport
internal import TransparencyLog

/// A vault's public side, and the keys that sign it; the same in every run for one seed. Nothing in it opens.
public struct SampleVault: Sendable {
  public static let moment = "2026-01-02T03:04:05+01:00"
  public let root: Ed25519.SigningKey
  public var id: VaultID { VaultID(root: root.publicKey) }

  public init(_ seed: String = "vault") throws { root = try Self.key(seed + " root") }

  public static func key(_ seed: String) throws -> Ed25519.SigningKey {
    try Ed25519.SigningKey(seed: SeededRandom(seed: seed).secret(Ed25519.seedCount))
  }

  public func sign(_ document: any RootDocument) throws -> RootSigned {
    try RootSigned(signing: document, by: root)
  }

  public func device(_ seed: String = "first") throws -> SampleDevice {
    try SampleDevice(vault: id, seed: seed)
  }

  /// - Parameter revoked: seeds of devices, and where their logs end.
  public func boot(
    _ counter: Int64 = 1, devices: [String] = ["first"], revoked: [String: [LogHead]] = [:],
    previous: [RootSigned] = []
  ) throws -> RootSigned {
    let random = SeededRandom(seed: "epoch \(counter)")
    let epoch = BootRecord.Epoch(
      id: try EpochID(random: random), escrow: random.bytes(105), wraps: [:])
    let listed = try (devices + revoked.keys).map { seed in
      let revocation = try revoked[seed].map { logs in
        try sign(
          DeviceRevocation(
            vault: id, createdAt: Self.moment, device: device(seed).id, logs: logs))
      }
      return try BootRecord.Device(
        certificate: sign(device(seed).certificate), revocation: revocation, vault: id)
    }
    return try sign(
      BootRecord(
        vault: id, counter: counter, devices: listed, epochs: [epoch],
        previous: previous.map(\.hash)))
  }

  public func erasure(
    _ seed: String = "erasure", places: [ErasureOrder.Place], chunks: [ChunkID] = [],
    delayDays: UInt64 = 0
  ) throws -> RootSigned {
    try sign(
      ErasureOrder(
        vault: id, id: ErasureID(random: SeededRandom(seed: seed)), createdAt: Self.moment,
        delayDays: delayDays, places: places, chunks: chunks))
  }
}

extension RootSigned {
  /// Under which a boot record is put.
  public func bootName(_ counter: Int64) -> BootName { BootName(counter: counter, hash: hash) }
}
