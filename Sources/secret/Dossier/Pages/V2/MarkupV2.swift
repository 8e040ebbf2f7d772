// SPDX-License-Identifier: Apache-2.0

/// HTML of a page. Its literals are this program's words, with the spaces that French wants; whatever
/// text is put into one is escaped, so that nothing a person wrote can become markup.
struct MarkupV2: ExpressibleByStringInterpolation, Sendable {
  let html: String

  init(stringLiteral words: String) { html = FrenchV2.typeset(words) }

  init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

  /// Styles, which are not words.
  init(asItIs html: String) { self.html = html }

  /// Text, escaped.
  init(text: String) { html = EscapingV2.html(text) }

  static let empty = MarkupV2(asItIs: "")

  struct StringInterpolation: StringInterpolationProtocol {
    var html = ""

    init(literalCapacity: Int, interpolationCount: Int) { html.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ words: String) { html += FrenchV2.typeset(words) }
    mutating func appendInterpolation(_ markup: MarkupV2) { html += markup.html }
    mutating func appendInterpolation(_ number: Int) { html += String(number) }
    /// Words that this program chose, made of no more than letters and spaces.
    mutating func appendInterpolation(_ text: String) { html += EscapingV2.html(text) }
    /// What a person wrote: escaped, and its direction kept to itself.
    mutating func appendInterpolation(person text: String) {
      html += "<bdi>" + EscapingV2.html(text) + "</bdi>"
    }
  }
}

extension Sequence where Element == MarkupV2 {
  func joined(_ separator: String = "\n") -> MarkupV2 {
    MarkupV2(asItIs: map(\.html).joined(separator: separator))
  }
}

extension MarkupV2 {
  /// Rows that a printed page keeps together.
  private static let shortTable = 12

  /// A list of names and values.
  static func definitions(_ items: [(label: String, value: MarkupV2)]) -> MarkupV2 {
    guard !items.isEmpty else { return .empty }
    let rows = items.map { "<dt>\($0.label)</dt><dd>\($0.value)</dd>" as MarkupV2 }
    return "<dl>\(rows.joined())</dl>"
  }

  /// A table whose first column heads its rows.
  static func table(
    _ caption: String, _ head: [String], _ rows: [[MarkupV2]], named style: String = ""
  ) -> MarkupV2 {
    let heads = head.map { "<th scope=\"col\">\($0)</th>" as MarkupV2 }.joined("")
    let lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == 0
          ? "<th scope=\"row\">\(cell)</th>" as MarkupV2 : "<td>\(cell)</td>" as MarkupV2
      }
      return "<tr>\(cells.joined(""))</tr>" as MarkupV2
    }
    return """
      <div class="table \(rows.count <= shortTable ? "short " : "")\(style)"><table><caption>\(caption)</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(lines.joined())
      </tbody></table></div>
      """
  }

  static func list(_ items: [MarkupV2]) -> MarkupV2 {
    items.isEmpty
      ? .empty : "<ul>\(items.map { "<li>\($0)</li>" as MarkupV2 }.joined())</ul>"
  }
}
