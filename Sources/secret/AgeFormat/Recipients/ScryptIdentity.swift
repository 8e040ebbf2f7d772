// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A passphrase to open a file with.
public struct ScryptIdentity: AgeIdentity {
  private let passphrase: SecretBytes
  private let maximumWorkFactor: Int

  /// - Parameter maximumWorkFactor: a file that asks for more is refused, for it is the file that
  ///   chooses how much memory and time it takes: 2^factor KiB.
  /// - Throws: ``SealingError/invalidWorkFactor`` outside 1...30.
  public init(passphrase: SecretBytes, maximumWorkFactor: Int = 22) throws {
    guard (1...30).contains(maximumWorkFactor) else { throw SealingError.invalidWorkFactor }
    self.passphrase = passphrase
    self.maximumWorkFactor = maximumWorkFactor
  }

  public func unwrap(_ stanzas: [Stanza]) throws -> SecretBytes? {
    let recognized = try stanzas.compactMap(ScryptStanza.init)
    guard let stanza = recognized.first else { return nil }
    guard stanzas.count == 1, stanza.workFactor <= maximumWorkFactor else {
      throw AgeError.headerFailure
    }
    return try ScryptStanza.wrapKey(
      passphrase: passphrase, salt: stanza.salt, workFactor: stanza.workFactor
    ).unwrap(stanza.body)
  }
}
