// SPDX-License-Identifier: Apache-2.0

/// `bag-info.txt` (RFC 8493, §2.2.2): `Label: value` lines, a line that begins with a blank going on
/// with the one before.
struct BagInformation {
  struct Field: Equatable {
    let label: String
    var value: String
  }

  private(set) var fields: [Field] = []
  private(set) var isWellFormed = true

  /// - Parameter text: UTF-8.
  init(_ text: [UInt8]) {
    for line in TagLines.split(text) where !line.isEmpty {
      let text = String(decoding: line, as: UTF8.self)
      if text.first == " " || text.first == "\t" {
        goOn(with: text)
      } else if let colon = text.firstIndex(of: ":"), colon != text.startIndex {
        let label = Self.trim(text[..<colon])
        fields.append(Field(label: label, value: Self.trim(text[text.index(after: colon)...])))
      } else {
        isWellFormed = false
      }
    }
  }

  /// The values of a label, whatever its case.
  func values(_ label: String) -> [String] {
    fields.filter { $0.label.lowercased() == label.lowercased() }.map(\.value)
  }

  private mutating func goOn(with text: String) {
    guard let last = fields.indices.last else { return isWellFormed = false }
    fields[last].value += " " + Self.trim(text[...])
  }

  private static func trim(_ text: Substring) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    return String(String(start.reversed()).drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
