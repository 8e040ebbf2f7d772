// SPDX-License-Identifier: Apache-2.0

/// French plurals, numbers, sizes and spaces.
enum FrenchV2 {
  static let space = "\u{A0}"
  static let narrow = "\u{202F}"

  /// Puts the spaces that do not break where French wants them. For this program's words only: what a
  /// person wrote stays as it was written.
  static func typeset(_ words: String) -> String {
    guard words.utf8.contains(where: { $0 > 0x7F || marks.contains($0) }) else { return words }
    var output = ""
    var pending = false
    for scalar in words.unicodeScalars {
      if pending {
        switch scalar {
        case ":", "»": output += space
        case ";", "?", "!": output += narrow
        default: output += " "
        }
      }
      pending = scalar == " "
      guard pending else {
        output.unicodeScalars.append(scalar)
        continue
      }
      if let last = output.unicodeScalars.last, last == "«" || last == "°" {
        output += space
        pending = false
      }
    }
    return pending ? output + " " : output
  }

  private static let marks = Set(":;?!".utf8)

  /// « 0 pièce », « 1 pièce », « 3 pièces ».
  static func count(_ number: Int, _ noun: String, _ nouns: String? = nil) -> String {
    grouped(String(number)) + space + (number < 2 ? noun : nouns ?? noun + "s")
  }

  /// « Pièce n° 3 ».
  static func piece(_ number: Int) -> String { "Pièce\(space)n°\(space)\(number)" }
  static func fact(_ number: Int) -> String { "Fait\(space)n°\(space)\(number)" }

  /// « Fait n° 3 », « Faits n° 1, 3 et 4 »; a noun in the singular.
  static func numbers(_ noun: String, _ numbers: [Int]) -> String {
    guard let last = numbers.last else { return "" }
    let head = numbers.dropLast().map(String.init).joined(separator: ", ")
    return noun + (numbers.count > 1 ? "s" : "") + "\(space)n°\(space)"
      + (head.isEmpty ? "" : "\(head) et ") + String(last)
  }

  /// « 512 octets », « 1,2 Ko », « 3,4 Mo »: a thousand to the next, half rounded up.
  static func size(_ octets: UInt64) -> String {
    guard octets >= 1000 else { return count(Int(octets), "octet") }
    var unit: UInt64 = 1000
    var names = ["Ko", "Mo", "Go", "To", "Po", "Eo"][...]
    while names.count > 1, octets / unit >= 1000 || rounded(octets, unit) >= 10_000 {
      unit *= 1000
      names.removeFirst()
    }
    let tenths = rounded(octets, unit)
    let fraction = tenths % 10 == 0 ? "" : ",\(tenths % 10)"
    return grouped(String(tenths / 10)) + fraction + space + (names.first ?? "")
  }

  /// Tenths of `unit`.
  private static func rounded(_ octets: UInt64, _ unit: UInt64) -> UInt64 {
    let tenth = unit / 10
    return octets / tenth + (octets % tenth * 2 >= tenth ? 1 : 0)
  }

  /// Digits by three.
  static func grouped(_ digits: String) -> String {
    let bytes = Array(digits.utf8)
    return bytes.enumerated().reduce(into: "") { output, item in
      if item.offset > 0, (bytes.count - item.offset).isMultiple(of: 3) { output += narrow }
      output.unicodeScalars.append(Unicode.Scalar(item.element))
    }
  }

  /// « 1 200,50 € » for a decimal text.
  static func money(_ value: String, _ currency: String) -> String {
    let isNegative = value.utf8.first == UInt8(ascii: "-")
    let parts = (isNegative ? value.dropFirst() : value[...]).split(separator: ".").map(String.init)
    let fraction =
      parts.count > 1 ? "," + (parts[1].utf8.count == 1 ? parts[1] + "0" : parts[1]) : ""
    return (isNegative ? "\u{2212}" : "") + grouped(parts.first ?? "0") + fraction + space
      + (currency == "EUR" ? "€" : currency)
  }

  /// Guillemets, unless the person put some.
  static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.first == "«" && scalars.last == "»" ? text : "«\(space)\(text)\(space)»"
  }

  /// Small letters without accents, words apart: for comparing kinds and roles.
  static func words(_ text: String) -> [String] {
    var words = [""]
    for scalar in text.unicodeScalars {
      if let letters = ASCIILetters.table[scalar] {
        words[words.count - 1] += small(letters)
      } else if scalar.isASCII, isWord(scalar) {
        words[words.count - 1] += small(String(scalar))
      } else if !(0x300...0x36F).contains(scalar.value) {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  private static func small(_ ascii: String) -> String {
    String(decoding: ascii.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
