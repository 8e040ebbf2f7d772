// SPDX-License-Identifier: Apache-2.0

extension FrenchDate {
  static func text(_ interval: EDTFInterval) -> String? {
    switch (interval.start, interval.end) {
    case (.open, .date(let end)): worded(end) { before($0) }
    case (.unknown, .date(let end)):
      worded(end) { qualified(FrenchNoun($0.subject).withJusque, $0) + ", début inconnu" }
    case (.date(let start), .open):
      worded(start) { "depuis " + qualified(FrenchNoun($0.subject).withArticle, $0) }
    case (.date(let start), .unknown):
      worded(start) {
        "à partir " + qualified(FrenchNoun($0.subject).withDe, $0) + ", fin inconnue"
      }
    case (.date(let start), .date(let end)):
      worded(start) { start in worded(end) { text(from: start, to: $0) } }
    default: nil
    }
  }

  private static func worded(_ date: VagueDate, _ words: (DateWording) -> String?) -> String? {
    DateWording(date).flatMap { $0.subject == .undated ? nil : words($0) }
  }

  /// « avant » is what people say of a month or year, but the interval holds its end (ISO 8601-2): the
  /// words say so, because a reader must not be told less than what was written.
  private static func before(_ end: DateWording) -> String {
    let noun = FrenchNoun(end.subject)
    if case .day = end.subject { return qualified(noun.withJusque, end) }
    return qualified("avant " + noun.withArticle, end) + " (inclus)"
  }

  private static func text(from start: DateWording, to end: DateWording) -> String {
    if start == end, start.isPlain { return single(start) }
    return qualified(FrenchNoun(start.subject(before: end)).withDe, start) + " "
      + qualified(FrenchNoun(end.subject).withA, end)
  }

  /// « 1667, 1668 ou de 1670 à 1672 », « 1960 et décembre 1961 ».
  static func text(_ set: EDTFSet) -> String? {
    let link = set.isChoice ? " ou " : " et "
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
    case .one(let date): worded(date) { qualified(FrenchNoun($0.subject).text, $0) }
    case .range(let start, let end):
      worded(start) { start in worded(end) { text(from: start, to: $0) } }
    case .upTo(let date):
      isAlone ? worded(date) { qualified(FrenchNoun($0.subject).text, $0) + link + "avant" } : nil
    case .from(let date):
      isAlone ? worded(date) { qualified(FrenchNoun($0.subject).text, $0) + link + "après" } : nil
    }
  }
}
