// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// What is known of a date, said beside it.
enum DateWordsV2 {
  /// « 14 h 05 » and « 16 juillet » do not break.
  static func text(_ words: String) -> String {
    let parts = words.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    var output = parts.first ?? ""
    for (before, part) in zip(parts, parts.dropFirst()) {
      let isDay = before.utf8.count <= 2 && before.utf8.allSatisfy { (0x30...0x39).contains($0) }
      let isMonth = part.utf8.count > 2 && part.utf8.first != UInt8(ascii: "(")
      let joins = part == "h" || before == "h" || before == "1er" || isDay && isMonth
      output += (joins ? FrenchV2.space : " ") + part
    }
    return output
  }

  /// « date au jour », « date au mois, approximative », « période du 3 mars 2021 au 5 avril 2021 ».
  static func precision(_ date: EDTFDate?) -> String {
    guard let date else { return "la personne ne l'a pas donnée, ou ne la sait pas" }
    return ([extent(date)] + [qualifier(date)].compactMap { $0 }).joined(separator: ", ")
  }

  private static func extent(_ date: EDTFDate) -> String {
    switch (date.earliest?.day, date.latest?.day) {
    case (let first?, let last?): extent(date, first, last)
    case (let first?, nil): "au plus tôt le \(words(first)), fin non donnée"
    case (nil, let last?): "au plus tard le \(words(last)), début non donné"
    case (nil, nil): "ni début ni fin donnés"
    }
  }

  private static func extent(_ date: EDTFDate, _ first: CivilDay, _ last: CivilDay) -> String {
    if first == last { return isTimed(date) ? "date et heure" : "date au jour" }
    let isWhole =
      first.day == 1 && last.day == CivilDay.days(inMonth: last.month, of: last.year)
      && first.year == last.year
    if isWhole, first.month == last.month { return "date au mois" }
    if isWhole, first.month == 1, last.month == 12 { return "date à l'année" }
    let span = words(from: first, to: last)
    return span == text(date.french) ? "période" : "période \(span)"
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

  /// « du 12 au 16 juillet 2021 ».
  private static func words(from first: CivilDay, to last: CivilDay) -> String {
    (try? EDTFDate("\(first.text)/\(last.text)")).map { text($0.french) }
      ?? "du \(words(first)) au \(words(last))"
  }

  static func words(_ day: CivilDay) -> String {
    guard (0...9999).contains(day.year) else { return "\(day.day)/\(day.month)/\(day.year)" }
    return (try? EDTFDate(day.text)).map { text($0.french) } ?? day.text
  }
}
