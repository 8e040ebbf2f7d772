// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// The recovery secret R in the form that a person keeps: a codex32 string of threshold 0 whose
/// identifier is made from R, so that a wrong secret with a right checksum is still refused.
public struct RecoveryKit: Sendable {
  /// Bytes of R.
  public static let secretCount = 32
  /// Groups of four characters.
  public static let groupCount = KitText.groupCount

  /// R.
  public let secret: SecretBytes
  let string: Codex32String

  /// - Parameters:
  ///   - secret: R, 32 bytes.
  ///   - identifierLabel: the label of this derivation in the format.
  /// - Throws: ``SodiumError/invalidLength`` for another length.
  public init(secret: SecretBytes, identifierLabel: [UInt8]) throws {
    guard secret.count == Self.secretCount else { throw SodiumError.invalidLength }
    self.secret = secret
    string = try Codex32String(
      secret: secret, flavour: .memo, threshold: 0,
      identifier: Self.identifier(of: secret, label: identifierLabel))
  }

  /// Reads what a person typed or a file holds; spaces, dashes and line ends do not matter.
  /// - Throws: ``KitError``. ``KitCorrection/propose(for:identifierLabel:)`` may then know more.
  public init(parsing text: SecretBytes, identifierLabel: [UInt8]) throws {
    let string = try KitText(text).codex32()
    guard string.threshold == 0, string.isSecret else { throw KitError.shareInsteadOfKit }
    try self.init(checking: string, identifierLabel: identifierLabel)
  }

  /// Accepts a codex32 secret of any threshold whose identifier and spare bits are as R has them.
  init(checking string: Codex32String, identifierLabel: [UInt8]) throws {
    let secret = try string.secret()
    let identifier = try Self.identifier(of: secret, label: identifierLabel)
    guard string.identifier == identifier, Codex32Payload.hasZeroPadding(string.payload) else {
      throw KitError.wrongIdentifier
    }
    try self.init(secret: secret, identifierLabel: identifierLabel)
  }

  /// Nineteen groups of four on one line.
  public func text() throws -> SecretBytes { try KitText.grouped(string.encoded(), inLines: false) }

  /// The same in lines of five groups, each ended by a line feed: for a file or a page.
  public func lines() throws -> SecretBytes { try KitText.grouped(string.encoded(), inLines: true) }

  /// One group, from 1, to compare with what the person retyped; nil beyond the last.
  public func group(_ number: Int) throws -> SecretBytes? {
    try KitText.group(number, of: string.encoded())
  }

  /// Whether a text was meant as a kit or share, however mistyped: its beginning, or its length.
  public static func looksLikeOne(_ text: SecretBytes) -> Bool {
    guard let characters = try? KitText(text).characters else { return false }
    let isText = characters.withUnsafeBytes { $0.allSatisfy { (0x21...0x7E).contains($0) } }
    let begins = characters.withUnsafeBytes { characters in
      let lead = Codex32Flavour.memo.prefix
      return characters.count >= lead.count
        && zip(characters, lead).allSatisfy { Codex32Alphabet.lowercased($0) == $1 }
    }
    return isText && (begins || abs(characters.count - KitText.count) <= KitText.groupLength)
  }

  /// Checks one group as it is typed: four characters that some kit or share has there.
  /// - Throws: ``KitError/wrongLength(found:)``, ``KitError/wrongCharacter(group:)``.
  public static func check(group typed: SecretBytes, number: Int) throws {
    let characters = try KitText(typed).characters
    guard characters.count == KitText.groupLength else {
      throw KitError.wrongLength(found: characters.count)
    }
    guard (1...groupCount).contains(number) else { throw KitError.wrongCharacter(group: number) }
    let isPossible = characters.withUnsafeBytes { characters in
      characters.indices.allSatisfy { index in
        let position = (number - 1) * KitText.groupLength + index
        return KitText.isPossible(characters[index], at: position)
      }
    }
    guard isPossible else { throw KitError.wrongCharacter(group: number) }
  }

  /// First 20 bits of BLAKE2b(key: R, message: label), as four symbols.
  private static func identifier(of secret: SecretBytes, label: [UInt8]) throws -> [UInt8] {
    let hash = try BLAKE2b.derive(key: secret, message: label)
    return try Codex32Payload.symbols(of: hash).withUnsafeBytes {
      Array($0.prefix(Codex32String.identifierCount))
    }
  }
}
