// SPDX-License-Identifier: Apache-2.0
public import Sodium

/// A valid kit or share close to a text that is none: shown to the person, never used without a yes.
///
/// Up to four wrong characters, eight illegible ones (anything outside the alphabet, such as `?`),
/// three groups torn off in a row, a character left out or one too many.
public struct KitCorrection: Sendable {
  /// A group that differs.
  public struct Group: Sendable {
    /// From 1.
    public let number: Int
    /// What it should read: four characters.
    public let proposed: SecretBytes
  }

  /// The groups that differ, in order; none if only the case of letters was mixed.
  public let groups: [Group]
  /// The whole text proposed, in groups of four.
  public let text: SecretBytes

  /// - Returns: nil if the text is valid already, or too far from anything valid.
  public static func propose(
    for text: SecretBytes, identifierLabel: [UInt8]
  ) throws -> KitCorrection? {
    let typed = try KitText(text).characters
    guard !isValid(typed, identifierLabel) else { return nil }
    switch typed.count {
    case KitText.count:
      guard let found = try corrected(typed, identifierLabel) else { return nil }
      return try KitCorrection(found, differingFrom: typed)
    case KitText.count - 1:
      return try firstProposal(identifierLabel) { try inserting(into: typed, at: $0) }
    case KitText.count + 1:
      return try firstProposal(identifierLabel) { try removing(from: typed, at: $0) }
    default:
      return nil
    }
  }

  /// One group at fault: where the edit was made.
  private static func firstProposal(
    _ identifierLabel: [UInt8], _ edit: (Int) throws -> SecretBytes
  ) throws -> KitCorrection? {
    for position in 0..<KitText.count {
      guard let found = try corrected(edit(position), identifierLabel, substitutions: false) else {
        continue
      }
      let number = position / KitText.groupLength + 1
      return try KitCorrection(found, groups: [number])
    }
    return nil
  }

  private init(_ characters: SecretBytes, differingFrom typed: SecretBytes) throws {
    let differing = try (1...KitText.groupCount).filter { number in
      try KitText.group(number, of: characters) != Self.lowercasedGroup(number, of: typed)
    }
    try self.init(characters, groups: differing)
  }

  private init(_ characters: SecretBytes, groups numbers: [Int]) throws {
    groups = try numbers.compactMap { number in
      try KitText.group(number, of: characters).map { Group(number: number, proposed: $0) }
    }
    text = try KitText.grouped(characters, inLines: false)
  }
}
