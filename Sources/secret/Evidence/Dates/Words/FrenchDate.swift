// SPDX-License-Identifier: Apache-2.0

/// The French words of a date. They are part of signed pages.
enum FrenchDate {
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

  static func single(_ date: DateWording) -> String {
    let noun = FrenchNoun(date.subject)
    let name = date.qualifier.contains(.approximate) ? "vers " + noun.withArticle : noun.text
    return ([name] + date.remarks.map(text) + uncertainty(date)).joined(separator: ", ")
  }

  private static func uncertainty(_ date: DateWording) -> [String] {
    date.qualifier.contains(.uncertain) ? ["incertain"] : []
  }

  /// What follows a date inside a sentence, where « vers » and commas would not read well.
  static func qualified(_ text: String, _ date: DateWording) -> String {
    let remarks = (date.remarks.map(Self.text) + uncertainty(date)).joined(separator: ", ")
    return text + (date.qualifier.contains(.approximate) ? " environ" : "")
      + (remarks.isEmpty ? "" : " (\(remarks))")
  }

  private static func text(_ moment: Moment) -> String? {
    guard moment.day.year >= 1000 else { return nil }
    let time = moment.time
    var text = single(DateWording(moment.day)) + " à " + clock(time.hour, time.minute)
    if let second = time.second, second > 0 || time.fraction.contains(where: { $0 != "0" }) {
      text += " min \(second)" + (time.fraction.isEmpty ? "" : ",\(time.fraction)") + " s"
    }
    return text + (moment.shift.map { " (\($0.text))" } ?? "")
  }

  static func clock(_ hour: Int, _ minute: Int) -> String {
    "\(hour) h \(RecordedAt.pad(minute))"
  }
}
