// SPDX-License-Identifier: Apache-2.0
import DurableFiles
import Foundation
import VaultKit

/// What goes to standard output and standard error.
enum Output {
  /// Control characters and direction overrides in stored text must not move a cursor, and what cannot
  /// be seen must not make two names look like one. Joiners stay: scripts and emoji need them.
  static func safe(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: output.append(scalar)
      case 0x09: output.append(" ")
      case 0x0D: continue
      case ..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
        0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0x115F, 0x1160, 0x3164, 0xE0000...0xE0FFF:
        output.append("\u{FFFD}")
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// On one line.
  static func line(_ text: String) -> String {
    safe(text).split(separator: "\n").joined(separator: " ")
  }

  /// One JSON value and nothing else.
  static func json(_ value: Any) throws {
    let data = try JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
    print(escaped(String(decoding: data, as: UTF8.self)))
  }

  /// JSON whose reader gets the same text, and whose terminal gets no controls: they stand in strings alone.
  private static func escaped(_ json: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      switch scalar.value {
      case 0x7F...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xE0000...0xE0FFF:
        for unit in Character(scalar).utf16 {
          let digits = String(unit, radix: 16)
          output.append(
            contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
              .unicodeScalars)
        }
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// Straight from guarded memory to standard output, through no buffer of ours.
  static func secret(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(STDOUT_FILENO, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Failure(vault: .disk) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// What was printed has left: a full disk behind a redirection is not « done ».
  static func flush() throws {
    guard fflush(nil) == 0 else { throw Failure(file: errno == ENOSPC ? .diskFull : .disk(errno)) }
  }

  static func error(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// A JSON error holds nothing that the person typed; the terminal may echo it.
  static func printFailure(_ failure: Failure, json: Bool) {
    if json {
      var object = ["error": failure.word, "message": failure.message]
      if failure.word == "usage" {
        object["message"] = words.commandNotUnderstood
      }
      object["hint"] = failure.hint
      if let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]) {
        error(String(decoding: data, as: UTF8.self))
      }
      return
    }
    let detail = failure.detail.map { " : \(line($0))" } ?? ""
    error("memo : \(safe(failure.message))\(detail)")
    for line in [failure.proposal, failure.hint].compactMap(\.self) { error("  \(line)") }
  }
}
