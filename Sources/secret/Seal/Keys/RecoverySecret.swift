// SPDX-License-Identifier: Apache-2.0
public import Remote
public import Sodium

/// R: the 32 random bytes that the kit carries, and everything that follows from them.
///
/// It exists while a vault is created, until its kit is confirmed, and while a kit is used; never
/// otherwise.
public struct RecoverySecret: Sendable {
  public static let count = 32
  /// R itself.
  public let secret: SecretBytes
  private let root: Ed25519.SigningKey

  /// - Throws: ``SealError/damaged`` unless there are 32 bytes.
  public init(_ secret: SecretBytes) throws {
    guard secret.count == Self.count else { throw SealError.damaged }
    self.secret = secret
    root = try Ed25519.SigningKey(seed: secret.derive(.rootSeed))
  }

  public init(random: any RandomSource) throws { try self.init(random.secret(Self.count)) }

  public var vault: VaultID { VaultID(root: root.publicKey) }

  /// Signs a certificate, a revocation or a boot record; the root key signs nothing else.
  public func sign(_ document: some RootDocument) throws -> RootSigned {
    try RootSigned(signing: document, by: root)
  }

  func escrowKey() throws -> SecretBytes { try secret.derive(.escrowKey) }

  func deviceKey(_ device: DeviceID) throws -> SecretBytes {
    try secret.derive(.deviceSubkey).derive(.deviceKey, device.bytes)
  }
}
