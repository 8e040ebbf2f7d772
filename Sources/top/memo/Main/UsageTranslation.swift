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
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
    // ArgumentParser's own proposal of an option is the second.
    let meant = message.contains("Did you mean") && quoted.count == 2 ? quoted.last : nil
    return Failure(
      .usage, "usage", sentence(message, quoted.first ?? ""),
      meant.map { words.didYouMean([$0]) } ?? words.helpCommands)
  }

  private static func sentence(_ message: String, _ first: String) -> String {
    switch true {
    case message.hasPrefix("Unknown option"): words.unknownOption(first)
    case message.hasPrefix("Missing expected argument"): words.missingArgument(first)
    case message.hasPrefix("Missing value for"): words.missingOptionValue(first)
    case message.hasPrefix("Missing one of"): words.missingOption
    case message.hasPrefix("Unexpected argument"), message.contains("unexpected arguments"):
      words.unexpectedArgument(first)
    case message.hasPrefix("The value"): words.unreadableOptionValue(first)
    default: words.commandNotUnderstood
    }
  }

  static func translated(_ help: String) -> String {
    var text = help.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let isHint = line.trimmingPrefix { $0 == " " }.hasPrefix("See 'memo help")
        return isHint ? words.seeCommandHelp ?? String(line) : String(line)
      }.joined(separator: "\n")
    for (english, ours) in words.helpHeadings { text = replacing(english, with: ours, in: text) }
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
