// SPDX-License-Identifier: Apache-2.0

/// Reads one citation of pieces or facts in a text.
struct CitationScanV2 {
  /// A number with the words before it, or the words between two numbers.
  struct Part {
    let text: String
    let number: Int?
    let isPiece: Bool
  }

  private let scalars: [Unicode.Scalar]
  private(set) var index: Int

  init(_ scalars: [Unicode.Scalar], at index: Int) {
    self.scalars = scalars
    self.index = index
  }

  /// `nil` when none starts here; then nothing was consumed that matters.
  mutating func citation() -> [Part]? {
    let start = index
    guard let isPiece = noun() else { return nil }
    skipSpaces()
    guard sign() else { return nil }
    skipSpaces()
    guard let first = number() else { return nil }
    var parts = [Part(text: text(start), number: first, isPiece: isPiece)]
    while let next = following(isPiece) { parts += next }
    return parts
  }

  /// « , 2 », « et 3 », « à 5 » after a number.
  private mutating func following(_ isPiece: Bool) -> [Part]? {
    let start = index
    skipSpaces()
    let isComma = take(",")
    skipSpaces()
    let isWord = ["et", "ou", "à", "-", "–"].contains { take($0) }
    skipSpaces()
    let between = text(start)
    let digits = index
    guard isComma || isWord, let number = number() else {
      index = start
      return nil
    }
    return [
      Part(text: between, number: nil, isPiece: isPiece),
      Part(text: text(digits), number: number, isPiece: isPiece),
    ]
  }

  /// « pièce », « Pièces », « fait », « Faits »; whether it is the first.
  private mutating func noun() -> Bool? {
    guard let first = peek() else { return nil }
    switch first {
    case "p", "P":
      return ["ièces", "ièce", "ieces", "iece", "ie\u{300}ces", "ie\u{300}ce"].contains {
        take($0, after: 1)
      } ? true : nil
    case "f", "F": return ["aits", "ait"].contains { take($0, after: 1) } ? false : nil
    default: return nil
    }
  }

  private mutating func sign() -> Bool {
    ["n°s", "n°", "nº", "nos", "no", "n."].contains { take($0) }
  }

  private mutating func number() -> Int? {
    let start = index
    var value = 0
    while let scalar = peek(), ("0"..."9").contains(scalar), index - start < 7 {
      value = value * 10 + Int(scalar.value - 0x30)
      index += 1
    }
    guard index > start, peek().map({ !("0"..."9").contains($0) }) ?? true else {
      index = start
      return nil
    }
    return value
  }

  private mutating func take(_ word: String, after offset: Int = 0) -> Bool {
    let wanted = Array(word.unicodeScalars)
    let from = index + offset
    guard from + wanted.count <= scalars.count,
      scalars[from..<from + wanted.count].elementsEqual(wanted)
    else { return false }
    index = from + wanted.count
    return true
  }

  private mutating func skipSpaces() {
    while let scalar = peek(), scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" {
      index += 1
    }
  }

  private func peek() -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func text(_ start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<index])
    return String(view)
  }
}
