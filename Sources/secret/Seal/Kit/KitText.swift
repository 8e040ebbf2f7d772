// SPDX-License-Identifier: Apache-2.0
internal import Sodium

/// The text of a kit or share without its separators, and the layout in groups of four.
struct KitText: Sendable {
  /// `memo1`, 6 header symbols, 52 of payload, 13 of checksum: nineteen whole groups.
  static let count = 76
  static let groupLength = 4
  static let groupCount = count / groupLength
  static let groupsOnLine = 5
  /// Longer input is refused before it is looked at.
  private static let longestInput = 4096
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Any number of characters, of either case.
  let characters: SecretBytes

  /// Drops blanks, line ends, dashes and a byte order mark in front.
  /// - Throws: ``KitError/wrongLength(found:)`` for a text that is far too long.
  init(_ text: SecretBytes) throws {
    guard text.count <= Self.longestInput else { throw KitError.wrongLength(found: text.count) }
    characters = try text.withUnsafeBytes { text in
      let marked = text.starts(with: Self.byteOrderMark)
      let body = text[(marked ? Self.byteOrderMark.count : 0)...]
      let count = body.count { !Self.isSeparator($0) }
      return try SecretBytes(count: count) { output in
        var index = 0
        for character in body where !Self.isSeparator(character) {
          output[index] = character
          index += 1
        }
      }
    }
  }

  /// Reads it as codex32, naming the group at fault where one can be named.
  func codex32() throws -> Codex32String {
    guard characters.count == Self.count else {
      throw KitError.wrongLength(found: characters.count)
    }
    if let group = firstImpossibleGroup { throw KitError.wrongCharacter(group: group) }
    do {
      return try Codex32String(parsing: characters, flavour: .memo)
    } catch Codex32Error.mixedCase {
      throw KitError.mixedCase
    } catch Codex32Error.wrongShareIndex {
      // Threshold 0 with another index than `s`, which is in the third group.
      throw KitError.wrongCharacter(group: 3)
    } catch is Codex32Error {
      throw KitError.wrongChecksum
    }
  }

  private var firstImpossibleGroup: Int? {
    characters.withUnsafeBytes { characters in
      characters.indices.first { !Self.isPossible(characters[$0], at: $0) }
    }.map { $0 / Self.groupLength + 1 }
  }

  /// Whether some kit or share has this character, of either case, at this position.
  static func isPossible(_ character: UInt8, at position: Int) -> Bool {
    let lead = Codex32Flavour.memo.prefix + [UInt8(ascii: "1")]
    if position < lead.count { return Codex32Alphabet.lowercased(character) == lead[position] }
    if position == lead.count {
      return character == UInt8(ascii: "0")
        || (UInt8(ascii: "2")...UInt8(ascii: "9")).contains(character)
    }
    return Codex32Alphabet.symbol(of: character) != nil
  }

  /// Characters in groups of four separated by spaces; in lines of five groups, each ended by a line
  /// feed, when `inLines`.
  static func grouped(_ characters: SecretBytes, inLines: Bool) throws -> SecretBytes {
    let separators = (characters.count - 1) / groupLength + (inLines ? 1 : 0)
    return try characters.withUnsafeBytes { characters in
      try SecretBytes(count: characters.count + separators) { output in
        var index = 0
        for (position, character) in characters.enumerated() {
          if position > 0, position.isMultiple(of: groupLength) {
            let endsLine = inLines && position.isMultiple(of: groupLength * groupsOnLine)
            output[index] = UInt8(ascii: endsLine ? "\n" : " ")
            index += 1
          }
          output[index] = character
          index += 1
        }
        if inLines { output[index] = UInt8(ascii: "\n") }
      }
    }
  }

  /// The group of that number, from 1; nil beyond the last.
  static func group(_ number: Int, of characters: SecretBytes) throws -> SecretBytes? {
    guard (1...groupCount).contains(number) else { return nil }
    return try characters.slice((number - 1) * groupLength..<number * groupLength)
  }

  private static func isSeparator(_ character: UInt8) -> Bool {
    switch character {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
