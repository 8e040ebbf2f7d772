// SPDX-License-Identifier: Apache-2.0

/// The English words of a date.
enum EnglishDate {
  /// `nil` where the text itself is as clear.
  static func text(_ form: EDTFForm) -> String? {
    switch form {
    case .date(let date): DateWording(date).map(single)
    case .moment(let moment): text(moment)
    case .longYear: nil
    case .interval(let interval): text(interval)
    case .set(let set): text(set)
    }
  }

  private static func single(_ date: DateWording) -> String {
    let noun = EnglishNoun(date.subject)
    let name = date.qualifier.contains(.approximate) ? "around " + noun.withArticle : noun.text
    return ([name] + date.remarks.map(text) + uncertainty(date)).joined(separator: ", ")
  }

  private static func uncertainty(_ date: DateWording) -> [String] {
    date.qualifier.contains(.uncertain) ? ["uncertain"] : []
  }

  /// Inside a sentence.
  private static func phrase(_ date: DateWording, _ subject: DateWording.Subject? = nil) -> String {
    let remarks = (date.remarks.map(text) + uncertainty(date)).joined(separator: ", ")
    return (date.qualifier.contains(.approximate) ? "around " : "")
      + EnglishNoun(subject ?? date.subject).withArticle
      + (remarks.isEmpty ? "" : " (\(remarks))")
  }

  private static func text(_ moment: Moment) -> String? {
    guard moment.day.year >= 1000 else { return nil }
    let time = moment.time
    var text = single(DateWording(moment.day)) + " at " + clock(time.hour, time.minute)
    if let second = time.second, second > 0 || time.fraction.contains(where: { $0 != "0" }) {
      text += ":" + RecordedAt.pad(second) + (time.fraction.isEmpty ? "" : ".\(time.fraction)")
    }
    return text + (moment.shift.map { " (\($0.text))" } ?? "")
  }

  static func clock(_ hour: Int, _ minute: Int) -> String {
    RecordedAt.pad(hour) + ":" + RecordedAt.pad(minute)
  }
}

extension EnglishDate {
  private static func text(_ interval: EDTFInterval) -> String? {
    switch (interval.start, interval.end) {
    case (.open, .date(let end)): worded(end) { before($0) }
    case (.unknown, .date(let end)): worded(end) { "until \(phrase($0)), start unknown" }
    case (.date(let start), .open): worded(start) { "since " + phrase($0) }
    case (.date(let start), .unknown): worded(start) { "from \(phrase($0)), end unknown" }
    case (.date(let start), .date(let end)):
      worded(start) { start in worded(end) { text(from: start, to: $0) } }
    default: nil
    }
  }

  private static func worded(_ date: VagueDate, _ words: (DateWording) -> String?) -> String? {
    DateWording(date).flatMap { $0.subject == .undated ? nil : words($0) }
  }

  /// "Before" is what people say of a month or year, but the interval holds its end (ISO 8601-2).
  private static func before(_ end: DateWording) -> String {
    if case .day = end.subject { return "until " + phrase(end) }
    return "before \(phrase(end)) (inclusive)"
  }

  private static func text(from start: DateWording, to end: DateWording) -> String {
    if start == end, start.isPlain { return single(start) }
    return "from \(phrase(start, start.subject(before: end))) to \(phrase(end))"
  }

  /// "1667, 1668 or from 1670 to 1672", "1960 and December 1961".
  private static func text(_ set: EDTFSet) -> String? {
    let link = set.isChoice ? " or " : " and "
    var words: [String] = []
    for element in set.elements {
      guard let text = text(element, link: link, isAlone: set.elements.count == 1) else {
        return nil
      }
      words.append(text)
    }
    let list = words.dropLast().joined(separator: ", ")
    return list.isEmpty ? words.last : words.last.map { list + link + $0 }
  }

  private static func text(
    _ element: EDTFSet.Element, link: String, isAlone: Bool
  ) -> String? {
    switch element {
    case .one(let date): worded(date) { phrase($0) }
    case .range(let start, let end):
      worded(start) { start in worded(end) { text(from: start, to: $0) } }
    case .upTo(let date): isAlone ? worded(date) { phrase($0) + link + "before" } : nil
    case .from(let date): isAlone ? worded(date) { phrase($0) + link + "after" } : nil
    }
  }

  private static func text(_ remark: DateWording.Remark) -> String {
    switch remark {
    case .decade(let year): EnglishNoun(.decade(year)).text
    case .century(let year): EnglishNoun(.century(year)).text
    case .state(let components, let state):
      components.map(name).joined(separator: " and ") + " " + name(state)
    }
  }

  private static func name(_ component: DateWording.Component) -> String {
    switch component {
    case .year: "year"
    case .month: "month"
    case .day: "day"
    }
  }

  private static func name(_ state: DateWording.State) -> String {
    switch state {
    case .unspecified: "unspecified"
    case .uncertain: "uncertain"
    case .approximate: "approximate"
    case .approximateAndUncertain: "approximate and uncertain"
    }
  }
}
