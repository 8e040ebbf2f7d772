// SPDX-License-Identifier: Apache-2.0
import Foundation

/// French unless the locale begins with `en`, or `--lang en` is given.
enum Language: String {
  case french = "fr"
  case english = "en"

  /// Known before any command is configured, so that help speaks it too.
  static let current = detect(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  static func detect(arguments: [String], environment: [String: String]) -> Language {
    if let index = arguments.firstIndex(of: "--lang"), index + 1 < arguments.count,
      let language = Language(rawValue: arguments[index + 1])
    {
      return language
    }
    if let joined = arguments.first(where: { $0.hasPrefix("--lang=") }),
      let language = Language(rawValue: String(joined.dropFirst("--lang=".count)))
    {
      return language
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("en") == true ? .english : .french
  }
}
