// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// One of n shares of a recovery kit, k of which give it back.
public struct KitShare: Sendable {
  let string: Codex32String

  init(_ string: Codex32String) { self.string = string }

  /// Reads what a person typed or a file holds; spaces, dashes and line ends do not matter.
  /// - Throws: ``KitError``.
  public init(parsing text: SecretBytes) throws {
    let string = try KitText(text).codex32()
    guard !string.isSecret else { throw KitError.kitInsteadOfShare }
    self.string = string
  }

  /// How many shares are needed: 2...9.
  public var needed: Int { string.threshold }

  /// The letter or digit that tells the shares of one split apart. Not secret.
  public var name: String {
    String(decoding: [Codex32Alphabet.character(of: string.shareIndex)], as: UTF8.self)
  }

  /// Nineteen groups of four on one line.
  public func text() throws -> SecretBytes { try KitText.grouped(string.encoded(), inLines: false) }

  /// The same in lines of five groups, each ended by a line feed.
  public func lines() throws -> SecretBytes { try KitText.grouped(string.encoded(), inLines: true) }
}
