// SPDX-License-Identifier: Apache-2.0
public import Remote
public import Sodium

/// E(n): the key from which the record keys of one epoch follow.
public struct EpochKey: Sendable {
  public static let count = 32
  let secret: SecretBytes
  public let id: EpochID

  init(_ secret: SecretBytes) throws {
    guard secret.count == Self.count else { throw SealError.damaged }
    self.secret = secret
    id = try EpochID(secret.publicDerivation(.epochID, count: EpochID.count))
  }

  public init(random: any RandomSource) throws { try self.init(random.secret(Self.count)) }

  func recordKey(log: LogID, sequence: UInt64) throws -> SecretBytes {
    try secret.derive(.recordKey, log.bytes + sequence.littleEndianBytes)
  }

  func attachmentWrapKey(log: LogID, sequence: UInt64) throws -> SecretBytes {
    try secret.derive(.attachmentWrapKey, log.bytes + sequence.littleEndianBytes)
  }

  // MARK: Wraps of the boot record

  func escrow(for vault: VaultID, recovery: RecoverySecret, random: any RandomSource) throws
    -> [UInt8]
  {
    try Wrap.seal(
      secret, under: recovery.escrowKey(), purpose: .wrapEscrowEpoch,
      context: vault.bytes + id.bytes, random: random)
  }

  func wrap(
    for device: DeviceID, vault: VaultID, deviceKey: SecretBytes, random: any RandomSource
  ) throws -> [UInt8] {
    try Wrap.seal(
      secret, under: deviceKey, purpose: .wrapDeviceEpoch,
      context: vault.bytes + device.bytes + id.bytes, random: random)
  }

  init(escrow wrap: [UInt8], id: EpochID, recovery: RecoverySecret) throws {
    let secret = try Wrap.open(
      wrap, under: recovery.escrowKey(), purpose: .wrapEscrowEpoch,
      context: recovery.vault.bytes + id.bytes)
    try self.init(secret)
    guard self.id == id else { throw SealError.damaged }
  }

  init(
    wrap: [UInt8], id: EpochID, device: DeviceID, vault: VaultID, deviceKey: SecretBytes
  ) throws {
    let secret = try Wrap.open(
      wrap, under: deviceKey, purpose: .wrapDeviceEpoch,
      context: vault.bytes + device.bytes + id.bytes)
    try self.init(secret)
    guard self.id == id else { throw SealError.damaged }
  }
}
