// SPDX-License-Identifier: Apache-2.0

extension SafePath {
  /// The folder `memo-dossier-<YYYY-MM-DD>/` that every file of a dossier stands in.
  static let roomForFolder = "memo-dossier-0000-00-00/".utf8.count
  private static let longestExtension = 8

  /// `data/pieces/piece-001-<name>` for an original's name, whatever that holds: the same name
  /// always gives the same path, and the dossier's folder still fits before it.
  public static func piece(number: Int, original: String) -> SafePath {
    let digits = String(max(0, number))
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    let start = "data/pieces/piece-\(padded)"
    let room = longest - roomForFolder - start.utf8.count - 1
    let name = pieceName(original, room: room)
    return SafePath(trusted: name.isEmpty ? start : "\(start)-\(name)")
  }

  private static func pieceName(_ original: String, room: Int) -> String {
    // Names come from other systems, with folders in them.
    let last = original.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let (stem, suffix) = separateExtension(last)
    let dotted = suffix.isEmpty ? "" : "." + suffix
    let kept = letters(of: stem).prefix(max(0, room - dotted.utf8.count))
    let trimmed = trim(String(kept))
    return trimmed.isEmpty ? (suffix.isEmpty ? "" : "piece" + dotted) : trimmed + dotted
  }

  /// The extension in lower case, when it is short, and ASCII letters and digits only.
  private static func separateExtension(_ name: String) -> (stem: String, suffix: String) {
    let scalars = Array(name.unicodeScalars)
    guard let dot = scalars.lastIndex(of: ".") else { return (name, "") }
    let suffix = scalars[(dot + 1)...]
    guard (1...longestExtension).contains(suffix.count), suffix.allSatisfy(isLetterOrDigit) else {
      return (name, "")
    }
    return (text(scalars[..<dot]), text(suffix).lowercased())
  }

  /// Accents dropped, everything else a hyphen, runs of hyphens collapsed.
  private static func letters(of stem: String) -> String {
    var output = ""
    for scalar in stem.unicodeScalars {
      if isLetterOrDigit(scalar) || scalar == "_" {
        output.unicodeScalars.append(scalar)
      } else if let letters = ASCIILetters.table[scalar] {
        output += letters
      } else if !isCombiningMark(scalar), output.last != "-" {
        output += "-"
      }
    }
    return output
  }

  private static func trim(_ text: String) -> String {
    String(text.drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed())
  }

  /// U+0300…U+036F: what is left of an accent in a decomposed name, as macOS writes them.
  private static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar))
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
