// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// The dated facts, as iCalendar (RFC 5545). A vague date takes all the days it may mean, and says so.
enum CalendarV1 {
  static func text(_ view: DossierViewV1) -> String {
    let created = view.manifest.createdAt
    let stamp = utc(created.secondsSinceEpoch)
    let events = view.content.entries.flatMap { event($0, view: view, stamp: stamp) }
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//memo//dossier 1//FR"] + events
      + ["END:VCALENDAR"]
    return lines.map(TextEscaping.folded).joined()
  }

  private static func event(
    _ entry: DossierContent.NumberedEntry, view: DossierViewV1, stamp: String
  ) -> [String] {
    guard let first = entry.entry.when?.earliest?.day, let last = entry.entry.when?.latest?.day,
      (1...9998).contains(first.year), (1...9998).contains(last.year)
    else { return [] }
    let after = CivilDay(daysSinceEpoch: last.daysSinceEpoch + 1)
    var lines = [
      "BEGIN:VEVENT", "UID:\(entry.folded.id)@memo", "DTSTAMP:\(stamp)",
      "DTSTART;VALUE=DATE:\(date(first))", "DTEND;VALUE=DATE:\(date(after))",
      "SUMMARY:\(TextEscaping.content(view.title(entry)))",
      "DESCRIPTION:"
        + TextEscaping.content(
          ["Date : \(view.happened(entry.entry))", view.pieceNumbers(entry)]
            .filter { !$0.isEmpty }.joined(separator: "\n")),
    ]
    if let place = entry.entry.place { lines.append("LOCATION:\(TextEscaping.content(place))") }
    return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  private static func date(_ day: CivilDay) -> String {
    day.text.filter { $0 != "-" }
  }

  private static func utc(_ seconds: Int64) -> String {
    let moment = RecordedAt(secondsSinceEpoch: seconds, offsetSeconds: 0)
    return moment.description.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }
}
