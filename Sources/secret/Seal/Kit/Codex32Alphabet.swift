// SPDX-License-Identifier: Apache-2.0

/// The bech32 alphabet (BIP-173), and the order in which BIP-93 hands out share indices.
enum Codex32Alphabet {
  private static let characters = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let notASymbol: UInt8 = 0xFF
  private static let symbols: [UInt8] = {
    var table = [UInt8](repeating: notASymbol, count: 256)
    for (symbol, character) in characters.enumerated() {
      table[Int(character)] = UInt8(symbol)
      table[Int(uppercased(character))] = UInt8(symbol)
    }
    return table
  }()

  /// The symbols usable as share indices, all but `s`: letters in alphabetical order, then digits.
  static let shareIndices: [UInt8] = Array("acdefghjklmnpqrtuvwxyz023456789".utf8)
    .compactMap { symbol(of: $0) }

  /// The value of a character of either case.
  static func symbol(of character: UInt8) -> UInt8? {
    let symbol = symbols[Int(character)]
    return symbol == notASymbol ? nil : symbol
  }

  /// The lower-case character of a symbol (its low five bits).
  static func character(of symbol: UInt8) -> UInt8 { characters[Int(symbol & 31)] }

  static func lowercased(_ character: UInt8) -> UInt8 {
    isUppercase(character) ? character | 0x20 : character
  }

  static func isUppercase(_ character: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(character)
  }

  static func isLowercase(_ character: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(character)
  }

  private static func uppercased(_ character: UInt8) -> UInt8 {
    isLowercase(character) ? character & ~0x20 : character
  }
}
