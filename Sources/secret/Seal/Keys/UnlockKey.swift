// SPDX-License-Identifier: Apache-2.0
public import Remote
public import Sodium

/// The random key that the passphrase slot wraps; it seals the key ring and what waits for the kit's
/// confirmation.
public struct UnlockKey: Sendable {
  public static let count = 32
  let secret: SecretBytes

  init(_ secret: SecretBytes) throws {
    guard secret.count == Self.count else { throw SealError.damaged }
    self.secret = secret
  }

  public init(random: any RandomSource) throws { try self.init(random.secret(Self.count)) }

  public func seal(
    _ keyRing: KeyRing, vault: VaultID, random: any RandomSource
  ) throws -> [UInt8] {
    try Wrap.seal(
      keyRing.encoded(), under: secret, purpose: .wrapKeyRing,
      context: vault.bytes + keyRing.device.bytes, random: random)
  }

  public func openKeyRing(_ bytes: [UInt8], vault: VaultID, device: DeviceID) throws -> KeyRing {
    let encoded = try Wrap.open(
      bytes, under: secret, purpose: .wrapKeyRing, context: vault.bytes + device.bytes)
    let ring = try KeyRing(encoded: encoded)
    guard ring.device == device else { throw SealError.damaged }
    return ring
  }

  public func seal(_ recovery: RecoverySecret, random: any RandomSource) throws -> [UInt8] {
    try Wrap.seal(
      recovery.secret, under: secret, purpose: .wrapPendingRecovery,
      context: recovery.vault.bytes, random: random)
  }

  public func openPendingRecovery(_ bytes: [UInt8], vault: VaultID) throws -> RecoverySecret {
    let recovery = try RecoverySecret(
      Wrap.open(
        bytes, under: secret, purpose: .wrapPendingRecovery, context: vault.bytes))
    guard recovery.vault == vault else { throw SealError.otherVault }
    return recovery
  }
}
