// SPDX-License-Identifier: Apache-2.0

extension French: UsageWords {
  // MARK: UsageTranslation

  var helpCommands: String {
    "« memo help » et « memo COMMANDE --help » donnent des exemples"
  }
  func unknownOption(_ name: String) -> String { "option inconnue : \(name)" }
  func missingArgument(_ name: String) -> String { "il manque : \(name)" }
  func missingOptionValue(_ name: String) -> String { "il manque une valeur pour : \(name)" }
  var missingOption: String { "il manque une option" }
  func unexpectedArgument(_ name: String) -> String { "en trop : \(name)" }
  func unreadableOptionValue(_ value: String) -> String { "valeur illisible : \(value)" }
  var helpHeadings: [(english: String, ours: String)] {
    [
      ("OVERVIEW: ", ""), ("USAGE: ", "UTILISATION : "), ("ARGUMENTS:", "ARGUMENTS :"),
      ("CHAMPS:", "CHAMPS :"), ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"),
      ("<subcommand>", "<commande>"),
      ("Show the version.", "Affiche la version"),
      ("Show help information.", "Affiche cette aide"),
      ("Show subcommand help information.", "Affiche l'aide d'une commande"),
      ("(default: ", "(par défaut : "), ("(values: ", "(valeurs : "),
    ]
  }
  var seeCommandHelp: String? {
    "  « memo help <commande> » donne l'aide d'une commande."
  }

  // MARK: UnknownCommand

  var unknownCommand: String { "commande inconnue" }
  func didYouMean(_ names: [String]) -> String {
    "vouliez-vous dire " + names.map { "« \($0) »" }.joined(separator: " ou ") + " ?"
  }

  // MARK: TypedDate

  func writeDate(_ readings: [(typed: String, words: String)]) -> String {
    "écrivez "
      + readings.map { "\($0.typed) pour « \($0.words) »" }.joined(separator: ", ou ")
  }
}
