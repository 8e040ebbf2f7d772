// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation

/// A date as people type it, `14/03/2021` or « 14 mars 2021 »: what it can mean is proposed, never taken.
/// Whether 03/04 is in April or in March is nothing that a program may decide about evidence.
enum TypedDate {
  /// How to write it, or either way of reading it; `nil` when it looks like no date.
  static func proposal(for text: String) -> String? {
    let readings = readings(of: text)
    guard !readings.isEmpty else { return nil }
    let isFrench = Language.current == .french
    return words.writeDate(
      readings.map { (typed: $0.text, words: isFrench ? $0.french : $0.english) })
  }

  /// At most two; day before month first.
  static func readings(of text: String) -> [EDTFDate] {
    guard text.utf8.count <= 64 else { return [] }
    let isUnsure = text.hasSuffix("?")
    var mark = isUnsure ? "?" : ""
    var parts = (isUnsure ? text.dropLast() : text[...]).lowercased()
      .split { "/.-,'’ \u{A0}\u{202F}".contains($0) }.map(String.init)
    if let first = parts.first, about.contains(first) { mark = "~" }
    parts.removeAll { fillers.contains($0) || about.contains($0) }
    var dates: [EDTFDate] = []
    for spelling in spellings(parts) {
      guard let date = try? EDTFDate(spelling + mark), !dates.contains(date) else { continue }
      dates.append(date)
    }
    return dates
  }

  private static func spellings(_ parts: [String]) -> [String] {
    let numbers = parts.map(number)
    let named = parts.map(month)
    switch parts.count {
    case 1:
      // Eight figures in a row.
      guard parts[0].count == 8, numbers[0] != nil else { return [] }
      let figures = parts[0]
      func cut(_ start: Int, _ count: Int) -> Int? {
        Int(figures.dropFirst(start).prefix(count))
      }
      return [day(cut(0, 2), cut(2, 2), cut(4, 4)), day(cut(6, 2), cut(4, 2), cut(0, 4))]
        .compactMap(\.self)
    case 2:
      if let season = seasons[parts[0]] {
        return [month(season, year(parts[1]))].compactMap(\.self)
      }
      return [
        month(named[0] ?? numbers[0], year(parts[1])), month(numbers[1], year(parts[0])),
      ].compactMap(\.self)
    case 3:
      if named[1] != nil {
        return [day(numbers[0], named[1], year(parts[2], isShort: true))].compactMap(\.self)
      }
      if named[0] != nil {
        return [day(numbers[1], named[0], year(parts[2], isShort: true))].compactMap(\.self)
      }
      if parts[0].count == 4 {
        return [day(numbers[2], numbers[1], year(parts[0]))].compactMap(\.self)
      }
      return [
        day(numbers[0], numbers[1], year(parts[2], isShort: true)),
        day(numbers[1], numbers[0], year(parts[2], isShort: true)),
      ].compactMap(\.self)
    default: return []
    }
  }

  // MARK: Parts

  private static func number(_ part: String) -> Int? {
    let digits =
      ["er", "st", "nd", "rd", "th"].first { part.hasSuffix($0) }
      .map { String(part.dropLast($0.count)) } ?? part
    return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }

  /// Four figures, or the last two in a whole date: 03/04 alone is a day of no year.
  private static func year(_ part: String, isShort: Bool = false) -> Int? {
    guard let number = number(part) else { return nil }
    switch part.count {
    case 4: return number
    case 2 where isShort: return number < 70 ? 2000 + number : 1900 + number
    default: return nil
    }
  }

  private static func day(_ day: Int?, _ month: Int?, _ year: Int?) -> String? {
    guard let day, let start = Self.month(month, year), (1...31).contains(day), start.count == 7
    else { return nil }
    return start + "-" + padded(day, 2)
  }

  /// Of a month, or a season from 21.
  private static func month(_ month: Int?, _ year: Int?) -> String? {
    guard let month, let year, (1...12).contains(month) || (21...24).contains(month) else {
      return nil
    }
    return padded(year, 4) + "-" + padded(month, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// By its first letters, accents or not; `jui` could be either of two.
  private static func month(_ part: String) -> Int? {
    let plain = part.folding(options: .diacriticInsensitive, locale: nil)
    guard plain.count >= 3 else { return nil }
    let found = months.indices.filter { months[$0].contains { $0.hasPrefix(plain) } }
    return found.count == 1 ? found[0] + 1 : nil
  }

  private static let months: [[String]] = [
    ["janvier", "january"], ["fevrier", "february"], ["mars", "march"], ["avril", "april"],
    ["mai", "may"], ["juin", "june"], ["juillet", "july"], ["aout", "august"],
    ["septembre", "september"], ["octobre", "october"], ["novembre", "november"],
    ["decembre", "december"],
  ]

  private static let seasons = [
    "printemps": 21, "spring": 21, "été": 22, "ete": 22, "summer": 22, "automne": 23,
    "autumn": 23, "fall": 23, "hiver": 24, "winter": 24,
  ]

  private static let about: Set<String> = ["vers", "environ", "about", "around"]

  private static let fillers: Set<String> = [
    "le", "en", "de", "du", "the", "of", "on", "in", "l", "d", "lundi",
    "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
