// SPDX-License-Identifier: Apache-2.0

/// "March 2021", "14 March 2021", "summer 2021", "the 2010s".
struct EnglishNoun {
  let text: String
  /// Whether "the" goes before it inside a sentence.
  let takesArticle: Bool

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  init(_ subject: DateWording.Subject) {
    switch subject {
    case .undated: (text, takesArticle) = ("date unspecified", false)
    case .year(let year): (text, takesArticle) = ("\(year)", false)
    case .decade(let year): (text, takesArticle) = ("\(year)s", true)
    case .century(let year):
      (text, takesArticle) = ("\(Self.ordinal(Int(year / 100 + 1))) century", true)
    case .season(let code, let year): (text, takesArticle) = Self.season(code, year)
    case .month(let month, let year):
      (text, takesArticle) = (Self.joined(Self.months[month - 1], year), false)
    case .day(let day, let month, let year):
      (text, takesArticle) = (Self.joined("\(day) \(Self.months[month - 1])", year), false)
    case .dayNumber(let day): (text, takesArticle) = ("\(day)", false)
    }
  }

  var withArticle: String { takesArticle ? "the " + text : text }

  private static func joined(_ name: String, _ year: Int64?) -> String {
    year.map { "\(name) \($0)" } ?? name
  }

  private static func season(_ code: Int, _ year: Int64?) -> (String, Bool) {
    func part(_ number: Int, _ name: String) -> (String, Bool) {
      (ordinal(number) + " " + name + (year.map { " of \($0)" } ?? ""), true)
    }
    switch code {
    case 33...36: return part(code - 32, "quarter")
    case 37...39: return part(code - 36, "four-month period")
    case 40...: return part(code - 39, "half")
    default:
      let name = ["spring", "summer", "autumn", "winter"][(code - 21) % 4]
      let place = code < 25 ? "" : code < 29 ? " (northern hemisphere)" : " (southern hemisphere)"
      return (joined(name, year) + place, false)
    }
  }

  private static func ordinal(_ number: Int) -> String {
    switch (number % 100, number % 10) {
    case (11...13, _): "\(number)th"
    case (_, 1): "\(number)st"
    case (_, 2): "\(number)nd"
    case (_, 3): "\(number)rd"
    default: "\(number)th"
    }
  }
}
