// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// The dated facts, as iCalendar (RFC 5545). A vague date takes all the days it may mean, and says so; one
/// that is open at an end is left out.
enum CalendarV2 {
  static func text(_ view: DossierViewV2) -> String {
    let stamp = utc(view.manifest.createdAt.secondsSinceEpoch)
    let events = view.content.entries.flatMap { event($0, view: view, stamp: stamp) }
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//memo//dossier 2//FR", "CALSCALE:GREGORIAN"]
      + events + ["END:VCALENDAR"]
    return lines.map(TextEscaping.folded).joined()
  }

  private static func event(
    _ entry: DossierContent.NumberedEntry, view: DossierViewV2, stamp: String
  ) -> [String] {
    guard let when = entry.entry.when, let span = span(when) else { return [] }
    var lines =
      ["BEGIN:VEVENT", "UID:\(entry.folded.id)@memo", "DTSTAMP:\(stamp)"] + span
      + [
        "SUMMARY:\(EscapingV2.content(view.title(entry)))",
        "DESCRIPTION:\(EscapingV2.content(description(entry, when, view)))",
      ]
    if let place = entry.entry.place { lines.append("LOCATION:\(EscapingV2.content(place))") }
    return lines + ["CLASS:CONFIDENTIAL", "TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  private static func description(
    _ entry: DossierContent.NumberedEntry, _ when: EDTFDate, _ view: DossierViewV2
  ) -> String {
    let isExact = when.earliest?.day == when.latest?.day
    return [
      FrenchV2.fact(entry.number),
      "Date\u{A0}: \(view.happened(entry.entry)) (\(DateWordsV2.precision(when)))",
      isExact
        ? "" : "La date est vague\u{A0}: l'événement couvre tous les jours qu'elle peut désigner.",
      FrenchV2.numbers("Pièce", entry.pieces.map(\.number)),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// On the clock that was written, so without a zone; all-day unless an hour was given.
  private static func span(_ when: EDTFDate) -> [String]? {
    guard let first = when.earliest, let last = when.latest,
      (1...9998).contains(first.day.year), (1...9998).contains(last.day.year)
    else { return nil }
    if DateWordsV2.isTimed(when), first.day == last.day {
      return [
        "DTSTART:\(date(first.day, adding: first.second / 86_400))T\(clock(first.second % 86_400))"
      ]
    }
    return [
      "DTSTART;VALUE=DATE:\(date(first.day, adding: 0))",
      "DTEND;VALUE=DATE:\(date(last.day, adding: 1))",
    ]
  }

  private static func date(_ day: CivilDay, adding days: Int) -> String {
    digits(CivilDay(daysSinceEpoch: day.daysSinceEpoch + Int64(days)).text)
  }

  private static func clock(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : String($0) }.joined()
  }

  private static func utc(_ seconds: Int64) -> String {
    let moment = RecordedAt(secondsSinceEpoch: seconds, offsetSeconds: 0).description.utf8.prefix(
      19)
    return digits(String(decoding: moment, as: UTF8.self)) + "Z"
  }

  /// Without hyphens and colons.
  private static func digits(_ text: String) -> String {
    String(
      decoding: text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") },
      as: UTF8.self)
  }
}
