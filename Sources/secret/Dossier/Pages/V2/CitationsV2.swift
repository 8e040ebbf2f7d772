// SPDX-License-Identifier: Apache-2.0

/// A text that cites « Pièce n° 3 », « Pièces n° 1, 2 et 4 » or « Fait n° 5 »: what is cited becomes a
/// link. A number that nothing has stays as it is written.
enum CitationsV2 {
  static func markup(_ text: String, _ view: DossierViewV2) -> MarkupV2 {
    let clean = EscapingV2.visible(text)
    var paragraphs: [[Unicode.Scalar]] = [[]]
    for scalar in clean.unicodeScalars {
      if scalar == "\n" {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(scalar)
      }
    }
    let written = paragraphs.filter { !$0.allSatisfy { $0 == " " } }
    return written.map { "<p dir=\"auto\">\(paragraph($0, view))</p>" as MarkupV2 }.joined()
  }

  private static func paragraph(_ scalars: [Unicode.Scalar], _ view: DossierViewV2) -> MarkupV2 {
    var parts: [MarkupV2] = []
    var plain = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      var scan = CitationScanV2(scalars, at: index)
      guard index == 0 || !isLetter(scalars[index - 1]), let cited = scan.citation() else {
        plain.append(scalars[index])
        index += 1
        continue
      }
      parts.append(MarkupV2(text: String(plain)))
      plain = .init()
      parts += cited.map { link($0, view) }
      index = scan.index
    }
    return (parts + [MarkupV2(text: String(plain))]).joined("")
  }

  private static func link(_ part: CitationScanV2.Part, _ view: DossierViewV2) -> MarkupV2 {
    guard let number = part.number else { return MarkupV2(text: part.text) }
    let count = part.isPiece ? view.content.pieces.count : view.content.entries.count
    guard (1...max(1, count)).contains(number), count > 0 else { return MarkupV2(text: part.text) }
    return part.isPiece
      ? "<a href=\"#piece-\(number)\">\(part.text)</a>"
      : "<a href=\"#fait-\(number)\">\(part.text)</a>"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    !FrenchV2.words(String(scalar)).isEmpty
  }
}
