// SPDX-License-Identifier: Apache-2.0

extension DateWording {
  /// What is left to say at the start of an interval when the end repeats the rest: « du 3 au 5 mai
  /// 2021 », « de mars à mai 2021 ». The subject itself when nothing is repeated.
  func subject(before end: DateWording) -> Subject {
    guard isPlain, end.isPlain else { return subject }
    switch (subject, end.subject) {
    case (.day(let day, let month, let year?), .day(_, let endMonth, let endYear?))
    where year == endYear:
      return month == endMonth ? .dayNumber(day) : .day(day, month, nil)
    case (.month(let month, let year?), .month(_, let endYear?)) where year == endYear:
      return .month(month, nil)
    case (.season(let code, let year?), .season(let endCode, let endYear?))
    where year == endYear && code <= 24 && endCode <= 24:
      return .season(code, nil)
    default: return subject
    }
  }
}
