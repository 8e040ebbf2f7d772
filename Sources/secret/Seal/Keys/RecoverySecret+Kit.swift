// SPDX-License-Identifier: Apache-2.0
internal import Remote
public import Sodium

extension RecoverySecret {
  /// What goes on paper.
  public func kit() throws -> RecoveryKit {
    try RecoveryKit(secret: secret, identifierLabel: Label.kitIdentifier.bytes)
  }

  /// From a kit as it was typed or read from a file.
  /// - Throws: `KitError` for a text that is no kit.
  public init(kitText text: SecretBytes) throws {
    try self.init(
      RecoveryKit(parsing: text, identifierLabel: Label.kitIdentifier.bytes).secret)
  }
}
