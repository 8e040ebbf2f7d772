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

  /// From at least as many shares as they need.
  /// - Throws: `KitError` for shares that are forged, mixed or too few.
  public init(combining shares: [KitShare]) throws {
    try self.init(
      RecoveryKit(combining: shares, identifierLabel: Label.kitIdentifier.bytes).secret)
  }
}

extension KitCorrection {
  /// A kit of ours close to a text that is none.
  public static func propose(forKit text: SecretBytes) throws -> KitCorrection? {
    try propose(for: text, identifierLabel: Label.kitIdentifier.bytes)
  }
}

extension RecoveryKit {
  /// Whether `typed` is that group, from 1, in either case.
  public func group(_ number: Int, is typed: SecretBytes) throws -> Bool {
    guard let expected = try group(number), typed.count >= expected.count else { return false }
    let characters = try KitText(typed).characters
    guard characters.count == expected.count else { return false }
    return try KitCorrection.lowercasedGroup(1, of: characters) == expected
  }
}
