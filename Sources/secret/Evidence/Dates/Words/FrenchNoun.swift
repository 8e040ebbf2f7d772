// SPDX-License-Identifier: Apache-2.0

/// « mars 2021 », « le 14 mars 2021 », « l'été 2021 », « les années 2010 », after any preposition.
struct FrenchNoun {
  enum Article {
    case none
    case le
    case elided
    case les
  }

  let text: String
  let article: Article

  static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]

  init(_ subject: DateWording.Subject) {
    switch subject {
    case .undated: (text, article) = ("date non précisée", .none)
    case .year(let year): (text, article) = ("\(year)", .none)
    case .decade(let year): (text, article) = ("années \(year)", .les)
    case .century(let year): (text, article) = ("\(Self.roman(year / 100 + 1))e siècle", .le)
    case .season(let code, let year): (text, article) = Self.season(code, year)
    case .month(let month, let year):
      (text, article) = (Self.joined(Self.months[month - 1], year), .none)
    case .day(let day, let month, let year):
      let name = "\(Self.ordinal(day)) \(Self.months[month - 1])"
      (text, article) = (Self.joined(name, year), .le)
    case .dayNumber(let day): (text, article) = (Self.ordinal(day), .le)
    }
  }

  private static func ordinal(_ day: Int) -> String { day == 1 ? "1er" : "\(day)" }

  private static func joined(_ name: String, _ year: Int64?) -> String {
    year.map { "\(name) \($0)" } ?? name
  }

  private static func season(_ code: Int, _ year: Int64?) -> (String, Article) {
    func part(_ number: Int, _ name: String) -> (String, Article) {
      (joined("\(number == 1 ? "1er" : "\(number)e") \(name)", year), .le)
    }
    switch code {
    case 33...36: return part(code - 32, "trimestre")
    case 37...39: return part(code - 36, "quadrimestre")
    case 40...: return part(code - 39, "semestre")
    default:
      let name = ["printemps", "été", "automne", "hiver"][(code - 21) % 4]
      let place = code < 25 ? "" : code < 29 ? " (hémisphère nord)" : " (hémisphère sud)"
      return (joined(name, year) + place, name == "printemps" ? .le : .elided)
    }
  }

  /// Of a century: 11 to 99.
  private static func roman(_ number: Int64) -> String {
    let values: [(Int64, String)] = [
      (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
      (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, numeral) in values {
      while rest >= value {
        text += numeral
        rest -= value
      }
    }
    return text
  }

  /// After « vers », « depuis », « avant ».
  var withArticle: String {
    switch article {
    case .none: text
    case .le: "le " + text
    case .elided: "l'" + text
    case .les: "les " + text
    }
  }

  var withDe: String {
    switch article {
    case .none: text.first.map { "ao".contains($0) } == true ? "d'" + text : "de " + text
    case .le: "du " + text
    case .elided: "de l'" + text
    case .les: "des " + text
    }
  }

  var withA: String {
    switch article {
    case .none: "à " + text
    case .le: "au " + text
    case .elided: "à l'" + text
    case .les: "aux " + text
    }
  }

  var withJusque: String {
    article == .none ? "jusqu'en " + text : "jusqu'" + withA
  }
}
