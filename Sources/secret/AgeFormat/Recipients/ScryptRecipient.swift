// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A passphrase to make a file for. Such a file has no other recipient.
public struct ScryptRecipient: AgeRecipient {
  private let passphrase: SecretBytes
  private let workFactor: Int

  /// - Parameter workFactor: base-two logarithm of scrypt's N, 1...30; the default takes 256 MiB and
  ///   about a second.
  /// - Throws: ``SealingError/invalidWorkFactor``.
  public init(passphrase: SecretBytes, workFactor: Int = 18) throws {
    guard (1...30).contains(workFactor) else { throw SealingError.invalidWorkFactor }
    self.passphrase = passphrase
    self.workFactor = workFactor
  }

  public var mustBeAlone: Bool { true }
  public var isPostQuantum: Bool { false }

  public func wrap(fileKey: SecretBytes, random: any RandomSource) throws -> Stanza {
    let salt = random.bytes(AgeV1.scryptSaltCount)
    let key = try ScryptStanza.wrapKey(passphrase: passphrase, salt: salt, workFactor: workFactor)
    return ScryptStanza(salt: salt, workFactor: workFactor, body: try key.wrap(fileKey)).stanza
  }
}
