// SPDX-License-Identifier: Apache-2.0

/// The second escaping: what ``TextEscaping`` does, and what it lets through.
///
/// A page of version 1 must keep its bytes, so the two stand side by side. No table of Unicode properties
/// is asked: a later toolchain would answer otherwise, and the page would no longer verify.
enum EscapingV2 {
  /// Marks that a reader would see stacked over the lines above.
  private static let marksLimit = 4

  /// Line ends of every system become one; controls and what turns the direction of text become U+FFFD;
  /// characters that show nothing are left out.
  static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return text }
    var output = String.UnicodeScalarView()
    var marks = 0
    var afterReturn = false
    for scalar in text.unicodeScalars {
      let isLineFeedOfPair = afterReturn && scalar == "\n"
      afterReturn = scalar == "\r"
      guard !isLineFeedOfPair else { continue }
      marks = isMark(scalar.value) ? marks + 1 : 0
      guard marks <= marksLimit else { continue }
      switch scalar.value {
      case 0x09, 0x0A: output.append(scalar)
      case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: output.append("\n")
      case _ where isForbidden(scalar.value): output.append("\u{FFFD}")
      case _ where isInvisible(scalar.value): continue
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  private static func isForbidden(_ value: UInt32) -> Bool {
    switch value {
    case ..<0x20, 0x7F...0x9F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0x206A...0x206F,
      0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    // Not characters, in every plane.
    case 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Without width. The joiners U+200C and U+200D stay: words and emoji are spelled with them.
  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B, 0x200E, 0x200F,
      0x2060...0x2065, 0x3164, 0xFEFF, 0xFFA0:
      true
    default: false
    }
  }

  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x0300...0x036F, 0x0483...0x0489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0xFE20...0xFE2F:
      true
    default: false
    }
  }

  /// For element content and quoted attributes.
  static func html(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    for byte in visible(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      case UInt8(ascii: "'"): output += "&#39;".utf8
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// One quoted cell; what a spreadsheet could take for a formula, behind blanks or quotes too, gets an
  /// apostrophe before it.
  static func csv(_ text: String) -> String {
    let clean = visible(text)
    let first = clean.unicodeScalars.first { !blanks.contains($0) }
    let isFormula =
      first.map { formulas.contains($0) } ?? false
      || clean.unicodeScalars.first.map { $0 == "\t" || $0 == "\n" } ?? false
    return quoted((isFormula ? "'" : "") + clean)
  }

  /// A cell of digits and a sign that this program wrote.
  static func csv(number text: String) -> String { quoted(text) }

  private static let formulas: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "−", "﹢", "﹦", "﹣", "﹫", "⁺", "₊",
  ]
  private static let blanks: Set<Unicode.Scalar> = [
    " ", "\t", "\n", "\"", "'", "\u{A0}", "\u{2000}", "\u{2001}", "\u{2002}", "\u{2003}",
    "\u{2004}",
    "\u{2005}", "\u{2006}", "\u{2007}", "\u{2008}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{205F}",
    "\u{3000}", "\u{1680}", "\u{200C}", "\u{200D}", "\u{FFFD}",
  ]

  private static func quoted(_ text: String) -> String {
    "\""
      + text.unicodeScalars.reduce(into: "") { output, scalar in
        if scalar == "\"" { output += "\"\"" } else { output.unicodeScalars.append(scalar) }
      } + "\""
  }

  /// A text value of iCalendar (RFC 5545 §3.3.11) or vCard (RFC 6350 §3.4).
  static func content(_ text: String) -> String { TextEscaping.content(visible(text)) }
}
