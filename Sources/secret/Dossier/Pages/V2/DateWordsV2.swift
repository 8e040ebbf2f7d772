// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// What is known of a date, said beside it.
enum DateWordsV2 {
  /// « 14 h 05 » does not break.
  static func text(_ words: String) -> String {
    let parts = words.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    var output = parts.first ?? ""
    for (before, part) in zip(parts, parts.dropFirst()) {
      let joins = part == "h" || before == "h" || before == "1er"
      output += (joins ? FrenchV2.space : " ") + part
    }
    return output
  }

  /// « à la minute », « au jour près », « du 1er au 31 mars 2021 ; approximative ».
  static func precision(_ date: EDTFDate?) -> String {
    guard let date else { return "la personne ne l'a pas donnée, ou ne la sait pas" }
    return ([extent(date)] + [qualifier(date)].compactMap { $0 }).joined(separator: ", ")
  }

  private static func extent(_ date: EDTFDate) -> String {
    switch (date.earliest, date.latest) {
    case (let first?, let last?) where first.day == last.day:
      isTimed(date) ? "heure donnée par la personne" : "au jour près"
    case (let first?, let last?): "entre le \(words(first.day)) et le \(words(last.day))"
    case (let first?, nil): "à partir du \(words(first.day)), fin non donnée"
    case (nil, let last?): "jusqu'au \(words(last.day)), début non donné"
    case (nil, nil): "ni début ni fin"
    }
  }

  private static func qualifier(_ date: EDTFDate) -> String? {
    let marks = Set(date.text.utf8)
    let isBoth = marks.contains(UInt8(ascii: "%"))
    switch (
      isBoth || marks.contains(UInt8(ascii: "~")), isBoth || marks.contains(UInt8(ascii: "?"))
    ) {
    case (true, true): return "approximative et incertaine"
    case (true, false): return "approximative"
    case (false, true): return "incertaine"
    case (false, false): return nil
    }
  }

  /// Whether it holds a time of day.
  static func isTimed(_ date: EDTFDate) -> Bool { date.text.utf8.contains(UInt8(ascii: "T")) }

  static func words(_ day: CivilDay) -> String {
    guard (0...9999).contains(day.year) else { return "\(day.day)/\(day.month)/\(day.year)" }
    return (try? EDTFDate(day.text)).map { text($0.french) } ?? day.text
  }
}
