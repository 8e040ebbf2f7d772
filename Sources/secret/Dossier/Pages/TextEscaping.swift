// SPDX-License-Identifier: Apache-2.0

/// Text of a person, made harmless for one kind of file. Nothing that was written may become markup, a
/// formula or a calendar line, nor turn the direction of the text around it.
enum TextEscaping {
  /// Control characters and direction overrides become U+FFFD; line ends and tabs stay.
  static func visible(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: output.append(scalar)
      case 0x0D: continue
      case ..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF:
        output.append("\u{FFFD}")
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// For element content and quoted attributes.
  static func html(_ text: String) -> String {
    var output = ""
    for character in visible(text).unicodeScalars {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(character)
      }
    }
    return output
  }

  /// One quoted cell; what a spreadsheet would take for a formula gets an apostrophe before it.
  static func csv(_ text: String) -> String {
    let clean = visible(text)
    let first = clean.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" }
    let isFormula = first.map { "=+-@\t\n＝＋－＠|".unicodeScalars.contains($0) } ?? false
    let quoted = clean.unicodeScalars.reduce(into: "") { output, scalar in
      if scalar == "\"" { output += "\"\"" } else { output.unicodeScalars.append(scalar) }
    }
    return "\"" + (isFormula ? "'" : "") + quoted + "\""
  }

  /// A text value of iCalendar (RFC 5545 §3.3.11) or vCard (RFC 6350 §3.4).
  static func content(_ text: String) -> String {
    visible(text).unicodeScalars.reduce(into: "") { output, scalar in
      switch scalar {
      case "\\": output += "\\\\"
      case ";": output += "\\;"
      case ",": output += "\\,"
      case "\n": output += "\\n"
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  /// One content line, folded at 75 octets between characters, ended by CRLF.
  static func folded(_ line: String) -> String {
    var output = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        output += "\r\n "
        octets = 1
      }
      output.unicodeScalars.append(scalar)
      octets += size
    }
    return output + "\r\n"
  }
}
