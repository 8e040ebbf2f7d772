// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// ArgumentParser speaks English; this puts its headings and errors into the person's language.
enum UsageTranslation {
  /// Help, version and completion scripts: what goes to standard output with exit code 0.
  static func cleanExit(_ error: any Error, of root: any ParsableCommand.Type) -> String? {
    guard root.exitCode(for: error) == .success else { return nil }
    return translated(root.fullMessage(for: error))
  }

  /// A usage error, in our words; `nil` for an error of ours.
  static func usageFailure(_ error: any Error, of root: any ParsableCommand.Type) -> Failure? {
    guard root.exitCode(for: error) == .validationFailure else { return nil }
    let message = root.message(for: error).split(separator: "\n").first.map(String.init) ?? ""
    return Failure(
      .usage, "usage", sentence(message),
      words.helpCommands)
  }

  private static func sentence(_ message: String) -> String {
    let english = message.prefix(1).lowercased() + message.dropFirst()
    guard Language.current == .french else {
      return english.hasSuffix(".") ? String(english.dropLast()) : english
    }
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
    let first = quoted.first ?? ""
    return switch true {
    case message.hasPrefix("Unknown option"): "option inconnue : \(first)"
    case message.hasPrefix("Missing expected argument"): "il manque : \(first)"
    case message.hasPrefix("Missing value for"): "il manque une valeur pour : \(first)"
    case message.hasPrefix("Missing one of"): "il manque une option"
    case message.hasPrefix("Unexpected argument"), message.contains("unexpected arguments"):
      "en trop : \(first)"
    case message.hasPrefix("The value"): "valeur illisible : \(first)"
    default: "la commande n'a pas été comprise"
    }
  }

  static func translated(_ help: String) -> String {
    guard Language.current == .french else { return help }
    let headings = [
      ("OVERVIEW: ", ""), ("USAGE: ", "UTILISATION : "), ("ARGUMENTS:", "ARGUMENTS :"),
      ("CHAMPS:", "CHAMPS :"), ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"),
      ("<subcommand>", "<commande>"),
      ("Show the version.", "Affiche la version"),
      ("Show help information.", "Affiche cette aide"),
      ("Show subcommand help information.", "Affiche l'aide d'une commande"),
      ("(default: ", "(par défaut : "), ("(values: ", "(valeurs : "),
    ]
    var text = help.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        line.trimmingPrefix { $0 == " " }.hasPrefix("See 'memo help")
          ? "  « memo help <commande> » donne l'aide d'une commande." : String(line)
      }.joined(separator: "\n")
    for (english, french) in headings { text = replacing(english, with: french, in: text) }
    return text
  }

  private static func replacing(_ part: String, with other: String, in text: String) -> String {
    var output = ""
    var rest = text[...]
    while let range = rest.firstRange(of: part) {
      output += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return output + rest
  }
}
