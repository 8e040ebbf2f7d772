// SPDX-License-Identifier: Apache-2.0

extension English: UsageWords {
  // MARK: UsageTranslation

  var helpCommands: String { "“memo help” and “memo COMMAND --help” give examples" }
  func unknownOption(_ name: String) -> String { "unknown option: \(name)" }
  func missingArgument(_ name: String) -> String { "missing: \(name)" }
  func missingOptionValue(_ name: String) -> String { "missing value for: \(name)" }
  var missingOption: String { "an option is missing" }
  func unexpectedArgument(_ name: String) -> String { "not expected: \(name)" }
  func unreadableOptionValue(_ value: String) -> String { "unreadable value: \(value)" }
  /// They are English already.
  var helpHeadings: [(english: String, ours: String)] { [] }
  var seeCommandHelp: String? { nil }

  // MARK: UnknownCommand

  var unknownCommand: String { "unknown command" }
  func didYouMean(_ names: [String]) -> String {
    "did you mean " + names.map { "“\($0)”" }.joined(separator: " or ") + "?"
  }

  // MARK: TypedDate

  func writeDate(_ readings: [(typed: String, words: String)]) -> String {
    "type "
      + readings.map { "\($0.typed) for “\($0.words)”" }.joined(separator: ", or ")
  }
}
